import type { Duration, TimeZone } from 'aws-cdk-lib';
import type { Schedule } from 'aws-cdk-lib/aws-events';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { CopyTarget } from './copy-target';
import type { BackupResourceType } from '../selection/backup-resource-type';

/** How much of a recovery point Amazon GuardDuty scans for malware. */
export enum MalwareScanMode {
  /** The whole recovery point. */
  FULL_SCAN = 'FULL_SCAN',
  /** What changed since the last scanned recovery point. */
  INCREMENTAL_SCAN = 'INCREMENTAL_SCAN',
}

/** What every tier can say. */
export interface CommonTierProps {
  /**
   * The time zone of the schedule. A change to or from daylight-saving time can skip or double a run.
   *
   * @default TimeZone.ETC_UTC
   */
  readonly timeZone?: TimeZone;

  /**
   * How long after its scheduled time a backup may still start, 60 minutes or more. Where the start windows of two tiers
   * overlap, AWS Backup takes the backup of the longer retention only.
   *
   * @default Duration.minutes(60)
   */
  readonly startWindow?: Duration;

  /**
   * How long a backup may take before AWS Backup cancels it, in minutes.
   *
   * @default - 7 days, by AWS Backup
   */
  readonly completionWindow?: Duration;

  /**
   * The vault of this tier.
   *
   * @default - the vault of the plan
   */
  readonly vault?: aws_backup.IBackupVaultRef;

  /**
   * A logically air-gapped vault of the same account and Region that also receives the backups, by its ARN.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html
   */
  readonly logicallyAirGappedVaultArn?: string;

  /**
   * Where the recovery points are copied to, five targets at most.
   *
   * @default - nowhere
   */
  readonly copyTo?: CopyTarget[];

  /**
   * Tags of the recovery points, ten at most, besides those of the resource.
   *
   * @default - none
   */
  readonly recoveryPointTags?: { [key: string]: string };

  /**
   * The resource type whose recovery points are indexed for search; AWS Backup takes one per rule.
   *
   * @default - no index
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-search.html
   */
  readonly indexResourceType?: BackupResourceType;

  /**
   * Scans the recovery points for malware.
   *
   * @default - no scan
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
   */
  readonly malwareScan?: MalwareScanMode;
}

/** What a tier of a known kind can say. */
export interface BackupTierOptions extends CommonTierProps {
  /**
   * The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores or dots.
   *
   * @default - the kind of the tier: `continuous`, `hourly`, `daily`, `weekly`, `monthly`, `yearly`
   */
  readonly name?: string;

  /**
   * When the tier runs, as an AWS cron expression. Finer than hourly is a warning, `rate(…)` an error.
   *
   * @default - of the tier: hourly at minute 0; continuous 03:00, daily 05:00, weekly Sunday 07:00, monthly on the 1st at
   * 09:00, yearly on 1 January at 11:00
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly schedule?: Schedule;
}

/** A tier of continuous backups, from which a resource can be restored to any second. */
export interface ContinuousTierProps extends BackupTierOptions {
  /**
   * How far back a restore can go, 1 to 35 days. Types that have no continuous backup get a snapshot with this retention.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
   */
  readonly retention: Duration;
}

/** A tier of snapshots. */
export interface SnapshotTierProps extends BackupTierOptions {
  /**
   * How long a recovery point is kept, 1 to 36500 days.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly retention: Duration;

  /**
   * When a recovery point moves to cold storage, in days; it stays there for 90 days at least, so that `retention` has to
   * be 90 days more. Types without cold storage ignore it.
   *
   * @default - never
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier with the others. An archived snapshot is a full one.
   *
   * @default false
   */
  readonly archiveEbsSnapshots?: boolean;
}

/** A tier of which everything is said. */
export interface CustomTierProps extends CommonTierProps {
  /** The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores or dots. */
  readonly name: string;

  /** When the tier runs, as an AWS cron expression. */
  readonly schedule: Schedule;

  /**
   * Whether the tier makes continuous backups of the types that have them.
   *
   * @default false
   */
  readonly continuous?: boolean;

  /**
   * How long a recovery point is kept, 1 to 36500 days; 1 to 35 for continuous backups.
   *
   * @default - for ever; a vault whose lock has a maximum refuses that, and in a compliance lock it can never be deleted
   */
  readonly retention?: Duration;

  /**
   * When a recovery point moves to cold storage, in days; it stays there for 90 days at least.
   *
   * @default - never
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier with the others.
   *
   * @default false
   */
  readonly archiveEbsSnapshots?: boolean;
}
