import { BUCKET, RULE, TABLE, plan, rule, selection } from './cases';
import { oneContinuousRule } from '../../../../src/checks/rules/plan/one-continuous-rule';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const ALL = { Resources: ['*'] };
const continuous = (EnableContinuousBackup: unknown, name: string) => rule({ EnableContinuousBackup, Lifecycle: { DeleteAfterDays: 35 } }, name);
const twice = (first: unknown, second: unknown, resources: Parameters<typeof bothWays>[0] = { Bucket: BUCKET }) => bothWays({
  Plan: plan([continuous(first, 'first'), continuous(second, 'second')]), ...resources, Selection: selection(ALL),
});
const another = plan([continuous(true, 'second')], { BackupPlanName: 'silver' });

describeRule(oneContinuousRule, {
  compliant: [{ name: 'one', ...twice(true, false) }, { name: 'tables, which have none', ...twice(true, true, { Table: TABLE }) }],
  nonCompliant: [
    {
      name: 'two rules of a plan',
      ...twice(true, true),
      messages: ['rule \'second\' of plan \'gold\': only one rule for AWS::S3::Bucket \'Bucket\' should be continuous, got rule \'first\' of plan \'gold\' too. AWS Backup creates only one continuous backup of a resource. Let one of the rules create snapshots.'],
      paths: [`${RULE.replace('0', '1')}.EnableContinuousBackup`],
    },
    {
      name: 'two plans',
      ...bothWays({
        Plan: plan([continuous(true, 'first')]), Selection: selection(ALL), Bucket: BUCKET, Other: another, OtherSelection: selection(ALL, 'Other'),
      }),
      messages: ['rule \'second\' of plan \'silver\': only one rule for AWS::S3::Bucket \'Bucket\' should be continuous, got rule \'first\' of plan \'gold\' too. AWS Backup creates only one continuous backup of a resource. Let one of the rules create snapshots.'],
    },
    {
      name: 'many buckets, once',
      ...twice(true, true, Object.fromEntries([1, 2, 3, 4].map((index) => [`Bucket${index}`, { Type: 'AWS::S3::Bucket', Properties: { BucketName: `b${index}` } }]))),
      messages: ['rule \'second\' of plan \'gold\': only one rule for AWS::S3::Bucket \'Bucket1\', AWS::S3::Bucket \'Bucket2\', AWS::S3::Bucket \'Bucket3\' and 1 more should be continuous, got rule \'first\' of plan \'gold\' too. AWS Backup creates only one continuous backup of a resource. Let one of the rules create snapshots.'],
    },
  ],
  notApplicable: [{ name: 'no resource', ...twice(true, true, {}) }],
  unknown: [{
    name: 'a switch that is a parameter',
    ...twice(true, GIVEN),
    messages: ['rule \'second\': whether it is the only continuous rule for AWS::S3::Bucket \'Bucket\' is unknown.'],
  }],
});
