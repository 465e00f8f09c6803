import { bucketLifecycle } from '../../../../src/checks/rules/coverage/bucket-lifecycle';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

interface Given {
  readonly resources?: unknown;
  readonly schedules?: readonly unknown[];
  readonly more?: object;
}

const WEEKLY = 'cron(0 5 ? * SUN *)';
const PATH = 'LifecycleConfiguration.Rules[0]';
const bucket = (rules: unknown, { resources = [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }], schedules = ['cron(0 5 ? * * *)'], more }: Given = {}) => bothWays({
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders', LifecycleConfiguration: { Rules: rules } } },
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'gold',
        BackupPlanRule: schedules.map((ScheduleExpression, index) => ({ RuleName: `rule${index}`, TargetBackupVault: 'orders', ScheduleExpression, ...more })),
      },
    },
  },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: resources } },
  },
});
const moving = (StorageClass: unknown, more: object = {}) => [{ Status: 'Enabled', Transitions: [{ StorageClass, TransitionInDays: 30 }], ...more }];
const expiring = (ExpirationInDays: unknown, more: object = {}) => [{ Status: 'Enabled', ExpirationInDays, ...more }];
const archived = (name: string, storageClass: string) => `'LifecycleConfiguration.Rules' of a bucket that is backed up should not move objects to ${name}, got '${storageClass}'. `
  + 'AWS Backup does not back up objects there. Use GLACIER_IR.';
const expired = (days: string, interval: string) => '\'LifecycleConfiguration.Rules\' of a bucket that is backed up should keep objects for longer than from one backup to the next, '
  + `got an expiry after ${days}, and at most ${interval} between backups. If one backup fails, objects are in none. Raise 'ExpirationInDays', or back up more often.`;
const DOUBT = '\'LifecycleConfiguration.Rules\': whether objects of the bucket that is backed up expire or move before a backup is unknown.';

describeRule(bucketLifecycle, {
  compliant: [
    ...['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR'].map((each) => ({ name: each, ...bucket(moving(each)) })),
    { name: 'a rule that is turned off', ...bucket(moving('GLACIER', { Status: 'Disabled' })) },
    { name: 'old versions, which move', ...bucket([{ Status: 'Enabled', NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }] }]) },
    { name: 'an expiry after the interval', ...bucket(expiring(8), { schedules: [WEEKLY] }) },
    { name: 'two days, backed up daily', ...bucket(expiring(2)) },
    { name: 'one rule of two runs daily', ...bucket(expiring(3), { schedules: [WEEKLY, 'cron(0 5 ? * * *)'] }) },
    { name: 'a continuous rule', ...bucket(expiring(3), { schedules: [WEEKLY], more: { EnableContinuousBackup: true } }) },
    { name: 'some objects, which expire', ...bucket(expiring(3, { Prefix: 'tmp/' }), { schedules: [WEEKLY] }) },
  ],
  nonCompliant: [
    { name: 'Glacier', ...bucket(moving('GLACIER')), messages: [archived('S3 Glacier Flexible Retrieval', 'GLACIER')], paths: [`${PATH}.Transitions[0].StorageClass`] },
    { name: 'Deep Archive', ...bucket(moving('DEEP_ARCHIVE')), messages: [archived('S3 Glacier Deep Archive', 'DEEP_ARCHIVE')] },
    { name: 'some objects', ...bucket(moving('GLACIER', { Prefix: 'logs/' })), messages: [archived('S3 Glacier Flexible Retrieval', 'GLACIER')] },
    {
      name: 'one transition, as it was once written',
      ...bucket([{ Status: 'Enabled', Transition: { StorageClass: 'GLACIER', TransitionInDays: 30 } }]),
      messages: [archived('S3 Glacier Flexible Retrieval', 'GLACIER')],
    },
    { name: 'six days, backed up weekly', ...bucket(expiring(6), { schedules: [WEEKLY] }), messages: [expired('6 days', '7 days')], paths: [`${PATH}.ExpirationInDays`] },
    { name: 'a day, backed up daily', ...bucket(expiring(1)), messages: [expired('1 day', '1 day')] },
    { name: 'a day, backed up monthly', ...bucket(expiring(1), { schedules: ['cron(0 5 1 * ? *)'] }), messages: [expired('1 day', '31 days')] },
    { name: 'an empty prefix, which is every object', ...bucket(expiring(6, { Prefix: '' }), { schedules: [WEEKLY] }), messages: [expired('6 days', '7 days')] },
    {
      name: 'both',
      ...bucket([...moving('DEEP_ARCHIVE'), ...expiring(6)], { schedules: [WEEKLY] }),
      messages: [archived('S3 Glacier Deep Archive', 'DEEP_ARCHIVE'), expired('6 days', '7 days')],
    },
  ],
  notApplicable: [
    { name: 'a bucket that is not backed up', ...bucket(moving('GLACIER'), { resources: ['arn:aws:s3:::other'] }) },
    { name: 'no bucket', ...bothWays({ Topic: { Type: 'AWS::SNS::Topic' } }) },
  ],
  unknown: [
    { name: 'rules that a condition decides', ...bucket({ 'Fn::If': ['Prod', [], [{ Status: 'Enabled' }]] }), messages: [DOUBT] },
    { name: 'a selection that is a parameter', ...bucket(moving('GLACIER'), { resources: [GIVEN] }), messages: [DOUBT] },
  ],
});
