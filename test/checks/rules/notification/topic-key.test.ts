import { ARN, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicKey } from '../../../../src/checks/rules/notification/topic-key';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, OTHER_ACCOUNT, describeRule } from '../../rule-cases';

const message = 'vault \'orders\': \'Notifications.SNSTopicArn\' must be encrypted with a customer managed key, got \'alias/aws/sns\' on the topic Topic. '
  + 'Create a customer managed key. The policy of the AWS managed key does not allow AWS Backup or EventBridge to use it, and cannot be changed.';

const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const SERVICE = { Service: 'backup.amazonaws.com' };
const allow = (Principal: object, Action: unknown = 'kms:*', more: object = {}) => ({ Effect: 'Allow', Principal, Action, Resource: '*', ...more });

/** A topic with a key of the template. */
function encrypted(KeyPolicy: unknown, named: unknown = { Ref: 'Key' }, type = 'AWS::KMS::Key', more: object = {}) {
  const { cfn } = notifying({ topic: { KmsMasterKeyId: named } }) as { readonly cfn: { readonly Resources: Parameters<typeof bothWays>[0] } };
  return bothWays({
    ...cfn.Resources,
    Key: { Type: type, Properties: KeyPolicy === undefined ? {} : { KeyPolicy, ...more } },
    Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/topics', TargetKeyId: { Ref: 'Key' } } },
  });
}

const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const refused = (...actions: string[]) => 'vault \'orders\': \'Notifications.SNSTopicArn\' must be encrypted with a key whose policy lets \'backup.amazonaws.com\' use it, '
  + `got a policy that does not allow ${actions.map((action) => `'${action}'`).join(', ')} on the key of the topic Topic. `
  + 'Allow the service \'kms:Decrypt\' and \'kms:GenerateDataKey*\'. Otherwise every message is lost.';
const both = refused('kms:Decrypt', 'kms:GenerateDataKey');

describeRule(topicKey, {
  compliant: [
    { name: 'a key that lets the service', ...encrypted(policy(allow(ROOT), allow(SERVICE, ['kms:Decrypt', 'kms:GenerateDataKey*']))) },
    { name: 'a key that lets several services', ...encrypted(policy(allow(ROOT), allow({ Service: ['events.amazonaws.com', 'backup.amazonaws.com'] }))) },
    { name: 'a key that lets everyone', ...encrypted(policy(allow({ AWS: '*' }))) },
    { name: 'a key that lets the service for its account', ...encrypted(policy(allow(SERVICE, 'kms:*', { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } }))) },
    { name: 'no key', ...notifying({ topic: {} }) },
    { name: 'a key of the customer\'s', ...notifying({ topic: { KmsMasterKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' } }) },
    { name: 'an alias of the customer\'s', ...notifying({ topic: { KmsMasterKeyId: 'alias/backups' } }) },
  ],
  nonCompliant: [
    {
      name: 'a disabled key',
      ...encrypted(policy(allow(ROOT), allow(SERVICE)), undefined, undefined, { Enabled: false }),
      messages: ['vault \'orders\': \'Notifications.SNSTopicArn\' must be encrypted with a key that is enabled, got the key Key of the topic Topic, whose \'Enabled\' is false. '
        + 'Leave \'Enabled\' out. AWS KMS rejects every encryption with a disabled key.'],
    },
    { name: 'a key for the account alone', ...encrypted(policy(allow(ROOT))), messages: [both], paths: [TOPIC_PATH] },
    { name: 'a key with the default policy', ...encrypted(undefined), messages: [both] },
    { name: 'a key behind an alias', ...encrypted(policy(allow(ROOT)), 'alias/topics'), messages: [both] },
    { name: 'a replica', ...encrypted(policy(allow(ROOT)), { 'Fn::GetAtt': ['Key', 'Arn'] }, 'AWS::KMS::ReplicaKey'), messages: [both] },
    { name: 'a key for another service', ...encrypted(policy(allow(ROOT), allow({ Service: 'events.amazonaws.com' }))), messages: [both] },
    { name: 'a key for decryption alone', ...encrypted(policy(allow(ROOT), allow(SERVICE, 'kms:Decrypt'))), messages: [refused('kms:GenerateDataKey')] },
    { name: 'a denial', ...encrypted(policy(allow(SERVICE), { ...allow(SERVICE), Effect: 'Deny' })), messages: [both] },
    {
      name: 'a key for the service on behalf of another account',
      ...encrypted(policy(allow(ROOT), allow(SERVICE, 'kms:*', { Condition: { StringEquals: { 'aws:SourceAccount': OTHER_ACCOUNT } } }))),
      messages: [both],
    },
    { name: 'the alias', ...notifying({ topic: { KmsMasterKeyId: 'alias/aws/sns' } }), messages: [message], paths: [TOPIC_PATH] },
    {
      name: 'the ARN of the alias',
      ...notifying({ topic: { KmsMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${Given}:alias/aws/sns' } } }),
      messages: [message],
    },
  ],
  notApplicable: [SILENT],
  unknown: [
    { name: 'a policy that is a parameter', ...encrypted(GIVEN), messages: ['The key of the topic Topic of vault \'orders\' is unknown.'] },
    { name: 'a key that is a parameter', ...notifying({ topic: { KmsMasterKeyId: GIVEN } }), messages: ['The key of the topic Topic of vault \'orders\' is unknown.'] },
    {
      name: 'the ARN of two topics',
      ...bothWays({
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn: ARN, BackupVaultEvents: ['COPY_JOB_FAILED'] } } },
        TopicP: { Condition: 'Prod', Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups', KmsMasterKeyId: 'alias/aws/sns' } },
        TopicD: { Condition: 'Dev', Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups' } },
      }),
    },
    { name: 'a topic of others', ...notifying({ arn: ARN }), messages: [`The key of the topic '${ARN}' of vault 'orders' is unknown.`] },
  ],
});
