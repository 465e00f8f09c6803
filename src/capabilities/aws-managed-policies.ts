import type { Source } from './source';

/** A statement of a policy, as in its document. */
type Statement =
  & { readonly Effect: 'Allow'; readonly Resource: '*' }
  & ({ readonly Action: readonly string[] } | { readonly NotAction: readonly string[] })
  & { readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> };

/** What an AWS managed policy allows of the actions that backup roles need. */
export interface AwsManagedPolicy {
  readonly name: string;
  /**
   * Only the actions of `ROLE_ACTIONS`, `INSTANCE_PROFILE_ACTION`, and `RECOVERY_POINT_TAG_ACTION`, for every resource: the policies of AWS Backup name all resources of a type, and AWS
   * Backup meets their conditions. And the actions of `VAULT_KEY_USE`, with those conditions that decide for which keys they are allowed.
   */
  readonly statements: readonly Statement[];
  readonly source: Source;
}

/** @param asOf the day on which AWS last changed the policy */
function policy(name: string, asOf: string, ...statements: readonly Statement[]): AwsManagedPolicy {
  return { name, statements, source: { page: `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`, asOf } };
}

function allow(actions: string): Statement {
  return { Effect: 'Allow', Action: actions.split(' '), Resource: '*' };
}

function passRoleTo(...services: readonly string[]): Statement {
  return { ...allow('iam:PassRole'), Condition: { StringEquals: { 'iam:PassedToService': services } } };
}

/** For keys that another service uses on behalf of the role. */
function viaService(actions: string, ...services: readonly string[]): Statement {
  return { ...allow(actions), Condition: { StringLike: { 'kms:ViaService': services.map((service) => `${service}.*.amazonaws.com`) } } };
}

const GRANTS: Statement = { ...allow('kms:CreateGrant'), Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } } };

const SNAPSHOT_READS = 'ebs:ListSnapshotBlocks ebs:GetSnapshotBlock';

const READS = 'dynamodb:ListTagsOfResource eks:ListNodegroups s3:GetBucketVersioning kms:DescribeKey';

