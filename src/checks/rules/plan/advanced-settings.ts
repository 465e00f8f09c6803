import type { Plan, Property } from '../../../inventory';
import { advancedSettingProblems, rejectedSettingWarnings } from '../../../validation/plan/advanced-settings';
import { type Value, UNKNOWN, elementsOf } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn, judged } from '../../properties';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const advancedSettings: Rule = {
  id: RuleId.ADVANCED_SETTINGS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The advanced settings of a plan are options that AWS Backup supports.',
  why: 'AWS Backup rejects a plan with another option or value. CloudFormation does not validate them, so the deployment fails. '
    + 'A setting of S3 is a warning: users report that CloudFormation rejects it.',
  fix: 'Use WindowsVSS for EC2, and BackupACLs or BackupObjectTags for S3. Set each to enabled or disabled.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_AdvancedBackupSetting.html',
  evaluate: ({ plans }) => plans.flatMap((plan) => [
    ...plan.advancedSettings.items() === UNKNOWN ? [unknown(at(plan.address, plan.advancedSettings), `plan ${plan.label}: 'AdvancedBackupSettings' is unknown.`)] : [],
    ...itemsIn(plan.advancedSettings).flatMap((setting) => outcomesOf(plan, setting)),
  ]),
};

function outcomesOf(plan: Plan, setting: Property): Outcome[] {
  const type = setting.get('ResourceType').string();
  const given = setting.get('BackupOptions');
  const names = given.names();
  const options = new Map<string, Value<string>>(elementsOf(names).map((name) => [name, given.get(name).string()]));
  const problems = advancedSettingProblems('AdvancedBackupSettings', type, options);
  const [place, subject] = [at(plan.address, setting), `plan ${plan.label}`];
  return [
    ...judged(place, problems.map((problem) => problem.of(subject)), [type, names, ...options.values()], `${subject}: a setting in 'AdvancedBackupSettings' is unknown.`),
    ...faults(place, rejectedSettingWarnings('\'AdvancedBackupSettings\'', type).map((problem) => problem.of(subject)), 'warning'),
  ];
}
