import type { RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { CopySource } from './copy-source';
import type { DeletionGuard } from './deletion-guard';
import type { VaultLock } from './vault-lock';

/**
 * Properties of a `CompliantVault`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html
 */
export interface CompliantVaultProps {
  /**
   * The physical name: 2 to 50 letters, digits, hyphens, or underscores. A change replaces the vault, and the old vault is retained with its
   * recovery points.
   *
   * @default - a readable part and a hash of the construct path. If you move or rename the construct, the vault is replaced.
   */
  readonly vaultName?: string;

  /**
   * The lock that protects the recovery points in the vault.
   *
   * @default - no lock: everyone whom the guard exempts can delete recovery points
   */
  readonly lock?: VaultLock;

  /**
   * The key, in the Region of the vault and not an alias, that encrypts backups of the types that AWS Backup manages fully, and every copy into this
   * vault. A change replaces the vault, which then also needs a new name.
   *
   * @default - a customer managed key with rotation and an alias, retained with the vault
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Who can delete recovery points manually, or weaken their protection.
   *
   * @default DeletionGuard.exempting() - only the role with which CloudFormation deploys the stack
   */
  readonly guard?: DeletionGuard;

  /**
   * The accounts that can copy recovery points into this vault. A plan of this app that copies into this vault is allowed by default.
   *
   * @default - none
   */
  readonly allowCopiesFrom?: CopySource[];

  /**
   * What happens to the vault when it is removed from the stack. `RETAIN_ON_UPDATE_OR_DELETE` retains it, except if the first deployment is rolled
   * back, because a retained vault would block the next deployment. AWS Backup deletes only empty vaults. The policy also applies to the key that the
   * construct creates. `SNAPSHOT` is not supported, and `DESTROY` is not supported with a compliance lock.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Tags of the vault, in addition to those of `Tags.of(…)`. A key must not start with `aws:`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}
