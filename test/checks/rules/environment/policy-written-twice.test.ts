import { policyWrittenTwice } from '../../../../src/checks/rules/environment/policy-written-twice';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { ARN, LETS_BACKUP } from '../notification/topics';

const ELSE = { ...LETS_BACKUP, Principal: { Service: 'cloudwatch.amazonaws.com' } };
const TOPIC = { Ref: 'Topic' };
const policyOf = (statement: object, topic: unknown = TOPIC) => ({ Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [topic], PolicyDocument: { Statement: [statement] } } });
const inlinePolicyOf = (statement: object) => ({ Type: 'AWS::SNS::TopicInlinePolicy', Properties: { TopicArn: TOPIC, PolicyDocument: { Statement: [statement] } } });

type Resources = Parameters<typeof bothWays>[0];
/** A vault that notifies a topic. */
const topics = (policies: Resources, properties: object = {}) => bothWays({
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn: TOPIC, BackupVaultEvents: ['COPY_JOB_FAILED'] } } },
  Topic: { Type: 'AWS::SNS::Topic', Properties: properties },
  ...policies,
});

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: {} };
const policyOfBucket = (bucket: unknown) => ({ Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: bucket, PolicyDocument: { Statement: [] } } });
const reportsTo = (S3BucketName: unknown) => ({
  Type: 'AWS::Backup::ReportPlan', Properties: { ReportPlanName: 'nightly', ReportDeliveryChannel: { S3BucketName }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } },
});
const recordsTo = (S3BucketName: unknown) => ({ Type: 'AWS::Config::DeliveryChannel', Properties: { S3BucketName } });

const ofTopic = (policies: string, without: string) => `The policy of the topic Topic should be written by one resource, got ${policies}. Write one policy with all statements. `
  + `The last one replaces the others, and AWS Backup cannot publish with ${without}.`;
const ofBucket = (bucket: string) => `The policy of the bucket ${bucket} should be written by one resource, got One and Two. Write one policy with all statements. `
  + 'CloudFormation rejects the second, or the last one replaces the others.';
const doubt = (subject: string) => `Whether several resources write the policy of ${subject} is unknown.`;

describeRule(policyWrittenTwice, {
  compliant: [
    { name: 'one policy of a topic', ...topics({ One: policyOf(LETS_BACKUP) }) },
    { name: 'two policies that let AWS Backup publish', ...topics({ One: policyOf(LETS_BACKUP), Two: policyOf(LETS_BACKUP) }) },
    { name: 'two policies that do not, which is another fault', ...topics({ One: policyOf(ELSE), Two: policyOf(ELSE) }) },
    { name: 'a policy of another topic', ...topics({ One: policyOf(LETS_BACKUP), Two: policyOf(ELSE, `${ARN}-of-others`) }) },
    { name: 'one policy of a bucket', ...bothWays({ Bucket: BUCKET, One: policyOfBucket({ Ref: 'Bucket' }), Reports: reportsTo({ Ref: 'Bucket' }) }) },
    { name: 'policies of two buckets', ...bothWays({ One: policyOfBucket('one'), Two: policyOfBucket('two'), Reports: reportsTo('one') }) },
  ],
  nonCompliant: [
    { name: 'a policy that keeps AWS Backup out', ...topics({ One: policyOf(LETS_BACKUP), Two: policyOf(ELSE) }), messages: [ofTopic('One and Two', 'Two')], paths: [''] },
    { name: 'the first of two', ...topics({ One: policyOf(ELSE), Two: policyOf(LETS_BACKUP) }), messages: [ofTopic('One and Two', 'One')] },
    { name: 'three', ...topics({ One: policyOf(ELSE), Two: policyOf(LETS_BACKUP), Three: policyOf(ELSE) }), messages: [ofTopic('One and Two and Three', 'One and Three')] },
    { name: 'a policy for one topic', ...topics({ One: policyOf(LETS_BACKUP), Two: inlinePolicyOf(ELSE) }), messages: [ofTopic('One and Two', 'Two')] },
    { name: 'a topic by its ARN', ...topics({ One: policyOf(LETS_BACKUP), Two: policyOf(ELSE, ARN) }, { TopicName: 'backups' }), messages: [ofTopic('One and Two', 'Two')] },
    {
      name: 'a bucket for reports',
      ...bothWays({ Bucket: BUCKET, One: policyOfBucket({ Ref: 'Bucket' }), Two: policyOfBucket({ Ref: 'Bucket' }), Reports: reportsTo({ Ref: 'Bucket' }) }),
      messages: [ofBucket('${Bucket}')],
      paths: [''],
    },
    { name: 'a bucket of AWS Config', ...bothWays({ One: policyOfBucket('logs'), Two: policyOfBucket('logs'), Channel: recordsTo('logs') }), messages: [ofBucket('logs')] },
    {
      name: 'a bucket for both, once',
      ...bothWays({ One: policyOfBucket('logs'), Two: policyOfBucket('logs'), Channel: recordsTo('logs'), Reports: reportsTo('logs') }),
      messages: [ofBucket('logs')],
    },
  ],
  notApplicable: [
    { name: 'a topic that no vault notifies', ...bothWays({ Topic: { Type: 'AWS::SNS::Topic' }, One: policyOf(LETS_BACKUP), Two: policyOf(ELSE) }) },
    { name: 'a bucket that nothing of backups goes to', ...bothWays({ One: policyOfBucket('logs'), Two: policyOfBucket('logs') }) },
    { name: 'a bucket that is a parameter', ...bothWays({ One: policyOfBucket('logs'), Two: policyOfBucket('logs'), Reports: reportsTo({ 'Fn::ImportValue': 'logs' }) }) },
  ],
  unknown: [
    { name: 'a policy of a condition', ...topics({ One: policyOf(LETS_BACKUP), Two: { Condition: 'Prod', ...policyOf(ELSE) } }), messages: [doubt('the topic Topic')] },
    { name: 'a policy that might allow AWS Backup to publish', ...topics({ One: policyOf({ ...LETS_BACKUP, Action: GIVEN }), Two: policyOf(ELSE) }), messages: [doubt('the topic Topic')] },
    {
      name: 'policies of a bucket of conditions',
      ...bothWays({
        One: { Condition: 'Prod', ...policyOfBucket('logs') },
        Two: { Condition: 'Dev', ...policyOfBucket('logs') },
        Reports: reportsTo('logs'),
      }),
      messages: [doubt('the bucket logs')],
    },
  ],
});
