import type { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { MalwareScanMode } from './backup-tier-props';
import type { CopyTarget } from './copy-target';

/** What a tier of a factory has without the property. A rule of a plan document has the defaults of AWS Backup. */
export interface TierDefaults {
  readonly scheduleExpression?: string;
  /** In minutes. */
  readonly startWindow: number;
}

/** The values of a tier, from a factory or from a plan document. */
export interface TierSpec {
  readonly name: string;
  /** Without it, AWS uses its own default. */
  readonly scheduleExpression?: string;
  readonly timeZoneName?: string;
  readonly startWindow?: Duration;
  readonly completionWindow?: Duration;
  readonly continuous?: boolean;
  /** Without it, recovery points never expire. Only custom tiers and documents can leave it out. */
  readonly retention?: Duration;
  readonly moveToColdStorageAfter?: Duration;
  readonly archiveEbsSnapshots?: boolean;
  readonly vault?: aws_backup.IBackupVaultRef;
  readonly logicallyAirGappedVaultArn?: string;
  readonly copyTo?: CopyTarget[];
  readonly recoveryPointTags?: { [key: string]: string };
  readonly indexResourceTypeName?: string;
  readonly malwareScan?: MalwareScanMode;
  /** Given by the factories only. For messages. */
  readonly defaults?: TierDefaults;
}
