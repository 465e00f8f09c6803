import { selectionQuotas } from '../../../../src/checks/rules/selection/selection-quotas';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { condition, selections, tag, times } from './selections';

const ARNS = 'Create another selection, or select by tags or types.';
const arns = (count: number, end = '') => times(count, (index) => `arn:aws:s3:::bucket-${index}${end}`);
const tags = (count: number) => times(count, (index) => tag(`tag${index}`));
const conditions = (count: number) => ({ StringEquals: times(count - 1, (index) => condition(`aws:ResourceTag/tag${index}`)), StringLike: [condition('aws:ResourceTag/other')] });

const unchangeable = (amount: string, remedy: string) => `plan 'gold' should have fewer than ${amount}. A change of a selection creates 1 new selection before the old one is deleted, so its `
  + `deployment fails. ${remedy}`;

describeRule(selectionQuotas, {
  compliant: [
    { name: 'ARNs', ...selections({ Resources: [...arns(500), ...arns(30, '*')], NotResources: [...arns(500), ...arns(30, '*')] }) },
    { name: 'tags and conditions', ...selections({ ListOfTags: tags(30), Conditions: conditions(30) }) },
    { name: 'selections', ...selections(...times(99, (index) => (index < 9 ? { ListOfTags: tags(1) } : { Resources: ['*'] }))) },
  ],
  nonCompliant: [
    {
      name: 'ARNs',
      ...selections({ Resources: arns(501), NotResources: arns(31, '*') }),
      messages: [
        `selection 'everything': 'Resources' must be at most 500 ARNs, got 501 ARNs. ${ARNS}`,
        `selection 'everything': 'NotResources' must be at most 30 wildcard ARNs, got 31 wildcard ARNs. ${ARNS}`,
      ],
      paths: ['BackupSelection.Resources', 'BackupSelection.NotResources'],
    },
    {
      name: 'tags and conditions',
      ...selections({ ListOfTags: tags(31), Conditions: conditions(31) }),
      messages: [
        'selection \'everything\': \'ListOfTags\' must be at most 30 tags, got 31 tags. Create another selection.',
        'selection \'everything\': \'Conditions\' must be at most 30 conditions, got 31 conditions. Create another selection.',
      ],
    },
    {
      name: 'selections of a plan',
      ...selections(...times(101, () => ({ Resources: ['*'] }))),
      messages: ['plan \'gold\' must have at most 100 selections, got 101 selections. Create another plan.'],
      paths: [''],
    },
    {
      name: 'selections of a plan by tags or conditions',
      ...selections(...times(11, (index) => (index < 5 ? { ListOfTags: tags(1) } : { Resources: ['*'], Conditions: conditions(1) }))),
      messages: ['plan \'gold\' must have at most 10 selections by tags, got 11 selections by tags. Join selections, or create another plan.'],
    },
    {
      name: 'selections of a plan of which none can be changed',
      ...selections(...times(100, (index) => (index < 10 ? { ListOfTags: tags(1) } : { Resources: ['*'] }))),
      messages: [unchangeable('100 selections, got 100', 'Create another plan.'),
        unchangeable('10 selections by tags, got 10', 'Join selections, or create another plan.')],
      levels: ['warning', 'warning'],
      paths: ['', ''],
    },
    {
      name: 'selections by tags of which none can be changed, and too many in all',
      ...selections(...times(101, (index) => (index < 10 ? { ListOfTags: tags(1) } : { Resources: ['*'] }))),
      messages: ['plan \'gold\' must have at most 100 selections, got 101 selections. Create another plan.',
        unchangeable('10 selections by tags, got 10', 'Join selections, or create another plan.')],
      levels: ['error', 'warning'],
    },
  ],
  notApplicable: [{ name: 'no selection', ...selections() }],
  unknown: [{
    name: 'lists that are parameters',
    ...selections({ Resources: PARAMETER, ListOfTags: tags(1) }),
    messages: ['selection \'everything\': how many \'Resources\' there are is unknown.'],
  }],
});
