import type { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { MalwareScanMode } from './backup-tier-props';
import type { CopyTarget } from './copy-target';

/** What a tier says, whichever way it was made: by a factory, or from a plan document. */
export interface TierSpec {
  readonly name: string;
  /** AWS's own default when left out. */
  readonly scheduleExpression?: string;
  readonly timeZoneName?: string;
  readonly startWindow?: Duration;
  readonly completionWindow?: Duration;
  readonly continuous?: boolean;
  /** For ever when left out, which only custom tiers and documents may do. */
  readonly retention?: Duration;
  readonly needsRetention?: boolean;
  readonly moveToColdStorageAfter?: Duration;
  readonly archiveEbsSnapshots?: boolean;
  readonly vault?: aws_backup.IBackupVaultRef;
  readonly logicallyAirGappedVaultArn?: string;
  readonly copyTo?: CopyTarget[];
  readonly recoveryPointTags?: { [key: string]: string };
  readonly indexResourceTypeName?: string;
  readonly malwareScan?: MalwareScanMode;
}
