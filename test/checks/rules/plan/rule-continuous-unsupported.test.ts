import { GIVEN, RULE, both, plan, rule, selection } from './cases';
import { ruleContinuousUnsupported } from '../../../../src/checks/rules/plan/rule-continuous-unsupported';
import { describeRule } from '../../rule-cases';

const continuous = (Resources: unknown, EnableContinuousBackup: unknown = true, more: object = {}) => both({
  Plan: plan([rule({ EnableContinuousBackup, Lifecycle: { DeleteAfterDays: 35 } })]), Selection: selection({ Resources, ...more }),
});
const TABLES = 'arn:aws:dynamodb:*:*:table/*';
const byTag = [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }];

describeRule(ruleContinuousUnsupported, {
  compliant: [
    { name: 'buckets among others', ...continuous([TABLES, 'arn:aws:s3:::*']) },
    { name: 'clusters, of which some are Aurora', ...continuous(['arn:aws:rds:*:*:cluster:*']) },
    { name: 'everything', ...continuous(['*']) },
    { name: 'tags', ...continuous([TABLES], true, { ListOfTags: byTag }) },
  ],
  nonCompliant: [{
    name: 'tables and file systems',
    ...continuous([TABLES, 'arn:aws:elasticfilesystem:*:*:file-system/fs-1']),
    messages: ['rule \'daily\': \'EnableContinuousBackup\' does nothing for what the plan takes (DynamoDB, EFS), which gets ordinary snapshots: '
      + 'leave it out, or take what has continuous backups'],
    paths: [`${RULE}.EnableContinuousBackup`],
  }],
  notApplicable: [{ name: 'a rule that is not continuous', ...continuous([TABLES], false) }],
  unknown: [
    {
      name: 'a switch that is a parameter',
      ...continuous([TABLES], GIVEN),
      messages: ['rule \'daily\': whether it is continuous, and takes what has continuous backups, cannot be known'],
    },
    { name: 'an ARN that is a parameter', ...continuous([GIVEN]) },
  ],
});
