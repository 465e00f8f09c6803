import { BUCKET, MULTI_AZ_CLUSTER, TABLE, plan, rule, selection } from './cases';
import { pointInTimeRecovery } from '../../../../src/checks/rules/plan/point-in-time-recovery';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const ALL = { Resources: ['*'] };
const taken = (resource: typeof BUCKET | object, EnableContinuousBackup: unknown, content: Record<string, unknown> = ALL) => bothWays({
  Resource: resource as typeof BUCKET, Plan: plan([rule(), rule({ EnableContinuousBackup, Lifecycle: { DeleteAfterDays: 35 } }, 'second')]), Selection: selection(content),
});
const CUSTOM = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'custom-sqlserver-ee', DBInstanceIdentifier: 'orders' } };
const INSTANCE = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres', DBInstanceIdentifier: 'orders' } };
const message = (title: string) => `a backup rule for this ${title} should be continuous, got none in plan 'gold'. Add a continuous rule to the plan, so that you can restore it to a point in time.`;

describeRule(pointInTimeRecovery, {
  compliant: [{ name: 'a continuous rule', ...taken(BUCKET, true) }],
  nonCompliant: [
    {
      name: 'a bucket',
      ...taken(BUCKET, false),
      messages: [message('Amazon S3 bucket')],
      paths: [''],
    },
    {
      name: 'an instance',
      ...taken(INSTANCE, undefined),
      messages: [message('Amazon RDS DB instance')],
    },
  ],
  notApplicable: [
    { name: 'a plan without rules', ...bothWays({ Bucket: BUCKET, Plan: plan([]), Selection: selection(ALL) }) },
    { name: 'a table', ...taken(TABLE, false) },
    { name: 'a Multi-AZ cluster', ...taken(MULTI_AZ_CLUSTER, false) },
    { name: 'RDS Custom', ...taken(CUSTOM, false) },
    { name: 'a bucket in no plan', ...taken(BUCKET, false, { Resources: ['arn:aws:dynamodb:*:*:table/*'] }) },
  ],
  unknown: [{
    name: 'a cluster of an engine that is a parameter',
    ...taken({ Type: 'AWS::RDS::DBCluster', Properties: { Engine: GIVEN } }, false),
    messages: [/^Whether this Amazon .* cluster has continuous backups is unknown\.$/],
  }, { name: 'a switch that is a parameter', ...taken(BUCKET, GIVEN), messages: ['Whether this Amazon S3 bucket has continuous backups is unknown.'] }],
});
