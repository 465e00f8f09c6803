import * as fc from 'fast-check';
import type { TemplateSource } from '../../src/inventory';

const LOGICAL_IDS = ['Vault', 'AirGapped', 'Plan', 'Selection', 'Table', 'GlobalTable', 'Bucket', 'Database', 'Cluster', 'Role', 'Policy', 'Topic', 'TopicPolicy', 'Nested', 'Reader', 'Writer'];
const NAMES = [...LOGICAL_IDS, 'Open', 'Closed', 'AWS::Region', 'AWS::NoValue', 'AWS::StackName', 'constructor', '__proto__', 'Nothing'];

/** Any value of a template: right, intrinsic in every form, or nonsense. */
export const { value } = fc.letrec<{ value: unknown; intrinsic: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>('*', 'orders', 'gold', 'arn:aws:dynamodb:*:*:table/*', 'arn:aws:backup:eu-west-1:111122223333:backup-vault:orders', '7', 'true', 35, null, true),
    fc.jsonValue({ maxDepth: 2 }),
    tie('intrinsic'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Key', 'Value', 'StringEquals', 'ConditionKey', 'Region', 'Tags', 'Statement'), tie('value'), { maxKeys: 3 }),
  ),
  intrinsic: fc.oneof(
    fc.constantFrom(...NAMES).map((name) => ({ Ref: name })),
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('Arn', 'Outputs.Out', 'BackupVaultArn', '/cdk/exports/x', 'Any')).map((path) => ({ 'Fn::GetAtt': path })),
    fc.constantFrom(...NAMES).map((name) => ({ 'Fn::Sub': `a\${${name}}\${${name}.Arn}` })),
    fc.tuple(fc.constantFrom('Fn::Join', 'Fn::Sub', 'Fn::Select', 'Fn::Split', 'Fn::If', 'Fn::FindInMap', 'Fn::ImportValue', 'Fn::GetStackOutput', 'Fn::GetAtt',
      'Fn::Transform', 'Fn::GetAZs', 'Ref', 'Fn::ReferenceToAnotherStack'), tie('value')).map(([name, argument]) => ({ [name]: argument })),
    fc.tuple(fc.constantFrom('C0', 'C1', 'C2'), tie('value'), tie('value')).map((branches) => ({ 'Fn::If': branches })),
    fc.tuple(fc.constantFrom('', ':'), fc.array(tie('value'), { maxLength: 3 })).map((join) => ({ 'Fn::Join': join })),
  ),
}));

export function properties(...names: string[]): fc.Arbitrary<unknown> {
  const right = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  return fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: value });
}

function nested(name: string, inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return inner.map((content) => ({ [name]: content }));
}

