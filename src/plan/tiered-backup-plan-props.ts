import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupTier } from './backup-tier';
import type { BackupResourceType } from '../resource-type/backup-resource-type';

/**
 * Settings of a plan that belong to a resource type rather than to a tier.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface BackupPlanOptions {
  /**
   * The name of the plan: 1 to 50 letters, digits, hyphens, underscores, or dots.
   *
   * @default - a readable part and a hash of the construct path
   */
  readonly planName?: string;

  /**
   * Whether AWS Backup uses the Volume Shadow Copy Service for EC2 instances that run Windows, so that applications are
   * consistent. The instance must have the VSS components.
   *
   * @default - not set, which AWS Backup treats as false
   */
  readonly windowsVss?: boolean;

  /**
   * Whether the access control lists of S3 objects are backed up.
   *
   * @default - not set, which AWS Backup treats as true
   */
  readonly s3BackupAcls?: boolean;

  /**
   * Whether the tags of S3 objects are backed up.
   *
   * @default - not set, which AWS Backup treats as true
   */
  readonly s3BackupObjectTags?: boolean;

  /**
   * The role with which Amazon GuardDuty scans recovery points, for tiers with `malwareScan`. `malware-protection.guardduty.amazonaws.com` must be
   * allowed to assume it. An error reports a role of the app whose trust policy does not allow it, when the app is complete.
   *
   * @default - if a tier scans, a new role with the AWS managed policy for scans
   */
  readonly scannerRole?: iam.IRole;

  /**
   * The resource types that are scanned. AWS Backup can scan EBS, EC2, and S3.
   *
   * @default - if a tier scans, EBS, EC2, and S3
   */
  readonly scanResourceTypes?: BackupResourceType[];

  /**
   * Tags of the plan, in addition to those of `Tags.of(…)`. A key cannot begin with `aws:`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}

/**
 * Properties of a `TieredBackupPlan`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface TieredBackupPlanProps extends BackupPlanOptions {
  /**
   * The vault that the tiers write to: a `CompliantVault`, an L2, an L1, or an imported vault. It must be in the account
   * and Region of the plan.
   */
  readonly vault: aws_backup.IBackupVaultRef;

  /** The rules of the plan, 1 to 10. */
  readonly tiers: BackupTier[];
}

/**
 * Properties of `TieredBackupPlan.fromPlanDocument`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
 */
export interface PlanDocumentProps {
  /**
   * The parsed JSON that `aws backup create-backup-plan` accepts, or that `get-backup-plan` prints under `BackupPlan`.
   * Remove fields that only AWS Backup writes, such as `RuleId`.
   */
  readonly document: { [key: string]: any };

  /**
   * The vault for each `TargetBackupVaultName` of the document. You can also name a vault for a
   * `DestinationBackupVaultArn`.
   */
  readonly vaults: { [nameOrArn: string]: aws_backup.IBackupVaultRef };
}
