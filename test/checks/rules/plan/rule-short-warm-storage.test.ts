import { RULE, oneRule, vaultArn } from './cases';
import { ruleShortWarmStorage } from '../../../../src/checks/rules/plan/rule-short-warm-storage';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const cold = (days: unknown) => ({ Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: days } });
const warning = (where: string) => `${where}: 'Lifecycle.MoveToColdStorageAfterDays' should be at least 8 days, got 7 days. `
  + 'Raise it. Otherwise AWS Backup creates another full backup in warm storage, which costs more than cold storage saves.';

describeRule(ruleShortWarmStorage, {
  compliant: [{ name: 'eight days', ...oneRule(cold(8)) }],
  nonCompliant: [
    {
      name: 'no number of days',
      ...oneRule(cold(-1)),
      messages: ['rule \'daily\': \'Lifecycle.MoveToColdStorageAfterDays\' should be a number of days, got -1. Leave it out for no cold storage.'],
    },
    { name: 'seven days', ...oneRule(cold(7)), messages: [warning('rule \'daily\'')], paths: [`${RULE}.Lifecycle.MoveToColdStorageAfterDays`] },
    {
      name: 'a copy',
      ...oneRule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1'), ...cold(7) }] }),
      messages: [warning(`rule 'daily', copy to '${vaultArn('eu-central-1')}'`)],
    },
  ],
  notApplicable: [{ name: 'no cold storage', ...oneRule({ Lifecycle: { DeleteAfterDays: 3 } }) }],
  unknown: [{ name: 'a parameter', ...oneRule(cold(GIVEN)), messages: ['rule \'daily\': \'Lifecycle.MoveToColdStorageAfterDays\' is unknown.'] }],
});
