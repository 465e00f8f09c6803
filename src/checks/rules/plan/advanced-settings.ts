import type { Plan, Property } from '../../../inventory';
import { advancedSettingProblems } from '../../../validation/plan/advanced-settings';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn, judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const advancedSettings: Rule = {
  id: RuleId.ADVANCED_SETTINGS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Advanced settings of a plan are options that AWS Backup has.',
  why: 'AWS Backup refuses a plan with another option or value, and CloudFormation does not look at them.',
  fix: 'Write WindowsVSS for EC2, BackupACLs or BackupObjectTags for S3, each enabled or disabled.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_AdvancedBackupSetting.html',
  evaluate: ({ plans }) => plans.flatMap((plan) => [
    ...plan.advancedSettings.items() === UNKNOWN ? [unknown(at(plan.address, plan.advancedSettings), `plan ${plan.inWords}: 'AdvancedBackupSettings' cannot be known`)] : [],
    ...itemsIn(plan.advancedSettings).flatMap((setting) => outcomesOf(plan, setting)),
  ]),
};

function outcomesOf(plan: Plan, setting: Property): Outcome[] {
  const type = setting.get('ResourceType').string();
  const given = setting.get('BackupOptions');
  const names = given.names();
  const options = new Map<string, Value<string>>((isKnown(names) ? names : []).map((name) => [name, given.get(name).string()]));
  const problems = advancedSettingProblems('AdvancedBackupSettings', type, options);
  return judged(at(plan.address, setting), problems.map((problem) => `plan ${plan.inWords}: ${problem}`), [type, names, ...options.values()],
    `plan ${plan.inWords}: a setting in 'AdvancedBackupSettings' cannot be known`);
}
