import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupTier } from './backup-tier';
import type { BackupResourceType } from '../resource-type/backup-resource-type';

/** Settings of a plan that belong to a resource type rather than to a tier. */
export interface BackupPlanOptions {
  /**
   * The name of the plan: 1 to 50 letters, digits, hyphens, underscores or dots; the plan throws an error on anything
   * else.
   *
   * @default - a readable part and a hash of the construct path
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly planName?: string;

  /**
   * Whether EC2 instances that run Windows are backed up with the Volume Shadow Copy Service, so that applications are
   * consistent. Needs the VSS components on the instance.
   *
   * @default - not stated, which AWS Backup takes for false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/windows-backups.html
   */
  readonly windowsVss?: boolean;

  /**
   * Whether the access control lists of S3 objects are backed up.
   *
   * @default - not stated, which AWS Backup takes for true
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
   */
  readonly s3BackupAcls?: boolean;

  /**
   * Whether the tags of S3 objects are backed up.
   *
   * @default - not stated, which AWS Backup takes for true
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
   */
  readonly s3BackupObjectTags?: boolean;

  /**
   * The role with which Amazon GuardDuty scans recovery points, for tiers with `malwareScan`.
   *
   * @default - a role with the AWS managed policy for it, where a tier scans
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
   */
  readonly scannerRole?: iam.IRole;

  /**
   * The resource types that are scanned. The plan throws an error on one that AWS Backup does not scan.
   *
   * @default - EBS, EC2 and S3, all that AWS Backup scans, where a tier scans
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
   */
  readonly scanResourceTypes?: BackupResourceType[];

  /**
   * Tags of the plan, besides those of `Tags.of(…)`. The plan throws an error on a key that begins with `aws:`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cdk/v2/guide/tagging.html
   */
  readonly tags?: { [key: string]: string };
}

/** What a `TieredBackupPlan` is made of. */
export interface TieredBackupPlanProps extends BackupPlanOptions {
  /**
   * The vault that the tiers write to: a `CompliantVault`, an L2, an L1 or an imported one. The plan throws an error on
   * one of another account or Region.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly vault: aws_backup.IBackupVaultRef;

  /**
   * The rules of the plan, one to ten; the plan throws an error on more, and on none.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly tiers: BackupTier[];
}

/** A plan in the JSON of the AWS CLI. */
export interface PlanDocumentProps {
  /**
   * What `aws backup get-backup-plan` prints under `BackupPlan`, or what `create-backup-plan` takes, parsed.
   * `fromPlanDocument` throws an error on fields that only AWS writes, such as `RuleId`, and on what it does not know.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  readonly document: { [key: string]: any };

  /**
   * The vault for each `TargetBackupVaultName` of the document, and, where wanted, for each
   * `DestinationBackupVaultArn`. `fromPlanDocument` throws an error if the first has none.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
   */
  readonly vaults: { [nameOrArn: string]: aws_backup.IBackupVaultRef };
}
