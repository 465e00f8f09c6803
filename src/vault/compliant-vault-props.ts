import type { RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { CopySource } from './copy-source';
import type { DeletionGuard } from './deletion-guard';
import type { VaultLock } from './vault-lock';

/** What a `CompliantVault` is made of. */
export interface CompliantVaultProps {
  /**
   * The physical name: 2 to 50 letters, digits, hyphens or underscores; the vault throws an error on anything else.
   * Changing it replaces the vault; the old one is retained with its recovery points.
   *
   * @default - a readable part and a hash of the construct path, so that moving or renaming the construct replaces the vault
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
   */
  readonly vaultName?: string;

  /**
   * The lock that the vault puts on its recovery points. The vault throws an error on bounds that AWS would reject, and
   * on a compliance lock that is not acknowledged.
   *
   * @default - no lock: recovery points can be deleted by whoever the guard lets through
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly lock?: VaultLock;

  /**
   * The key that encrypts the backups of the types which AWS Backup manages fully, and every copy into this vault. The
   * vault throws an error on an alias, and on a key of another Region. Changing it replaces the vault, for which the
   * vault needs a new name too.
   *
   * @default - a customer managed key with rotation and an alias, retained with the vault
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Who may delete recovery points by hand or weaken what protects them. The vault throws an error on more than 5
   * exempt roles, and on a sealed guard that is not acknowledged.
   *
   * @default DeletionGuard.exempting() - nobody but the role with which CloudFormation deploys the stack
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
   */
  readonly guard?: DeletionGuard;

  /**
   * The accounts that may copy recovery points into this vault. A plan of this app that copies here is let in by
   * itself. The vault throws an error on a malformed id.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  readonly allowCopiesFrom?: CopySource[];

  /**
   * What becomes of the vault when it leaves the stack. `RETAIN_ON_UPDATE_OR_DELETE` keeps it, except after a first
   * deployment that is rolled back, where it would block the next try. A vault can only be deleted while it is empty. The
   * same holds for the key that the construct makes. The vault throws an error on `SNAPSHOT`, and on `DESTROY` with a
   * compliance lock.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Tags of the vault, besides those of `Tags.of(…)`. The vault throws an error on a key that begins with `aws:`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cdk/v2/guide/tagging.html
   */
  readonly tags?: { [key: string]: string };
}
