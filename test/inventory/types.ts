import { idOf } from './values';
import { type ListShape, type ObjectShape, type Shape, RESOURCE_PROPERTIES } from '../../src/capabilities/resource-properties';
import { RESOURCE_TYPES } from '../../src/capabilities/resource-types';

const TAGS: ListShape = { of: shape({ Key: 'text', Value: 'text' }) };
const TABLE_KEY = shape({ KMSMasterKeyId: 'text', SSEEnabled: 'boolean' });
const BUCKET_KEY = shape({ KMSMasterKeyID: 'text', SSEAlgorithm: 'text' });
const DATABASE = shape({
  DBClusterIdentifier: 'text',
  DBInstanceIdentifier: 'text',
  Engine: 'text',
  KmsKeyId: 'text',
  SnapshotIdentifier: 'text',
  SourceDBClusterIdentifier: 'text',
  StorageEncrypted: 'boolean',
});
const ENCRYPTED = shape({ Encrypted: 'boolean', KmsKeyId: 'text' });
const ARTIFACT_STORE = shape({ Location: 'text' });
const KEY = shape({ EnableKeyRotation: 'boolean', KeyPolicy: 'json', KeySpec: 'text', Origin: 'text', PendingWindowInDays: 'wholeNumber' });
const TRANSITION = shape({ StorageClass: 'text', TransitionInDays: 'wholeNumber' });
const LIFECYCLE_RULE = shape({ ExpirationInDays: 'wholeNumber', Status: 'text', Transition: TRANSITION, Transitions: { of: TRANSITION } });
const OF_ROLES = shape({ Path: 'text', RoleName: 'text', Roles: { of: 'text' } });

/** The properties that are read from resources of other services, besides their tags and the properties that decide their type. */
const OTHERS: Readonly<Record<string, ObjectShape>> = {
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': shape({ SnsTopicArns: { of: 'text' } }),
  'AWS::Chatbot::SlackChannelConfiguration': shape({ SnsTopicArns: { of: 'text' } }),
  'AWS::CloudFormation::Stack': shape({ Parameters: 'map' }),
  'AWS::CloudWatch::Alarm': shape({ Namespace: 'text' }),
  'AWS::CodePipeline::Pipeline': shape({ ArtifactStore: ARTIFACT_STORE, ArtifactStores: { of: shape({ ArtifactStore: ARTIFACT_STORE }) } }),
  'AWS::Config::DeliveryChannel': shape({ S3BucketName: 'text' }),
  'AWS::DSQL::Cluster': shape({ KmsEncryptionKey: 'text' }),
  'AWS::DocDB::DBCluster': DATABASE,
  'AWS::DynamoDB::GlobalTable': shape({
    Replicas: { of: shape({ Region: 'text', SSESpecification: TABLE_KEY, Tags: TAGS }) }, SSESpecification: TABLE_KEY, TableName: 'text',
  }),
  'AWS::DynamoDB::Table': shape({ SSESpecification: TABLE_KEY, TableName: 'text' }),
  'AWS::EC2::Instance': shape({ Volumes: { of: shape({ VolumeId: 'text' }) } }),
  'AWS::EC2::Volume': ENCRYPTED,
  'AWS::EC2::VolumeAttachment': shape({ InstanceId: 'text', VolumeId: 'text' }),
  'AWS::EFS::FileSystem': shape({ ...ENCRYPTED.properties, BackupPolicy: shape({ Status: 'text' }), FileSystemPolicy: 'json', FileSystemTags: TAGS }),
  'AWS::Events::Rule': shape({ EventPattern: shape({ 'detail-type': { of: 'text' }, 'source': { of: 'text' } }), State: 'text' }),
  'AWS::FSx::FileSystem': shape({ KmsKeyId: 'text' }),
  'AWS::IAM::ManagedPolicy': OF_ROLES,
  'AWS::IAM::Policy': OF_ROLES,
  'AWS::IAM::Role': shape({
    AssumeRolePolicyDocument: 'json',
    ManagedPolicyArns: { of: 'text' },
    Path: 'text',
    PermissionsBoundary: 'text',
    Policies: { of: 'json' },
    RoleName: 'text',
  }),
  'AWS::IAM::RolePolicy': OF_ROLES,
  'AWS::KMS::Alias': shape({ AliasName: 'text', TargetKeyId: 'text' }),
  'AWS::KMS::Key': KEY,
  'AWS::KMS::ReplicaKey': KEY,
  'AWS::Neptune::DBCluster': DATABASE,
  'AWS::Organizations::Policy': shape({ Content: 'json', Type: 'text' }),
  'AWS::RDS::DBCluster': DATABASE,
  'AWS::RDS::DBInstance': DATABASE,
  'AWS::Redshift::Cluster': shape({ ...ENCRYPTED.properties, SnapshotIdentifier: 'text' }),
  'AWS::RedshiftServerless::Namespace': shape({ KmsKeyId: 'text' }),
  'AWS::S3::Bucket': shape({
    AccessControl: 'text',
    LifecycleConfiguration: shape({ Rules: { of: LIFECYCLE_RULE } }),
    BucketEncryption: shape({ ServerSideEncryptionConfiguration: { of: shape({ ServerSideEncryptionByDefault: BUCKET_KEY }) } }),
    BucketName: 'text',
    NotificationConfiguration: shape({ EventBridgeConfiguration: shape({ EventBridgeEnabled: 'boolean' }) }),
  }),
  'AWS::S3::BucketPolicy': shape({ Bucket: 'text', PolicyDocument: 'json' }),
  'AWS::Serverless::Function': shape({ Events: { of: shape({ Properties: shape({ Topic: 'text' }) }) } }),
  'AWS::Serverless::SimpleTable': shape({ TableName: 'text', Tags: 'map' }),
  'AWS::SNS::Subscription': shape({ TopicArn: 'text' }),
  'AWS::SNS::Topic': shape({ FifoTopic: 'boolean', KmsMasterKeyId: 'text', Subscription: { of: 'json' }, TopicName: 'text' }),
  'AWS::SNS::TopicInlinePolicy': shape({ PolicyDocument: 'json', TopicArn: 'text' }),
  'AWS::SNS::TopicPolicy': shape({ PolicyDocument: 'json', Topics: { of: 'text' } }),
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
  if (below.length === 0) { return shape({ [name]: 'text', ...properties }); }
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
  if (typeof of === 'string') { return []; }
  return 'of' in of ? namesIn(of.of) : Object.entries(of.properties).flatMap(([name, below]) => [name, ...namesIn(below)]);
}
