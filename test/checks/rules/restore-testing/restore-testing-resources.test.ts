import { NO_TEST, many, plan, selection } from './restore-tests';
import { restoreTestingResources } from '../../../../src/checks/rules/restore-testing/restore-testing-resources';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const SUBJECT = 'restore testing selection \'tables\':';
const arns = (count: number) => many(count, (index) => `arn:aws:dynamodb:eu-west-1:111122223333:table/orders${index}`);
const conditions = (count: number, operator = 'StringEquals') => ({
  [operator]: many(count, (index) => ({ Key: `aws:ResourceTag/tag${index}`, Value: 'yes' })),
});
const taking = (ProtectedResourceArns: unknown, ProtectedResourceConditions?: unknown) =>
  selection({ ProtectedResourceArns, ProtectedResourceConditions });
const vaults = (count: number) => many(count, (index) => `arn:aws:backup:eu-west-1:111122223333:backup-vault:orders${index}`);
const TOGETHER = `${SUBJECT} 'ProtectedResourceConditions' must be used only with '*' in 'ProtectedResourceArns', got it with`;

describeRule(restoreTestingResources, {
  compliant: [
    { name: 'everything', ...taking(['*']) },
    { name: 'the most ARNs', ...taking(arns(30)) },
    { name: 'the most conditions', ...taking(['*'], { ...conditions(15), ...conditions(15, 'StringNotEquals') }) },
    { name: 'ARNs and a list without conditions', ...taking(arns(1), { StringEquals: [] }) },
    { name: 'an ARN that is a parameter', ...taking([GIVEN]) },
    { name: 'the most vaults', ...plan({}, { IncludeVaults: vaults(30), ExcludeVaults: vaults(30) }) },
  ],
  nonCompliant: [
    {
      name: 'one ARN more',
      ...taking(arns(31)),
      messages: [`${SUBJECT} 'ProtectedResourceArns' must be at most 30 ARNs, got 31 ARNs. Create another selection, or use conditions.`],
      paths: ['ProtectedResourceArns'],
    },
    {
      name: 'one condition more',
      ...taking(['*'], { ...conditions(15), ...conditions(16, 'StringNotEquals') }),
      messages: [`${SUBJECT} 'ProtectedResourceConditions' must be at most 30 conditions, got 31 conditions. Create another selection.`],
    },
    { name: 'an ARN and a condition', ...taking(arns(1), conditions(1)), messages: [`${TOGETHER} an ARN. Leave out the conditions, or the ARNs.`] },
    { name: 'ARNs and a condition', ...taking(arns(2), conditions(1)), messages: [`${TOGETHER} 2 ARNs. Leave out the conditions, or the ARNs.`] },
    {
      name: 'everything and an ARN',
      ...taking(['*', ...arns(1)]),
      messages: [`${SUBJECT} 'ProtectedResourceArns' must be '*' alone or ARNs, got both. Leave out '*', or the ARNs.`],
    },
    {
      name: 'one vault more',
      ...plan({}, { IncludeVaults: vaults(31) }),
      messages: ['restore testing plan \'weekly\': \'RecoveryPointSelection.IncludeVaults\' must be at most 30 vaults, got 31 vaults. Use wildcards, or create another plan.'],
      paths: ['RecoveryPointSelection.IncludeVaults'],
    },
  ],
  notApplicable: [NO_TEST, { name: 'conditions alone', ...taking(undefined, conditions(1)) }],
  unknown: [
    { name: 'ARNs that are a parameter', ...taking({ 'Fn::Split': [',', GIVEN] }) },
    {
      name: 'an ARN that is a parameter, and a condition',
      ...taking([GIVEN], conditions(1)),
      messages: [`${SUBJECT} whether 'ProtectedResourceArns' and 'ProtectedResourceConditions' can be combined is unknown.`],
    },
    {
      name: 'vaults that are a parameter',
      ...plan({}, { ExcludeVaults: { 'Fn::Split': [',', GIVEN] } }),
      messages: ['restore testing plan \'weekly\': \'RecoveryPointSelection.ExcludeVaults\' is unknown.'],
    },
  ],
});