const number = fc.oneof(fc.constantFrom<unknown>(0, 1, 7, 30, 35, 36, 60, 120, '90', -1, 1.5), value);
const LIFECYCLE = fc.oneof(
  fc.record({ DeleteAfterDays: number, MoveToColdStorageAfterDays: number, OptInToArchiveForSupportedResources: value }, { requiredKeys: [] }),
  value,
);
const COPY = fc.oneof(fc.record({
  DestinationBackupVaultArn: fc.oneof(fc.constantFrom('arn:aws:backup:eu-central-1:444455556666:backup-vault:Default', 'arn:aws-cn:backup:eu-west-1:1:vault:x'), value),
  Lifecycle: LIFECYCLE,
}, { requiredKeys: [] }), value);
const WHOLE_RULE = fc.record({
  RuleName: value,
  TargetBackupVault: fc.oneof(fc.constantFrom<unknown>('orders', { Ref: 'Vault' }), value),
  TargetLogicallyAirGappedBackupVaultArn: value,
  ScheduleExpression: fc.oneof(fc.constantFrom('cron(0 5 ? * * *)', 'cron(0/15 * ? * * *)', 'rate(1 day)', 'cron(0 5 30 2 ? *)'), value),
  ScheduleExpressionTimezone: fc.oneof(fc.constantFrom('Europe/Berlin', 'Nowhere'), value),
  StartWindowMinutes: number,
  CompletionWindowMinutes: number,
  EnableContinuousBackup: fc.oneof(fc.boolean(), value),
  Lifecycle: LIFECYCLE,
  CopyActions: fc.oneof(fc.array(COPY, { maxLength: 6 }), value),
  RecoveryPointTags: value,
  IndexActions: fc.oneof(fc.constant([{ ResourceTypes: ['EFS'] }]), value),
  ScanActions: fc.oneof(fc.constant([{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }]), value),
}, { requiredKeys: [] });
const RULE = fc.oneof(WHOLE_RULE, properties('RuleName', 'TargetBackupVault', 'ScheduleExpression', 'StartWindowMinutes', 'Lifecycle', 'CopyActions'));
const TAG = fc.record({ Key: value, Value: value, ConditionKey: value, ConditionValue: value });
const PLAN = fc.record({
  BackupPlanName: value, BackupPlanRule: fc.oneof(fc.array(RULE, { maxLength: 3 }), value), ScanSettings: value, AdvancedBackupSettings: value,
}, { requiredKeys: ['BackupPlanName', 'BackupPlanRule'] });
const CONTROL = fc.oneof(fc.record({
  ControlName: fc.oneof(fc.constantFrom('BACKUP_RECOVERY_POINT_ENCRYPTED', 'BACKUP_LAST_RECOVERY_POINT_CREATED', 'NOTHING'), value),
  ControlInputParameters: fc.oneof(fc.array(fc.record({ ParameterName: fc.oneof(fc.constant('recoveryPointAgeValue'), value), ParameterValue: number })), value),
  ControlScope: fc.oneof(fc.record({ Tags: value, ComplianceResourceTypes: value, ComplianceResourceIds: value }, { requiredKeys: [] }), value),
}, { requiredKeys: [] }), value);
const SELECTION = fc.record({
  SelectionName: value,
  IamRoleArn: value,
  Resources: fc.oneof(fc.array(value, { maxLength: 3 }), value),
  NotResources: value,
  ListOfTags: fc.oneof(fc.array(TAG, { maxLength: 3 }), value),
  Conditions: fc.oneof(fc.record({ StringEquals: fc.array(TAG), StringLike: value }), value),
}, { requiredKeys: [] });

