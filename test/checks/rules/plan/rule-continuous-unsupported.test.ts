import { RULE, plan, rule, selection } from './cases';
import { ruleContinuousUnsupported } from '../../../../src/checks/rules/plan/rule-continuous-unsupported';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const continuous = (Resources: unknown, EnableContinuousBackup: unknown = true, more: object = {}) => bothWays({
  Plan: plan([rule({ EnableContinuousBackup, Lifecycle: { DeleteAfterDays: 35 } })]), Selection: selection({ Resources, ...more }),
});
const TABLES = 'arn:aws:dynamodb:*:*:table/*';
const byTag = [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }];

describeRule(ruleContinuousUnsupported, {
  compliant: [
    { name: 'buckets among others', ...continuous([TABLES, 'arn:aws:s3:::*']) },
    { name: 'clusters, some of them Aurora', ...continuous(['arn:aws:rds:*:*:cluster:*']) },
    { name: 'everything', ...continuous(['*']) },
    { name: 'tags', ...continuous([TABLES], true, { ListOfTags: byTag }) },
  ],
  nonCompliant: [{
    name: 'tables and file systems',
    ...continuous([TABLES, 'arn:aws:elasticfilesystem:*:*:file-system/fs-1']),
    messages: ['rule \'daily\': \'EnableContinuousBackup\' has no effect on the types that the plan selects (DynamoDB, EFS). AWS Backup creates snapshots of them. Leave it out, or select types with continuous backups.'],
    paths: [`${RULE}.EnableContinuousBackup`],
  }],
  notApplicable: [{ name: 'a rule that is not continuous', ...continuous([TABLES], false) }],
  unknown: [
    {
      name: 'a switch that is a parameter',
      ...continuous([TABLES], GIVEN),
      messages: ['rule \'daily\': whether it is continuous, and selects types with continuous backups, is unknown.'],
    },
    { name: 'an ARN that is a parameter', ...continuous([GIVEN]) },
  ],
});
