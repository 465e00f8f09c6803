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

const RULE = properties('RuleName', 'TargetBackupVault', 'TargetLogicallyAirGappedBackupVaultArn', 'ScheduleExpression', 'StartWindowMinutes', 'Lifecycle', 'CopyActions', 'EnableContinuousBackup');
const TAG = fc.record({ Key: value, Value: value, ConditionKey: value, ConditionValue: value });
const PLAN = fc.record({ BackupPlanName: value, BackupPlanRule: fc.oneof(fc.array(RULE, { maxLength: 3 }), value) });
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
