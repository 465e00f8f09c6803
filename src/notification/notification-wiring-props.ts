import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupEvent } from './backup-event';

/**
 * Properties of a `NotificationWiring`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export interface NotificationWiringProps {
  /**
   * The vaults that are watched, one or more: each is a `CompliantVault`, an L2, or an L1 of this app, in the account, Region, and Stage of the
   * wiring. An imported vault, or a vault that already has notifications, is an error. A vault of another stack is deployed after the topic. If
   * the topic depends on that stack, synthesis fails.
   */
  readonly vaults: aws_backup.IBackupVaultRef[];

  /**
   * The topic: a standard topic in the account and Region of the wiring, unencrypted or with a customer managed key. The wiring cannot change the
   * policies of an imported topic and its key. A warning states what they must allow.
   *
   * @default - a new topic that accepts only TLS and is encrypted with a customer managed key
   */
  readonly topic?: sns.ITopic;

  /**
   * The key of the new topic, in the Region of the wiring. You cannot use it together with `topic`.
   *
   * @default - a new key with rotation and an alias
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Email addresses that receive every message as text. Each recipient must confirm the subscription once.
   *
   * @default - none
   */
  readonly emails?: string[];

  /**
   * Further subscribers, such as `SqsSubscription`, `LambdaSubscription`, or `UrlSubscription` of `aws-cdk-lib/aws-sns-subscriptions`. The wiring
   * does not change their filter policies.
   *
   * @default - none
   */
  readonly subscriptions?: sns.ITopicSubscription[];

  /**
   * The events that are reported.
   *
   * @default BackupEvent.failures() - without Amazon EKS in Regions where AWS Backup does not protect it
   */
  readonly events?: BackupEvent[];
}
