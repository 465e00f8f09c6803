import * as fc from 'fast-check';
import { TYPES, attribute, ref } from './types';
import { idOf, value } from './values';
import { type ListShape, type ObjectShape, type Shape, type TextShape, isText } from '../../src/capabilities/resource-properties';
import { MANUAL_DELETION_ACTIONS } from '../../src/validation/vault/access-policy';

const [VAULT, PLAN, TOPIC, BUCKET, ROLE] = ['AWS::Backup::BackupVault', 'AWS::Backup::BackupPlan', 'AWS::SNS::Topic', 'AWS::S3::Bucket', 'AWS::IAM::Role'];
const AIR_GAPPED = 'AWS::Backup::LogicallyAirGappedBackupVault';
const ROLES = [ref(ROLE), attribute(ROLE), 'arn:aws:iam::111122223333:role/backup'];
const KEYS = [ref('AWS::KMS::Key'), attribute('AWS::KMS::Key'), 'alias/aws/backup', 'arn:aws:kms:eu-west-1:111122223333:key/1', { Ref: 'Open' }];
const VAULTS = ['orders', 'Default', ref(VAULT), attribute(VAULT), ref(AIR_GAPPED)];
const DATES = ['2026-01-01', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'soon'];
const DAYS = [0, 1, 7, 30, 35, 36, 60, 120, 400, 40_000, '90', -1, 1.5];
const POLICY = (service: string, action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: action, Resource: '*' }],
});
const POLICIES = [
  POLICY('backup.amazonaws.com', 'sns:Publish'), POLICY('*', 'backup:*'), JSON.stringify(POLICY('reports.backup.amazonaws.com', 's3:PutObject')),
  { Statement: { Effect: 'Deny', Principal: '*', Action: [...MANUAL_DELETION_ACTIONS], Resource: '*' } },
  { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: '*' }] },
];
const BACKUP_POLICY = {
  plans: {
    gold: {
      rules: { daily: { start_backup_window_minutes: { '@@assign': '30' }, lifecycle: { delete_after_days: { '@@assign': 35 } } } },
      selections: { tags: {}, resources: {} },
    },
  },
};

