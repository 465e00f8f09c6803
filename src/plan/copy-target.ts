import type { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { CopyDestination } from './copy-destination';
import type { DeletionGuard } from '../vault/deletion-guard';
import type { VaultLock } from '../vault/vault-lock';

/** How long a copy lives. */
export interface BackupCopyOptions {
  /**
   * How long the copy is kept, 1 to 36500 days, counted from the day on which the original was made; the plan throws an
   * error on anything else, and where the lock of the destination does not accept it.
   *
   * @default - as long as the original
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
   */
  readonly retention?: Duration;

  /**
   * When the copy moves to cold storage, in days; it stays there for 90 days at least, so that the plan throws an error
   * on a shorter `retention` than 90 days more.
   *
   * @default - as the original where `retention` is left out too, else never
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether copies of EBS snapshots move to the archive tier with the others.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly archiveEbsSnapshots?: boolean;
}

/** The vault that `CopyTarget.region` makes. */
export interface RegionCopyOptions extends BackupCopyOptions {
  /**
   * The lock of that vault. The plan throws an error on one that the vault would refuse, and where copies of one vault
   * ask for different locks.
   *
   * @default - the lock of the vault that the tier writes to
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly lock?: VaultLock;

  /**
   * The deletion guard of that vault. The plan throws an error on one that the vault would refuse, and where copies of
   * one vault ask for different guards.
   *
   * @default DeletionGuard.exempting() - nobody but the role with which CloudFormation deploys there
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
   */
  readonly guard?: DeletionGuard;
}

/**
 * Where a tier copies its recovery points to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
 */
export class CopyTarget {
  /**
   * A vault of this app, of any account and Region, or an imported one. Nothing is exported: the ARN is computed. A vault
   * that the app owns in another account is made to accept the copies, and the source vault's key is shared with it.
   *
   * The plan throws an error where the two environments cannot be compared.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  public static vault(vault: aws_backup.IBackupVaultRef, options: BackupCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'vault', vault }, options);
  }

  /**
   * A vault that this app does not own, by its ARN.
   *
   * The plan throws an error on anything but `arn:<partition>:backup:<region>:<account>:backup-vault:<name>`.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
   */
  public static arn(backupVaultArn: string, options: BackupCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'arn', arn: backupVaultArn }, options);
  }

  /**
   * Another Region of the same account: makes a stack there with a `CompliantVault` for each source vault. The stack is
   * made once per Stage, account and Region, and named after the first stack that asks for it; another order of the stacks
   * in the app makes a new stack with new vaults. That Region has to be bootstrapped.
   *
   * The plan throws an error if its stack does not state a Region, or states this one.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
   */
  public static region(region: string, options: RegionCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'region', region, lock: options.lock, guard: options.guard }, options);
  }

  /**
   * A copy of a plan document, where a lifecycle without an end means one.
   *
   * @internal
   */
  public static _of(target: aws_backup.IBackupVaultRef | string, options: BackupCopyOptions, endless: boolean): CopyTarget {
    return new CopyTarget(typeof target === 'string' ? { kind: 'arn', arn: target } : { kind: 'vault', vault: target }, options, endless);
  }

  private constructor(
    /** @internal */
    public readonly _destination: CopyDestination,
    /** @internal */
    public readonly _options: BackupCopyOptions,
    /**
     * Whether a copy without a retention is kept for ever, rather than as long as the original.
     *
     * @internal
     */
    public readonly _endless = false,
  ) {}
}