const TYPES: Readonly<Record<string, [type: string, properties: fc.Arbitrary<unknown>]>> = {
  Vault: ['AWS::Backup::BackupVault', properties('BackupVaultName', 'LockConfiguration', 'EncryptionKeyArn', 'AccessPolicy', 'Notifications', 'BackupVaultTags')],
  AirGapped: ['AWS::Backup::LogicallyAirGappedBackupVault', properties('BackupVaultName', 'MinRetentionDays', 'MaxRetentionDays')],
  Plan: ['AWS::Backup::BackupPlan', nested('BackupPlan', PLAN)],
  Selection: ['AWS::Backup::BackupSelection', SELECTION.chain((content) => value.map((plan) => ({ BackupPlanId: plan, BackupSelection: content })))],
  Table: ['AWS::DynamoDB::Table', properties('TableName', 'Tags', 'SSESpecification')],
  GlobalTable: ['AWS::DynamoDB::GlobalTable', properties('TableName', 'Replicas', 'SSESpecification')],
  Bucket: ['AWS::S3::Bucket', properties('BucketName', 'Tags', 'BucketEncryption')],
  Database: ['AWS::RDS::DBInstance', properties('Engine', 'DBClusterIdentifier', 'DBInstanceIdentifier', 'StorageEncrypted', 'KmsKeyId')],
  Cluster: ['AWS::RDS::DBCluster', properties('Engine', 'DBClusterIdentifier', 'Tags')],
  Role: ['AWS::IAM::Role', properties('RoleName', 'Path', 'ManagedPolicyArns', 'Policies')],
  Policy: ['AWS::IAM::ManagedPolicy', properties('Roles', 'Path')],
  Topic: ['AWS::SNS::Topic', properties('TopicName', 'FifoTopic', 'KmsMasterKeyId')],
  TopicPolicy: ['AWS::SNS::TopicPolicy', properties('Topics', 'PolicyDocument')],
  Framework: ['AWS::Backup::Framework', nested('FrameworkControls', fc.oneof(fc.array(CONTROL, { maxLength: 3 }), value))],
  NamedFramework: ['AWS::Backup::Framework', properties('FrameworkName', 'FrameworkDescription', 'FrameworkControls')],
  ReportPlan: ['AWS::Backup::ReportPlan', properties('ReportPlanName', 'ReportDeliveryChannel', 'ReportSetting')],
  RestorePlan: ['AWS::Backup::RestoreTestingPlan', properties('RestoreTestingPlanName', 'ScheduleExpression', 'StartWindowHours', 'RecoveryPointSelection')],
  RestoreSelection: ['AWS::Backup::RestoreTestingSelection', properties(
    'RestoreTestingSelectionName', 'RestoreTestingPlanName', 'ProtectedResourceType', 'ProtectedResourceArns', 'ProtectedResourceConditions',
    'RestoreMetadataOverrides', 'ValidationWindowHours',
  )],
  Tiering: ['AWS::Backup::TieringConfiguration', properties('TieringConfigurationName', 'BackupVaultName', 'ResourceSelection')],
  LegalHold: ['AWS::Backup::LegalHold', properties('Title', 'Description', 'RecoveryPointSelection')],
  BucketPolicy: ['AWS::S3::BucketPolicy', properties('Bucket', 'PolicyDocument')],
  Listener: ['AWS::Events::Rule', properties('EventPattern', 'State', 'Targets')],
  Nested: ['AWS::CloudFormation::Stack', properties('Parameters', 'Tags')],
  Reader: ['Custom::CrossRegionExportReader', properties('ReaderProps')],
  Writer: ['Custom::CrossRegionExportWriter', nested('WriterProps', fc.record({ region: value, exports: fc.oneof(fc.record({ '/cdk/exports/x': value }), value) }))],
};

const RESOURCE = fc.record(Object.fromEntries(Object.entries(TYPES).map(([logicalId, [Type, Properties]]) => [
  logicalId, fc.record({ Type: fc.constant(Type), Properties, Condition: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, value) }),
])), { requiredKeys: [] });

const CONDITION = fc.oneof(
  fc.tuple(fc.constantFrom('Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not'), fc.array(fc.oneof(value, fc.constantFrom('C0', 'C1', 'C2').map((name) => ({ Condition: name }))), { maxLength: 3 }))
    .map(([name, argument]) => ({ [name]: argument })),
  value,
);

const TEMPLATE = fc.record({
  Resources: RESOURCE,
  Parameters: fc.record({ Open: value, Closed: fc.record({ Type: fc.constantFrom<unknown>('String', 'Number', 'CommaDelimitedList', 3), Default: value }) }, { requiredKeys: [] }),
  Mappings: value,
  Conditions: fc.record({ C0: CONDITION, C1: CONDITION, C2: CONDITION }, { requiredKeys: [] }),
  Outputs: fc.oneof(fc.record({ Out: fc.record({ Value: value, Export: value }) }), value),
}, { requiredKeys: ['Resources'] });

/** A template with resources of every kind that the inventory reads, somewhere. */
export const templateSource: fc.Arbitrary<TemplateSource> = fc.record({
  id: fc.constantFrom('A', 'B', 'C'),
  template: TEMPLATE,
  account: fc.constantFrom(undefined, '111122223333', '444455556666'),
  region: fc.constantFrom(undefined, 'eu-central-1', 'eu-west-1', 'nowhere'),
  application: fc.constantFrom(undefined, 'Test', 'Prod'),
  parent: fc.constantFrom(undefined, { id: 'A', logicalId: 'Nested' }, { id: 'B', logicalId: 'Nested' }),
  parameters: fc.constantFrom<TemplateSource['parameters']>(undefined, { Open: 'x' }, { Open: ['a', { Ref: 'Open' }] }),
});
