import { bothWays } from '../../both-ways';
import { ACCOUNT, REGION } from '../../rule-cases';

export const TOPIC_PATH = 'Notifications.SNSTopicArn';
export const ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:backups`;
export const LETS_BACKUP = { Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sns:Publish', Resource: '*' };

interface Given {
  /** @default - that of the topic */
  readonly arn?: unknown;
  readonly topic?: object;
  readonly statements?: unknown;
  readonly topics?: unknown;
  readonly events?: unknown;
}

/** A vault `orders` with notifications, and a topic of the app where its properties are given. */
export function notifying({ arn = { Ref: 'Topic' }, topic, statements, topics = [{ Ref: 'Topic' }], events = ['COPY_JOB_FAILED'] }: Given) {
  return bothWays({
    Vault: {
      Type: 'AWS::Backup::BackupVault',
      Properties: { BackupVaultName: 'orders', Notifications: { SNSTopicArn: arn, BackupVaultEvents: events } },
    },
    ...topic && { Topic: { Type: 'AWS::SNS::Topic', Properties: topic } },
    ...statements !== undefined && { Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: topics, PolicyDocument: { Statement: statements } } } },
  });
}

export const SILENT = { name: 'a vault without notifications', ...bothWays({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }) };
