import { RULE, oneRule, vaultArn } from './cases';
import { ruleLifecycle } from '../../../../src/checks/rules/plan/rule-lifecycle';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const kept = (deleteAfter: unknown, cold?: unknown) => ({ Lifecycle: { DeleteAfterDays: deleteAfter, MoveToColdStorageAfterDays: cold } });
const copied = (lifecycle: object) => oneRule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...lifecycle }] });
const inherited = (backup: number, cold: number) => oneRule({ ...kept(backup), CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...kept(undefined, cold) }] });
const COPY = `rule 'daily', copy to '${vaultArn('eu-central-1')}'`;
const TOO_SHORT = '\'Lifecycle.DeleteAfterDays\' must be at least 90 days more than \'Lifecycle.MoveToColdStorageAfterDays\' (30 days), got 119 days. Raise it to 120 days or more, or leave out \'Lifecycle.MoveToColdStorageAfterDays\'.';

describeRule(ruleLifecycle, {
  compliant: [
    { name: 'the minimum', ...oneRule(kept(1)) },
    { name: 'the maximum', ...oneRule(kept(36500)) },
    { name: '90 days in cold storage', ...oneRule(kept(120, 30)) },
    { name: 'a move to cold storage that is not a number of days, which another rule reports', ...oneRule(kept(35, -1)) },
    { name: 'the shortest time in warm storage', ...oneRule(kept(90, 0)) },
    { name: 'always, as the API writes it', ...oneRule(kept(-1, 30)) },
    { name: 'a copy of a backup that never expires', ...copied(kept(-1)) },
    { name: 'a copy with only cold storage, 90 days before its backup expires', ...inherited(120, 30) },
    { name: 'cold storage without expiry', ...oneRule(kept(undefined, 30)) },
  ],
  nonCompliant: [
    {
      name: 'less than the minimum',
      ...oneRule(kept(0)),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' must be at least 1 day, got 0 days. Raise it.'],
      paths: [`${RULE}.Lifecycle.DeleteAfterDays`],
    },
    {
      name: 'more than the maximum',
      ...oneRule(kept(36501)),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' must be at most 36500 days, got 36501 days. Lower it.'],
    },
    { name: '89 days in cold storage', ...oneRule(kept(119, 30)), messages: [`rule 'daily': ${TOO_SHORT}`] },
    {
      name: 'a copy with 89 days in cold storage',
      ...copied(kept(119, 30)),
      messages: [`${COPY}: ${TOO_SHORT}`],
      paths: [`${RULE}.CopyActions[0].Lifecycle.DeleteAfterDays`],
    },
    {
      name: 'a copy with only cold storage, 89 days before its backup expires',
      ...inherited(119, 30),
      messages: [`${COPY}: ${TOO_SHORT}`],
      levels: ['warning'],
    },
    {
      name: 'the retention of a rule, once and not again for its copy',
      ...inherited(0, 30),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' must be at least 1 day, got 0 days. Raise it.'],
    },
  ],
  notApplicable: [{ name: 'no lifecycle', ...oneRule() }, { name: 'a continuous rule', ...oneRule({ ...kept(0), EnableContinuousBackup: true }) }],
  unknown: [
    { name: 'a parameter', ...oneRule(kept(GIVEN)), messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' is valid is unknown.'] },
    { name: 'cold storage that is a parameter', ...oneRule(kept(120, GIVEN)) },
  ],
});
