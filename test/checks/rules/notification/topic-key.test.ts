import { ARN, SILENT, TOPIC_PATH, notifying } from './topics';
import { topicKey } from '../../../../src/checks/rules/notification/topic-key';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const message = 'vault \'orders\': \'Notifications.SNSTopicArn\' must be encrypted with a customer managed key, got \'alias/aws/sns\' on the topic Topic. '
  + 'Make a customer managed key. The policy of the AWS managed key does not allow AWS Backup or EventBridge to use it, and cannot be changed.';

describeRule(topicKey, {
  compliant: [
    { name: 'no key', ...notifying({ topic: {} }) },
    { name: 'a key of the customer\'s', ...notifying({ topic: { KmsMasterKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' } }) },
    { name: 'an alias of the customer\'s', ...notifying({ topic: { KmsMasterKeyId: 'alias/backups' } }) },
  ],
  nonCompliant: [
    { name: 'the alias', ...notifying({ topic: { KmsMasterKeyId: 'alias/aws/sns' } }), messages: [message], paths: [TOPIC_PATH] },
    {
      name: 'the ARN of the alias',
      ...notifying({ topic: { KmsMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${Given}:alias/aws/sns' } } }),
      messages: [message],
    },
  ],
  notApplicable: [SILENT],
  unknown: [
    { name: 'a key that is a parameter', ...notifying({ topic: { KmsMasterKeyId: GIVEN } }), messages: ['the key of the topic Topic of vault \'orders\' is unknown.'] },
    {
      name: 'the ARN of two topics',
      ...bothWays({
        Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn: ARN, BackupVaultEvents: ['COPY_JOB_FAILED'] } } },
        TopicP: { Condition: 'Prod', Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups', KmsMasterKeyId: 'alias/aws/sns' } },
        TopicD: { Condition: 'Dev', Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups' } },
      }),
    },
    { name: 'a topic of others', ...notifying({ arn: ARN }), messages: [`the key of the topic '${ARN}' of vault 'orders' is unknown.`] },
  ],
});
