import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupEvent } from './backup-event';

/** What a `NotificationWiring` takes. */
export interface NotificationWiringProps {
  /**
   * The vaults to hear of, one or more: each a `CompliantVault`, an L2 or an L1 of this app, in the account and Region of the
   * wiring and in its Stage. A vault of another stack is deployed after the topic; where that stack is one that the topic waits for,
   * synthesis fails. With `synth({ skipValidation: true })` the stacks have no order. The wiring throws an error on a vault that is imported, elsewhere, named twice, or has notifications already.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  readonly vaults: aws_backup.IBackupVaultRef[];

  /**
   * The topic: a standard one in the account and Region of the wiring, unencrypted or with a customer managed key. What is
   * imported cannot be changed; a warning says what its policy and the policy of its key have to allow.
   *
   * @default - a new topic that takes TLS only and is encrypted with a customer managed key
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  readonly topic?: sns.ITopic;

  /**
   * The key of the new topic, in the Region of the wiring. Not together with `topic`.
   *
   * @default - a new key with rotation and an alias
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * E-mail addresses that get every message as text. Each has to confirm the subscription once. The wiring throws an error on
   * what is no address.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
   */
  readonly emails?: string[];

  /**
   * Further subscribers: `SqsSubscription`, `LambdaSubscription`, `UrlSubscription` and the like of
   * `aws-cdk-lib/aws-sns-subscriptions`. One with a filter policy of its own keeps it.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-event-destinations.html
   */
  readonly subscriptions?: sns.ITopicSubscription[];

  /**
   * What to hear of. The wiring throws an error on an event that is named twice.
   *
   * @default BackupEvent.failures() - without Amazon EKS in Regions where AWS Backup does not protect it
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
   */
  readonly events?: BackupEvent[];
}
