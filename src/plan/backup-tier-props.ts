import type { Duration, TimeZone } from 'aws-cdk-lib';
import type { Schedule } from 'aws-cdk-lib/aws-events';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { CopyTarget } from './copy-target';
import type { BackupResourceType } from '../resource-type/backup-resource-type';

/**
 * How much of a recovery point Amazon GuardDuty scans for malware.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
 */
export enum MalwareScanMode {
  /** The whole recovery point. */
  FULL_SCAN = 'FULL_SCAN',
  /** The changes since the last scanned recovery point. */
  INCREMENTAL_SCAN = 'INCREMENTAL_SCAN',
}

/**
 * Properties of every tier.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface CommonTierProps {
  /**
   * The time zone of the schedule, by its IANA name. A change to or from daylight saving time can skip or double a run.
   *
   * @default TimeZone.ETC_UTC
   */
  readonly timeZone?: TimeZone;

  /**
   * How long after its scheduled time a backup can start, 60 to 52560000 minutes. If the start windows of two tiers
   * overlap, AWS Backup creates only the backup with the longer retention.
   *
   * @default Duration.minutes(60)
   */
  readonly startWindow?: Duration;

  /**
   * How long a backup can take before AWS Backup cancels it, at most 52560000 minutes.
   *
   * @default - 7 days, by AWS Backup
   */
  readonly completionWindow?: Duration;

  /**
   * The vault of this tier. It must be in the account and Region of the plan, and its lock must accept the retention.
   *
   * @default - the vault of the plan
   */
  readonly vault?: aws_backup.IBackupVaultRef;

  /**
   * The ARN of a logically air-gapped vault that also receives the backups. The vault must be in the account and Region of
   * the plan.
   *
   * @default - none
   */
  readonly logicallyAirGappedVaultArn?: string;

  /**
   * The vaults that recovery points are copied to, at most 5.
   *
   * @default - no copies
   */
  readonly copyTo?: CopyTarget[];

  /**
   * Tags of the recovery points, at most 10, in addition to those of the resource. A key cannot begin with `aws:`.
   *
   * @default - none
   */
  readonly recoveryPointTags?: { [key: string]: string };

  /**
   * The resource type whose recovery points are indexed for search. AWS Backup accepts one type per rule. The type must
   * support search.
   *
   * @default - no index
   */
  readonly indexResourceType?: BackupResourceType;

  /**
   * How Amazon GuardDuty scans the recovery points for malware.
   *
   * @default - no scan
   */
  readonly malwareScan?: MalwareScanMode;
}

/**
 * Properties of a tier with a default schedule.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface BackupTierOptions extends CommonTierProps {
  /**
   * The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores, or dots.
   *
   * @default - the kind of the tier: `continuous`, `hourly`, `daily`, `weekly`, `monthly`, `yearly`
   */
  readonly name?: string;

  /**
   * When the tier runs, as an AWS cron expression. AWS Backup does not support `rate(…)`. A schedule that runs more often
   * than hourly is a warning.
   *
   * @default - depends on the tier: hourly at minute 0; continuous 03:00; daily 05:00; weekly Sunday 07:00; monthly on the
   * 1st at 09:00; yearly on 1 January at 11:00
   */
  readonly schedule?: Schedule;
}

/**
 * Properties of a tier of continuous backups, which can be restored to any second.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
 */
export interface ContinuousTierProps extends BackupTierOptions {
  /** How far back a restore can go, 1 to 35 days. Types without continuous backups get a snapshot with this retention. */
  readonly retention: Duration;
}

/**
 * Properties of a tier of snapshots.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface SnapshotTierProps extends BackupTierOptions {
  /** How long a recovery point is kept, 1 to 36500 days. The lock of the vault must accept it. */
  readonly retention: Duration;

  /**
   * How many days after its creation a recovery point moves to cold storage. It stays there for at least 90 days, so
   * `retention` must be at least 90 days longer. Types without cold storage ignore it.
   *
   * @default - never
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier when other types move to cold storage. An archived EBS snapshot is a
   * full snapshot.
   *
   * @default false
   */
  readonly archiveEbsSnapshots?: boolean;
}

/**
 * Properties of a tier with its own name and schedule.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface CustomTierProps extends CommonTierProps {
  /** The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores, or dots. */
  readonly name: string;

  /** When the tier runs, as an AWS cron expression. AWS Backup does not support `rate(…)`. */
  readonly schedule: Schedule;

  /**
   * Whether the tier creates continuous backups of the types that support them.
   *
   * @default false
   */
  readonly continuous?: boolean;

  /**
   * How long a recovery point is kept, 1 to 36500 days, or 1 to 35 days for continuous backups. The lock of the vault must
   * accept it.
   *
   * @default - the recovery point never expires. A lock with a maximum does not accept that. Under a compliance lock, the
   * recovery point can never be deleted.
   */
  readonly retention?: Duration;

  /**
   * How many days after its creation a recovery point moves to cold storage. It stays there for at least 90 days, so
   * `retention` must be at least 90 days longer. Continuous backups do not support cold storage.
   *
   * @default - never
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier when other types move to cold storage.
   *
   * @default false
   */
  readonly archiveEbsSnapshots?: boolean;
}