/** By the name of a property: values on both sides of the limits of rules. */
const LIKELY: Readonly<Record<string, readonly unknown[]>> = {
  'AccessPointPolicy': ['{}', {}],
  'AccessPointInTime': DATES,
  'AccessPolicy': POLICIES,
  'Accounts': ['ROOT', '111122223333'],
  'Algorithm': ['LATEST_WITHIN_WINDOW', 'ANY'],
  'BackupOptions': [{ WindowsVSS: 'enabled' }, { BackupACLs: 'enabled', BackupObjectTags: 'on' }],
  'BackupPlanId': [ref(PLAN), attribute(PLAN, 'BackupPlanId')],
  'BackupVaultEvents': ['BACKUP_JOB_FAILED', 'BACKUP_JOB_COMPLETED', 'RECOVERY_POINT_MODIFIED', 'NOTHING'],
  'BackupVaultName': ['orders', 'o', ref(VAULT)],
  'Bucket': [ref(BUCKET), 'orders'],
  'ChangeableForDays': [2, 3, 40_000],
  'ComplianceResourceTypes': ['EBS', 'RDS', 'NOTHING'],
  'ConditionKey': ['backup', 'aws:ResourceTag/backup'],
  'ConditionType': ['STRINGEQUALS', 'StringLike'],
  'ConditionValue': ['gold', 'g*'],
  'Content': [BACKUP_POLICY, JSON.stringify(BACKUP_POLICY), '{'],
  'ControlName': ['BACKUP_RECOVERY_POINT_ENCRYPTED', 'BACKUP_LAST_RECOVERY_POINT_CREATED', 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', 'NOTHING'],
  'DeleteAfterDays': DAYS,
  'DeploymentType': ['PERSISTENT_2', 'SCRATCH_1'],
  'DestinationBackupVaultArn': [
    'arn:aws:backup:eu-central-1:444455556666:backup-vault:Default', 'arn:aws-cn:backup:eu-west-1:1:vault:x', 'arn:aws:backup:me-central-1:111122223333:backup-vault:far',
    attribute(VAULT, 'BackupVaultArn'), attribute(AIR_GAPPED, 'BackupVaultArn'),
  ],
  'EncryptionKeyArn': KEYS,
  'Engine': ['postgres', 'aurora-postgresql', 'custom-oracle-ee', 'neptune'],
  'FileSystemType': ['LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'],
  'Formats': ['CSV', 'JSON', 'XML'],
  'FromDate': DATES,
  'IamRoleArn': ROLES,
  'IncludeVaults': ['*', 'arn:aws:backup:*:*:backup-vault:orders', attribute(VAULT, 'BackupVaultArn')],
  'InstanceId': [ref('AWS::EC2::Instance')],
  'AccessControl': ['PublicRead', 'Private'],
  'KMSMasterKeyID': KEYS,
  'KMSMasterKeyId': KEYS,
  'Key': ['backup', 'aws:ResourceTag/backup', 'aws:x'],
  'KeyPolicy': POLICIES,
  'KeySpec': ['SYMMETRIC_DEFAULT', 'RSA_2048'],
  'KmsEncryptionKey': KEYS,
  'KmsKeyId': KEYS,
  'KmsMasterKeyId': ['alias/aws/sns', ...KEYS],
  'MalwareScanner': ['GUARDDUTY', 'OTHER'],
  'ManagedPolicyArns': ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup', 'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup', ref('AWS::IAM::ManagedPolicy')],
  'MaxRetentionDays': [7, 30, 365, 40_000],
  'MinRetentionDays': [0, 1, 7, 400],
  'MoveToColdStorageAfterDays': DAYS,
  'Namespace': ['AWS/Backup', 'AWS/SNS'],
  'ParameterName': ['recoveryPointAgeValue', 'recoveryPointAgeUnit', 'crossAccountList'],
  'PermissionsBoundary': [ref('AWS::IAM::ManagedPolicy'), 'arn:aws:iam::111122223333:policy/boundary'],
  'PolicyDocument': POLICIES,
  'ProtectedResourceArns': ['*', 'arn:aws:fsx:eu-west-1:111122223333:file-system/fs-1', attribute('AWS::FSx::FileSystem', 'ResourceARN')],
  'ProtectedResourceType': ['FSx', 'EBS', 'S3', 'Timestream', 'Other'],
  'RecoveryPointArn': ['arn:aws:backup:eu-west-1:111122223333:recovery-point:1', 'arn:aws:ec2:eu-west-1::snapshot/snap-1'],
  'RecoveryPointTypes': ['SNAPSHOT', 'CONTINUOUS', 'OTHER'],
  'Region': ['eu-central-1', 'eu-west-1', 'nowhere', { Ref: 'AWS::Region' }],
  'Regions': ['*', 'eu-west-1', 'nowhere'],
  'ReportTemplate': ['BACKUP_JOB_REPORT', 'RESOURCE_COMPLIANCE_REPORT', 'MALWARE_JOB_REPORT'],
  'ResourceType': ['EC2', 'S3', 'EBS', 'Other'],
  'ResourceTypes': ['EBS', 'S3', 'EFS', 'ALL'],
  'Resources': ['*', 'arn:aws:dynamodb:*:*:table/*', 'arn:aws:s3:::*', attribute('AWS::DynamoDB::Table'), attribute(BUCKET)],
  'RestoreMetadataOverrides': [{ instanceType: 't3.micro' }, { clusterIdentifier: 'x', dbSubnetGroupName: 'x' }],
  'RestoreTestingPlanName': ['weekly', 'week-ly', ref('AWS::Backup::RestoreTestingPlan')],
  'Roles': [ref(ROLE), 'backup'],
  'RuleName': ['daily', 'monthly', 'a rule'],
  'S3BucketName': [ref(BUCKET), 'reports'],
  'SNSTopicArn': [ref(TOPIC), 'arn:aws:sns:us-east-1:444455556666:orders', 'arn:aws:sns:eu-west-1:111122223333:orders.fifo'],
  'StorageClass': ['GLACIER', 'DEEP_ARCHIVE', 'STANDARD_IA'],
  'SSEAlgorithm': ['AES256', 'aws:kms'],
  'ScanMode': ['FULL_SCAN', 'INCREMENTAL_SCAN', 'SOME'],
  'ScannerRoleArn': ROLES,
  'ScheduleExpression': ['cron(0 5 ? * * *)', 'cron(0/15 * ? * * *)', 'rate(1 day)', 'cron(0 5 30 2 ? *)'],
  'ScheduleExpressionTimezone': ['Europe/Berlin', 'Nowhere'],
  'SelectionWindowDays': [0, 1, 365, 366],
  'SnapshotIdentifier': ['orders'],
  'State': ['ENABLED', 'DISABLED'],
  'Status': ['Enabled', 'Suspended'],
  'TargetBackupVault': VAULTS,
  'TargetLogicallyAirGappedBackupVaultArn': [attribute(AIR_GAPPED, 'BackupVaultArn'), attribute(VAULT, 'BackupVaultArn'), 'arn:aws:backup:eu-west-1:111122223333:backup-vault:locked'],
  'TieringDownSettingsInDays': [59, 60, 36_500, 36_501],
  'ToDate': DATES,
  'TargetKeyId': [ref('AWS::KMS::Key'), attribute('AWS::KMS::Key')],
  'TopicArn': [ref(TOPIC)],
  'Topics': [ref(TOPIC)],
  'Type': ['BACKUP_POLICY', 'SERVICE_CONTROL_POLICY'],
  'ValidationWindowHours': [0, 1, 168, 169],
  'Value': ['gold', 'none', ''],
  'VaultNames': ['orders', ref(VAULT)],
  'VolumeId': [ref('AWS::EC2::Volume')],
  'VolumeType': ['ONTAP', 'OPENZFS'],
  'detail-type': ['Backup Job State Change'],
  'source': ['aws.backup'],
};

const TEXTS = ['orders', 'gold', 'a name', ''];
const MAPS = [{ backup: 'gold' }, { 'aws:x': 'y' }];
const BY_SHAPE: Readonly<Record<Exclude<Extract<Shape, string>, TextShape>, readonly unknown[]>> = {
  wholeNumber: DAYS,
  number: DAYS,
  boolean: [true, false, 'true'],
  json: [{}, '{}'],
};

function ofShape(name: string, shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: right(name, shape) }, { weight: 1, arbitrary: value });
}

