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
  /** What changed since the last scanned recovery point. */
  INCREMENTAL_SCAN = 'INCREMENTAL_SCAN',
}

/** What every tier can say. */
export interface CommonTierProps {
  /**
   * The time zone of the schedule, by its IANA name; the plan throws an error on anything else. A change to or from
   * daylight-saving time can skip or double a run.
   *
   * @default TimeZone.ETC_UTC
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
   */
  readonly timeZone?: TimeZone;

  /**
   * How long after its scheduled time a backup may still start, 60 to 52560000 minutes; the plan throws an error on
   * anything else. Where the start windows of two tiers overlap, AWS Backup takes the backup of the longer retention
   * only.
   *
   * @default Duration.minutes(60)
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly startWindow?: Duration;

  /**
   * How long a backup may take before AWS Backup cancels it, 52560000 minutes at most; the plan throws an error on
   * more.
   *
   * @default - 7 days, by AWS Backup
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly completionWindow?: Duration;

  /**
   * The vault of this tier. The plan throws an error on one of another account or Region, and on one whose lock does
   * not accept the retention.
   *
   * @default - the vault of the plan
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly vault?: aws_backup.IBackupVaultRef;

  /**
   * A logically air-gapped vault of the same account and Region that also receives the backups, by its ARN. The plan
   * throws an error on anything else.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html
   */
  readonly logicallyAirGappedVaultArn?: string;

  /**
   * Where the recovery points are copied to, five targets at most; the plan throws an error on more, and on a copy that
   * AWS Backup never makes.
   *
   * @default - nowhere
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
   */
  readonly copyTo?: CopyTarget[];

  /**
   * Tags of the recovery points, ten at most, besides those of the resource; the plan throws an error on more, and on a
   * key that begins with `aws:`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly recoveryPointTags?: { [key: string]: string };

  /**
   * The resource type whose recovery points are indexed for search; AWS Backup takes one per rule. The plan throws an
   * error on a type that has no search.
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
   * The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores or dots; the plan throws an error
   * on anything else.
   *
   * @default - the kind of the tier: `continuous`, `hourly`, `daily`, `weekly`, `monthly`, `yearly`
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly name?: string;

  /**
   * When the tier runs, as an AWS cron expression; the plan throws an error on one that AWS does not read or that never
   * runs, and on `rate(…)`. Finer than hourly is a warning.
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
   * How far back a restore can go, 1 to 35 days; the plan throws an error on anything else. Types that have no
   * continuous backup get a snapshot with this retention.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
   */
  readonly retention: Duration;
}

/** A tier of snapshots. */
export interface SnapshotTierProps extends BackupTierOptions {
  /**
   * How long a recovery point is kept, 1 to 36500 days; the plan throws an error on anything else, and where the lock
   * of the vault does not accept it.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly retention: Duration;

  /**
   * When a recovery point moves to cold storage, in days; it stays there for 90 days at least, so that the plan throws
   * an error unless `retention` is 90 days more. Types without cold storage ignore it.
   *
   * @default - never
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier with the others. An archived snapshot is a full one.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly archiveEbsSnapshots?: boolean;
}

/** A tier of which everything is said. */
export interface CustomTierProps extends CommonTierProps {
  /**
   * The name of the rule in the plan: 1 to 50 letters, digits, hyphens, underscores or dots; the plan throws an error
   * on anything else.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly name: string;

  /**
   * When the tier runs, as an AWS cron expression; the plan throws an error on one that AWS does not read or that never
   * runs, and on `rate(…)`.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly schedule: Schedule;

  /**
   * Whether the tier makes continuous backups of the types that have them.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
   */
  readonly continuous?: boolean;

  /**
   * How long a recovery point is kept, 1 to 36500 days, or 1 to 35 for continuous backups; the plan throws an error on
   * anything else, and where the lock of the vault does not accept it.
   *
   * @default - for ever; a vault whose lock has a maximum refuses that, and in a compliance lock it can never be deleted
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly retention?: Duration;

  /**
   * When a recovery point moves to cold storage, in days; it stays there for 90 days at least, so that the plan throws
   * an error on a shorter `retention` than 90 days more. It throws one for continuous backups too, which have no cold
   * storage.
   *
   * @default - never
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether EBS snapshots move to the archive tier with the others.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly archiveEbsSnapshots?: boolean;
}
