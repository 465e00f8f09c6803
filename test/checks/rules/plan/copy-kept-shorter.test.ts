import { oneRule, vaultArn } from './cases';
import { copyKeptShorter } from '../../../../src/checks/rules/plan/copy-kept-shorter';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const days = (DeleteAfterDays: unknown) => (DeleteAfterDays === undefined ? undefined : { DeleteAfterDays });
const kept = (backup: unknown, ...copies: unknown[]) => oneRule({
  Lifecycle: days(backup),
  CopyActions: copies.map((copy, index) => ({ DestinationBackupVaultArn: vaultArn('eu-central-1', undefined, `copies${index}`), Lifecycle: days(copy) })),
});
const message = (backup: string, copy: string) => `rule 'daily': 'Lifecycle.DeleteAfterDays' of a copy should not be much shorter than that of its backup (${backup}), got ${copy}. `
  + 'Raise it. If the account or Region of the backup is lost, only the copy is left.';

describeRule(copyKeptShorter, {
  compliant: [
    { name: 'half the retention', ...kept(90, 45) },
    { name: 'less than half, but 29 days less', ...kept(36, 7) },
    { name: 'the retention of the backup', ...kept(365, undefined) },
    { name: 'longer than the backup', ...kept(35, 365) },
    { name: 'one of two copies is long enough', ...kept(365, 7, 365) },
    { name: 'one of two copies follows the backup', ...kept(365, 7, undefined) },
  ],
  nonCompliant: [
    {
      name: 'a day less than half the retention',
      ...kept(90, 44),
      messages: [message('90 days', '44 days')],
      paths: ['BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.DeleteAfterDays'],
    },
    { name: '30 days less', ...kept(37, 7), messages: [message('37 days', '7 days')] },
    { name: 'a copy of a backup that never expires', ...kept(undefined, 35), messages: [message('never expires', '35 days')] },
    { name: 'the longer of two', ...kept(365, 7, 30), messages: [message('365 days', '30 days')] },
    { name: 'a day', ...kept(35, 1), messages: [message('35 days', '1 day')] },
  ],
  notApplicable: [{ name: 'no copy', ...oneRule({ Lifecycle: days(365) }) }],
  unknown: [
    { name: 'a copy with -1, on which two pages of AWS differ', ...kept(365, -1) },
    { name: 'a copy that is a parameter', ...kept(365, GIVEN), messages: ['rule \'daily\': whether a copy is kept much shorter than its backup is unknown.'] },
    { name: 'one of two copies is a parameter', ...kept(365, 7, GIVEN) },
    { name: 'a backup that is a parameter', ...kept(GIVEN, 7) },
  ],
});
