import { RULE, oneRule, vaultArn } from './cases';
import { ruleMaxRetention } from '../../../../src/checks/rules/plan/rule-max-retention';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const options = { maxRetention: 365 };
const kept = (days: unknown) => ({ Lifecycle: { DeleteAfterDays: days } });
const allowed = (got: string) => `'Lifecycle.DeleteAfterDays' must be at most the allowed 365 days, got ${got}`;

describeRule(ruleMaxRetention, {
  compliant: [{ name: 'the maximum', ...oneRule(kept(365)), options }],
  nonCompliant: [
    { name: 'more', ...oneRule(kept(366)), options, messages: [`rule 'daily': ${allowed('366 days. Lower it.')}`], paths: [`${RULE}.Lifecycle.DeleteAfterDays`] },
    { name: 'no end', ...oneRule(), options, messages: [`rule 'daily': ${allowed('none. Without it, recovery points never expire. Set it.')}`] },
    { name: 'no end, as the API writes it', ...oneRule(kept(-1)), options, messages: [`rule 'daily': ${allowed('none. Without it, recovery points never expire. Set it.')}`] },
    {
      name: 'a copy',
      ...oneRule({ ...kept(1), CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...kept(366) }] }),
      options,
      messages: [`rule 'daily', copy to '${vaultArn('eu-central-1')}': ${allowed('366 days. Lower it.')}`],
    },
  ],
  notApplicable: [
    { name: 'nothing is required', ...oneRule() },
    { name: 'a continuous rule without an end, which AWS Backup refuses', ...oneRule({ EnableContinuousBackup: true }), options },
  ],
  unknown: [{
    name: 'a parameter',
    ...oneRule(kept(GIVEN)),
    options,
    messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' is at most the allowed 365 days is unknown.'],
  }],
});