function right(name: string, shape: Shape): fc.Arbitrary<unknown> {
  if (typeof shape === 'string') { return fc.constantFrom(...LIKELY[name] ?? (isText(shape) ? TEXTS : BY_SHAPE[shape])); }
  if ('names' in shape) { return fc.constantFrom(...LIKELY[name] ?? MAPS); }
  return isList(shape) ? fc.array(ofShape(name, shape.of), { maxLength: 3 }) : ofObject(shape);
}

function ofObject({ properties, required }: ObjectShape): fc.Arbitrary<unknown> {
  const content = Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, ofShape(name, shape)]));
  return fc.oneof(
    { weight: 9, arbitrary: fc.record(content, { requiredKeys: [...required] }) },
    { weight: 1, arbitrary: fc.record(content, { requiredKeys: [] }) },
  );
}

function isList(shape: ListShape | ObjectShape): shape is ListShape {
  return 'of' in shape;
}

const WRITER = fc.record({ WriterProps: fc.record({ region: value, exports: fc.oneof(fc.record({ '/cdk/exports/x': value }), value) }) });

const CONTENTS: readonly (readonly [logicalId: string, type: string, properties: fc.Arbitrary<unknown>])[] = [
  ...[...TYPES].map(([type, shape]) => [idOf(type), type, ofShape('', shape)] as const),
  ['Reader', 'Custom::CrossRegionExportReader', fc.record({ ReaderProps: value })],
  ['Writer', 'Custom::CrossRegionExportWriter', WRITER],
];

const CONDITION = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, value);
const DELETION = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(undefined, 'Retain', 'RetainExceptOnCreate') }, value);

/** Most templates have the resources that most rules check. */
const USUAL: readonly string[] = [VAULT, PLAN, 'AWS::Backup::BackupSelection', TOPIC, BUCKET, ROLE, 'AWS::DynamoDB::Table'];

export const resources: fc.Arbitrary<Record<string, unknown>> = fc.record(Object.fromEntries(CONTENTS.map(([logicalId, type, content]) => [
  logicalId,
  fc.oneof(
    { weight: USUAL.includes(type) ? 1 : 4, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.record({ Type: fc.constant(type), Properties: content, Condition: CONDITION, DeletionPolicy: DELETION }) },
  ),
])));
