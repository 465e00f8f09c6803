import { idOf } from './values';
import { type ListShape, type MapShape, type ObjectShape, type Shape, RESOURCE_PROPERTIES } from '../../src/capabilities/resource-properties';
import { RESOURCE_TYPES } from '../../src/capabilities/resource-types';

const MAP: MapShape = { names: 'anyText', values: 'anyText' };
const TAGS: ListShape = { of: shape({ Key: 'anyText', Value: 'anyText' }) };
const TABLE_KEY = shape({ KMSMasterKeyId: 'anyText', SSEEnabled: 'boolean' });
const BUCKET_KEY = shape({ KMSMasterKeyID: 'anyText', SSEAlgorithm: 'anyText' });
const DATABASE = shape({
  DBClusterIdentifier: 'anyText',
  DBInstanceIdentifier: 'anyText',
  Engine: 'anyText',
  KmsKeyId: 'anyText',
  SnapshotIdentifier: 'anyText',
  SourceDBClusterIdentifier: 'anyText',
  StorageEncrypted: 'boolean',
});
const ENCRYPTED = shape({ Encrypted: 'boolean', KmsKeyId: 'anyText' });
const ARTIFACT_STORE = shape({ Location: 'anyText' });
const KEY = shape({ Enabled: 'boolean', EnableKeyRotation: 'boolean', KeyPolicy: 'json', KeySpec: 'anyText', Origin: 'anyText', PendingWindowInDays: 'wholeNumber' });
const TRANSITION = shape({ StorageClass: 'anyText', TransitionInDays: 'wholeNumber' });
const LIFECYCLE_RULE = shape({ ExpirationInDays: 'wholeNumber', Status: 'anyText', Transition: TRANSITION, Transitions: { of: TRANSITION } });
const OF_ROLES = shape({ Path: 'anyText', RoleName: 'anyText', Roles: { of: 'anyText' } });

