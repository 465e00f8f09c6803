import { RULE, oneRule, plan, rule, vaultArn } from './cases';
import { ruleMinRetention } from '../../../../src/checks/rules/plan/rule-min-retention';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const options = { minRetention: 36 };
const kept = (days: unknown) => ({ Lifecycle: { DeleteAfterDays: days } });
const CONTINUOUS = { EnableContinuousBackup: true };
const copied = (lifecycle: object) => oneRule({ ...kept(36), CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...lifecycle }] });
const required = (least: number, got: number, remedy = 'Raise it.') => `'Lifecycle.DeleteAfterDays' must be at least the required ${least} days, got ${got} days. ${remedy}`;

describeRule(ruleMinRetention, {
  compliant: [
    { name: 'the minimum', ...oneRule(kept(36)), options },
    { name: 'no expiry', ...oneRule(), options },
    { name: 'a copy that follows', ...copied({}), options },
    { name: 'a continuous rule beside another', ...bothWays({ Plan: plan([rule({ ...kept(14), ...CONTINUOUS }), rule(kept(36), 'monthly')]) }), options },
  ],
  nonCompliant: [
    { name: 'less', ...oneRule(kept(35)), options, messages: [`rule 'daily': ${required(36, 35)}`], paths: [`${RULE}.Lifecycle.DeleteAfterDays`] },
    { name: 'a copy', ...copied(kept(35)), options, messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': ${required(36, 35)}`] },
    {
      name: 'a copy of a continuous rule, which is a snapshot',
      ...bothWays({
        Plan: plan([
          rule({ ...kept(35), ...CONTINUOUS, CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...kept(30) }] }),
          rule(kept(36), 'monthly'),
        ]),
      }),
      options,
      messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': ${required(36, 30)}`],
    },
    {
      name: 'a continuous rule alone',
      ...oneRule({ ...kept(35), ...CONTINUOUS }),
      options,
      messages: [`rule 'daily': ${required(36, 35, 'A continuous rule cannot have this retention. Add a rule that creates snapshots.')}`],
    },
    {
      name: 'a continuous rule that could',
      ...bothWays({ Plan: plan([rule({ ...kept(34), ...CONTINUOUS }), rule(kept(36), 'monthly')]) }),
      options: { minRetention: 35 },
      messages: [`rule 'daily': ${required(35, 34)}`],
    },
  ],
  notApplicable: [{ name: 'nothing is required', ...oneRule(kept(1)) }],
  unknown: [{
    name: 'a parameter',
    ...oneRule(kept(GIVEN)),
    options,
    messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' is at least the required 36 days is unknown.'],
  }],
});
