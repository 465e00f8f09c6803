import { oneRule, plan, rule, vaultArn } from './cases';
import { planQuotas } from '../../../../src/checks/rules/plan/plan-quotas';
import { GIVEN, bothWays, perhaps } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const rules = (amount: number) => bothWays({ Plan: plan(Array.from({ length: amount }, (_, index) => rule({}, `rule-${index}`))) });
const copies = (amount: number) => oneRule({ CopyActions: Array.from({ length: amount }, () => ({ DestinationBackupVaultArn: vaultArn('eu-central-1') })) });
const tags = (amount: number) => oneRule({ RecoveryPointTags: Object.fromEntries(Array.from({ length: amount }, (_, index) => [`Tag${index}`, 'x'])) });

describeRule(planQuotas, {
  compliant: [
    { name: '10 rules', ...rules(10) },
    { name: '5 copies', ...copies(5) },
    { name: '10 tags', ...tags(10) },
  ],
  nonCompliant: [
    {
      name: '11 rules',
      ...rules(11),
      messages: ['plan \'gold\': \'BackupPlanRule\' must be at most 10 rules, got 11 rules. Give 1 to 10, and divide more among several plans.'],
      paths: ['BackupPlan.BackupPlanRule'],
    },
    {
      name: 'no rule',
      ...rules(0),
      messages: ['plan \'gold\': \'BackupPlanRule\' must be at least 1 rule, got 0 rules. Give 1 to 10, and divide more among several plans.'],
    },
    {
      name: '6 copies',
      ...copies(6),
      messages: ['rule \'daily\': \'CopyActions\' must be at most 5 copies, got 6 copies. Leave some out, or create them in another tier or rule.'],
      paths: ['BackupPlan.BackupPlanRule[0].CopyActions'],
    },
    {
      name: '11 tags',
      ...tags(11),
      messages: ['rule \'daily\': \'RecoveryPointTags\' must be at most 10 tags, got 11 tags. Leave some out.'],
      paths: ['BackupPlan.BackupPlanRule[0].RecoveryPointTags'],
    },
    {
      name: 'a prefix of AWS',
      ...oneRule({ RecoveryPointTags: { 'aws:owner': 'x' } }),
      messages: ['rule \'daily\': \'RecoveryPointTags\' must not use the prefix \'aws:\', which AWS reserves, got \'aws:owner\'. Choose another key.'],
    },
  ],
  notApplicable: [{ name: 'no plan', ...bothWays({}) }],
  unknown: [
    { name: 'tags that are a parameter', ...oneRule({ RecoveryPointTags: GIVEN }), messages: ['rule \'daily\': \'RecoveryPointTags\' is unknown.'] },
    { name: 'copies that are a parameter', ...oneRule({ CopyActions: GIVEN }), messages: ['rule \'daily\': how many \'CopyActions\' there are is unknown.'] },
    {
      name: 'a parameter decides about the sixth copy',
      ...oneRule({ CopyActions: [...Array.from({ length: 5 }, () => ({ DestinationBackupVaultArn: vaultArn('eu-central-1') })), perhaps({})] }),
      messages: ['rule \'daily\': whether there are too many \'CopyActions\' or too few is unknown.'],
    },
  ],
});