/** The policies that people attach to backup roles. Others are unknown. */
export const AWS_MANAGED_POLICIES: readonly AwsManagedPolicy[] = [
  policy(
    'AWSBackupServiceRolePolicyForBackup', '2026-02-23',
    allow('dynamodb:CreateBackup dynamodb:StartAwsBackupJob dynamodb:ListTagsOfResource rds:CreateDBSnapshot rds:CreateDBClusterSnapshot rds:CopyDBSnapshot '
      + 'rds:CopyDBClusterSnapshot rds:ModifyDBInstance rds:ModifyDBCluster ec2:CreateImage ec2:CreateSnapshot ec2:CopyImage ec2:CopySnapshot ec2:ModifySnapshotTier '
      + 'storagegateway:CreateSnapshot elasticfilesystem:Backup fsx:CreateBackup fsx:CopyBackup redshift:CreateClusterSnapshot redshift-serverless:CreateSnapshot '
      + 'timestream:StartAwsBackupJob ssm-sap:BackupDatabase ssm-sap:UpdateHanaBackupSettings dsql:StartBackupJob backup-gateway:Backup '
      + 'eks:CreateAccessEntry eks:ListNodegroups backup:CopyFromBackupVault backup:CopyIntoBackupVault backup:TagResource guardduty:StartMalwareScan kms:DescribeKey'),
    viaService('kms:Decrypt', 'dynamodb', 'dsql'), viaService('kms:GenerateDataKey', 'dynamodb'), GRANTS,
    passRoleTo('malware-protection.guardduty.amazonaws.com'),
  ),
  policy(
    'AWSBackupServiceRolePolicyForRestores', '2026-08-27',
    allow('dynamodb:RestoreTableFromBackup dynamodb:RestoreTableFromAwsBackup rds:RestoreDBInstanceFromDBSnapshot rds:RestoreDBInstanceToPointInTime '
      + 'rds:RestoreDBClusterFromSnapshot rds:RestoreDBClusterToPointInTime ec2:CreateVolume ec2:RunInstances elasticfilesystem:Restore '
      + 'fsx:CreateFileSystemFromBackup fsx:CreateVolumeFromBackup eks:CreateAccessEntry kms:DescribeKey'),
    viaService('kms:Decrypt kms:GenerateDataKey', 'dynamodb', 'ec2', 'elasticfilesystem', 'rds', 'redshift', 'dsql', 'redshift-serverless'), GRANTS,
    passRoleTo('eks.amazonaws.com', 'ec2.amazonaws.com', 'pods.eks.amazonaws.com', 'backup.amazonaws.com'),
  ),
  policy(
    'AWSBackupServiceRolePolicyForS3Backup', '2026-08-24',
    allow('events:PutRule events:PutTargets s3:GetBucketVersioning s3:PutInventoryConfiguration backup:TagResource'), viaService('kms:Decrypt kms:DescribeKey', 's3'),
  ),
  policy(
    'AWSBackupServiceRolePolicyForS3Restore', '2023-02-07',
    allow('s3:CreateBucket s3:GetBucketVersioning'), viaService('kms:Decrypt kms:DescribeKey kms:GenerateDataKey', 's3'),
  ),
  policy('AWSBackupServiceRolePolicyForIndexing', '2026-02-12', allow(`kms:DescribeKey ${SNAPSHOT_READS}`), viaService('kms:Decrypt', 'ec2')),
  policy('AWSBackupServiceRolePolicyForItemRestores', '2026-02-12', allow(`kms:DescribeKey ${SNAPSHOT_READS}`), viaService('kms:Decrypt kms:GenerateDataKey', 'ec2', 's3')),
  policy('AWSBackupServiceRolePolicyForScans', '2026-02-12', allow('guardduty:StartMalwareScan'), passRoleTo('malware-protection.guardduty.amazonaws.com')),
  policy(
    'AWSBackupGuardDutyRolePolicyForScans', '2026-02-12', allow(`kms:DescribeKey ${SNAPSHOT_READS}`),
    viaService('kms:CreateGrant', 'guardduty', 'backup'), viaService('kms:Decrypt', 'backup'),
  ),
  policy(
    'AWSBackupFullAccess', '2026-02-12', allow('backup:CopyFromBackupVault backup:CopyIntoBackupVault backup:TagResource kms:DescribeKey kms:GenerateDataKey'), viaService('kms:CreateGrant', 'backup'),
    passRoleTo('backup.amazonaws.com', 'restore-testing.backup.amazonaws.com', 'malware-protection.guardduty.amazonaws.com'),
  ),
  policy('AWSBackupOperatorAccess', '2026-02-12', passRoleTo('backup.amazonaws.com', 'malware-protection.guardduty.amazonaws.com')),
  policy('AWSBackupAuditAccess', '2023-04-10'),
  policy('AWSBackupOrganizationAdminAccess', '2022-11-18'),
  policy('AWSBackupSearchOperatorAccess', '2026-02-12', viaService('kms:Decrypt kms:GenerateDataKey', 'backup')),
  policy('AWSBackupDataTransferAccess', '2022-11-10'),
  policy('AWSBackupRestoreAccessForSAPHANA', '2022-11-10', allow('ssm-sap:BackupDatabase ssm-sap:UpdateHanaBackupSettings')),

  policy('AdministratorAccess', '2015-02-06', allow('*')),
  policy('PowerUserAccess', '2026-02-12', { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
  policy('ReadOnlyAccess', '2026-09-24', allow(READS)),
  policy('ViewOnlyAccess', '2026-09-30', allow('dynamodb:ListTagsOfResource eks:ListNodegroups')),
  policy('SecurityAudit', '2026-09-30', allow(READS)),
  policy('IAMFullAccess', '2019-06-21', allow('iam:PassRole')),
  policy(
    'AmazonDynamoDBFullAccess', '2021-01-29', allow('dynamodb:* kms:DescribeKey'),
    passRoleTo('application-autoscaling.amazonaws.com', 'application-autoscaling.amazonaws.com.cn', 'dax.amazonaws.com'),
  ),
  policy('AmazonDynamoDBReadOnlyAccess', '2024-11-18', allow('dynamodb:ListTagsOfResource kms:DescribeKey')),
  policy('AmazonRDSFullAccess', '2023-08-17', allow('rds:*')),
  policy('AmazonRDSReadOnlyAccess', '2023-04-14'),
  policy('AmazonEC2FullAccess', '2018-11-27', allow('ec2:*')),
  policy('AmazonEC2ReadOnlyAccess', '2026-02-12'),
  policy('AmazonS3FullAccess', '2021-09-27', allow('s3:*')),
  policy('AmazonS3ReadOnlyAccess', '2023-08-10', allow('s3:GetBucketVersioning')),
  policy('AmazonElasticFileSystemFullAccess', '2024-11-07', allow('elasticfilesystem:Backup elasticfilesystem:Restore kms:DescribeKey'), passRoleTo('elasticfilesystem.amazonaws.com')),
  policy('AmazonElasticFileSystemReadOnlyAccess', '2024-11-07'),
  policy('AmazonFSxFullAccess', '2026-02-12', allow('fsx:CopyBackup fsx:CreateBackup fsx:CreateFileSystemFromBackup fsx:CreateVolumeFromBackup')),
  policy('AmazonFSxReadOnlyAccess', '2018-11-28'),
  policy('AWSLambdaBasicExecutionRole', '2015-04-09'),
  policy('CloudWatchLogsFullAccess', '2026-02-12'),
];
