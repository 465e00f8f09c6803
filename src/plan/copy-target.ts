import type { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { CopyDestination } from './copy-destination';
import { type KindsOf, type WrongKinds, flag, literalText, required, struct, text, wrongKinds } from '../cdk/kinds';
import { backupVault, durationInDays } from '../cdk/kinds-of-cdk';
import type { DeletionGuard } from '../vault/deletion-guard';
import { deletionGuard, vaultLock } from '../vault/kinds';
import type { VaultLock } from '../vault/vault-lock';

/**
 * Lifecycle of a copy.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface BackupCopyOptions {
  /**
   * How long the copy is kept, 1 to 36500 days, counted from the day on which the original was created. The lock of the
   * destination must accept it.
   *
   * @default - as long as the original
   */
  readonly retention?: Duration;

  /**
   * How many days after its creation the copy moves to cold storage. It stays there for at least 90 days, so `retention`
   * must be at least 90 days longer.
   *
   * @default - as the original if you leave out `retention` too, otherwise never
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether copies of EBS snapshots move to the archive tier when other types move to cold storage.
   *
   * @default false
   */
  readonly archiveEbsSnapshots?: boolean;
}

/**
 * Options of `CopyTarget.region`: the lifecycle of the copy, and the vault that receives it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface RegionCopyOptions extends BackupCopyOptions {
  /**
   * The lock of that vault. All copies of one vault into a Region must have the same lock.
   *
   * @default - the lock of the vault that the tier writes to
   */
  readonly lock?: VaultLock;

  /**
   * The deletion guard of that vault. All copies of one vault into a Region must have the same guard.
   *
   * @default DeletionGuard.exempting() - only the role with which CloudFormation deploys there can delete recovery points
   */
  readonly guard?: DeletionGuard;

  /**
   * The name of the stack that is created. All copies of a Stage into a Region must have the same name. Set it if another app without a Stage copies
   * from the same account to the same Region. Another name creates new vaults.
   *
   * @default - the Stage, `BackupCopies`, the account, and the Region
   */
  readonly stackName?: string;
}

const LIFECYCLE = {
  retention: durationInDays,
  moveToColdStorageAfter: durationInDays,
  archiveEbsSnapshots: flag,
} satisfies KindsOf<BackupCopyOptions>;
const OPTIONS = { options: required(struct<BackupCopyOptions>(LIFECYCLE)) };
const TO_VAULT = { ...OPTIONS, vault: required(backupVault) };
const TO_ARN = { ...OPTIONS, backupVaultArn: required(literalText) };
const TO_REGION = {
  region: required(text),
  options: required(struct<RegionCopyOptions>({ ...LIFECYCLE, lock: vaultLock, guard: deletionGuard, stackName: text })),
};

/**
 * A vault that a tier copies its recovery points to.
 *
 * @example
 *
 * BackupTier.daily({
 *   retention: Duration.days(35),
 *   copyTo: [
 *     CopyTarget.vault(drVault, { retention: Duration.days(90) }),
 *     CopyTarget.region('eu-central-1'),
 *   ],
 * });
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
 */
export class CopyTarget {
  /**
   * A vault of this app in any account and Region, or an imported vault. The ARN is computed, so nothing is exported. For a
   * vault of this app in another account, the library allows the copies in its access policy, and shares the key of the
   * source vault.
   *
   * Both stacks must set `env.region`, and both or neither must set `env.account`.
   */
  public static vault(vault: aws_backup.IBackupVaultRef, options: BackupCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'vault', vault }, options, wrongKinds({ vault, options }, TO_VAULT));
  }

  /** A vault that this app does not own, by its ARN: `arn:<partition>:backup:<region>:<account>:backup-vault:<name>`. */
  public static arn(backupVaultArn: string, options: BackupCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'arn', arn: backupVaultArn }, options, wrongKinds({ backupVaultArn, options }, TO_ARN));
  }

  /**
   * Another Region of the same account. Creates a stack there with a `CompliantVault` for each source vault. You must
   * bootstrap that Region, and the stack of the plan must set another `env.region`.
   *
   * The stack is created once per Stage, account, and Region, and named after them. `TieredBackupPlan.copyVaults` has the vaults.
   */
  public static region(region: string, options: RegionCopyOptions = {}): CopyTarget {
    return new CopyTarget({ kind: 'region', region, options }, options, wrongKinds({ region, options }, TO_REGION));
  }

  /**
   * A copy of a plan document, whose lifecycle is written as it is.
   *
   * @internal
   */
  public static _of(target: aws_backup.IBackupVaultRef | string, options: BackupCopyOptions, verbatim: boolean): CopyTarget {
    return new CopyTarget(typeof target === 'string' ? { kind: 'arn', arn: target } : { kind: 'vault', vault: target }, options, () => [], verbatim);
  }

  private constructor(
    /** @internal */
    public readonly _destination: CopyDestination,
    /** @internal */
    public readonly _options: BackupCopyOptions,
    /** @internal */
    public readonly _wrongKinds: WrongKinds,
    /**
     * Whether a copy without a retention is written without one. Otherwise the retention of the original is written.
     *
     * @internal
     */
    public readonly _verbatim = false,
  ) {}
}