/** The properties that are read from resources of other services, besides their tags and the properties that decide their type. */
const OTHERS: Readonly<Record<string, ObjectShape>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': shape({ SnsTopicArns: { of: 'anyText' } }),
  'AWS::Chatbot::SlackChannelConfiguration': shape({ SnsTopicArns: { of: 'anyText' } }),
  'AWS::CloudFormation::Stack': shape({ Parameters: MAP, TemplateURL: 'anyText' }),
  'AWS::CloudWatch::Alarm': shape({ Namespace: 'anyText' }),
  'AWS::CodePipeline::Pipeline': shape({ ArtifactStore: ARTIFACT_STORE, ArtifactStores: { of: shape({ ArtifactStore: ARTIFACT_STORE }) } }),
  'AWS::Config::DeliveryChannel': shape({ S3BucketName: 'anyText' }),
  'AWS::DSQL::Cluster': shape({ KmsEncryptionKey: 'anyText' }),
  'AWS::DocDB::DBCluster': DATABASE,
  'AWS::DynamoDB::GlobalTable': shape({
    Replicas: { of: shape({ Region: 'anyText', SSESpecification: TABLE_KEY, Tags: TAGS }) }, SSESpecification: TABLE_KEY, TableName: 'anyText',
  }),
  'AWS::DynamoDB::Table': shape({ SSESpecification: TABLE_KEY, TableName: 'anyText' }),
  'AWS::EC2::Instance': shape({ Volumes: { of: shape({ VolumeId: 'anyText' }) } }),
  'AWS::EC2::Volume': ENCRYPTED,
  'AWS::EC2::VolumeAttachment': shape({ InstanceId: 'anyText', VolumeId: 'anyText' }),
  'AWS::EFS::FileSystem': shape({ ...ENCRYPTED.properties, BackupPolicy: shape({ Status: 'anyText' }), FileSystemPolicy: 'json', FileSystemTags: TAGS }),
  'AWS::Events::Rule': shape({ EventPattern: shape({ 'detail-type': { of: 'anyText' }, 'source': { of: 'anyText' } }), State: 'anyText' }),
  'AWS::FSx::FileSystem': shape({ KmsKeyId: 'anyText' }),
  'AWS::IAM::ManagedPolicy': OF_ROLES,
  'AWS::IAM::Policy': OF_ROLES,
  'AWS::IAM::Role': shape({
    AssumeRolePolicyDocument: 'json',
    ManagedPolicyArns: { of: 'anyText' },
    Path: 'anyText',
    PermissionsBoundary: 'anyText',
    Policies: { of: 'json' },
    RoleName: 'anyText',
  }),
  'AWS::IAM::RolePolicy': OF_ROLES,
  'AWS::KMS::Alias': shape({ AliasName: 'anyText', TargetKeyId: 'anyText' }),
  'AWS::KMS::Key': KEY,
  'AWS::KMS::ReplicaKey': KEY,
  'AWS::Neptune::DBCluster': DATABASE,
  'AWS::Organizations::Policy': shape({ Content: 'json', Type: 'anyText' }),
  'AWS::RDS::DBCluster': DATABASE,
  'AWS::RDS::DBInstance': DATABASE,
  'AWS::Redshift::Cluster': shape({ ...ENCRYPTED.properties, SnapshotIdentifier: 'anyText' }),
  'AWS::RedshiftServerless::Namespace': shape({ KmsKeyId: 'anyText' }),
  'AWS::S3::Bucket': shape({
    AccessControl: 'anyText',
    LifecycleConfiguration: shape({ Rules: { of: LIFECYCLE_RULE } }),
    BucketEncryption: shape({ ServerSideEncryptionConfiguration: { of: shape({ ServerSideEncryptionByDefault: BUCKET_KEY }) } }),
    BucketName: 'anyText',
    NotificationConfiguration: shape({ EventBridgeConfiguration: shape({ EventBridgeEnabled: 'boolean' }) }),
  }),
  'AWS::S3::BucketPolicy': shape({ Bucket: 'anyText', PolicyDocument: 'json' }),
  'AWS::Serverless::Application': shape({ Location: 'anyText', Parameters: MAP }),
  'AWS::Serverless::Function': shape({ Events: { of: shape({ Properties: shape({ Topic: 'anyText' }) }) } }),
  'AWS::Serverless::SimpleTable': shape({ TableName: 'anyText', Tags: MAP }),
  'AWS::SNS::Subscription': shape({ TopicArn: 'anyText' }),
  'AWS::SNS::Topic': shape({ FifoTopic: 'boolean', KmsMasterKeyId: 'anyText', Subscription: { of: 'json' }, TopicName: 'anyText' }),
  'AWS::SNS::TopicInlinePolicy': shape({ PolicyDocument: 'json', TopicArn: 'anyText' }),
  'AWS::SNS::TopicPolicy': shape({ PolicyDocument: 'json', Topics: { of: 'anyText' } }),
};

/** The types and properties that the inventory and the rules read. */
export const TYPES: ReadonlyMap<string, ObjectShape> = new Map([
  ...RESOURCE_PROPERTIES,
  ...[...Object.keys(OTHERS), ...RESOURCE_TYPES.flatMap(({ cfnTypes }) => cfnTypes)].map((type): [string, ObjectShape] => [type, other(type)]),
]);

function other(type: string): ObjectShape {
  const rows = RESOURCE_TYPES.filter(({ cfnTypes }) => cfnTypes.includes(type));
  const paths = rows.flatMap(({ when = [], requirement }) => [
    ...when.map(({ property }) => property.split('.')), ...requirement ? [requirement.path] : [],
  ]);
  const told = paths.reduce((held, path) => withPath(held, path), OTHERS[type] ?? shape({}));
  return rows.length > 0 ? shape({ Tags: TAGS, ...told.properties }) : told;
}

function withPath({ properties }: ObjectShape, [name, ...below]: readonly string[]): ObjectShape {
  if (below.length === 0) { return shape({ [name]: 'anyText', ...properties }); }
  const holder = properties[name];
  return shape({ ...properties, [name]: withPath(typeof holder === 'object' && 'properties' in holder ? holder : shape({}), below) });
}

function shape(properties: Readonly<Record<string, Shape>>): ObjectShape {
  return { properties, required: [] };
}

export const ref = (type: string) => ({ Ref: idOf(type) });
export const attribute = (type: string, name = 'Arn') => ({ 'Fn::GetAtt': [idOf(type), name] });

/** Every name of a property, at any level. */
export function namesIn(of: Shape): string[] {
  if (typeof of === 'string' || 'names' in of) { return []; }
  return 'of' in of ? namesIn(of.of) : Object.entries(of.properties).flatMap(([name, below]) => [name, ...namesIn(below)]);
}
