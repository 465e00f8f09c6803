import type { ProtectedCfnType } from '../../capabilities/resource-types';
import type { Answer } from '../../values/answer';
import { type Value, UNKNOWN } from '../../values/unknown';
import type { Encryption, KeyKind } from '../entities';
import type { Property } from '../property';
import type { Text } from '../text/text';

type Reader = (properties: Property) => Encryption;

/** A flag turns encryption on. Without it, encryption can depend on a setting of the account, or on a snapshot, whose key is used as well. */
function byFlag(flag: string, leftOut: Answer, inheritsFrom: readonly string[] = [], otherwise: KeyKind | typeof UNKNOWN = 'awsManaged'): Reader {
  return (properties) => {
    const key = properties.get('KmsKeyId').text();
    const given = properties.get(flag).boolean();
    const inherits = inheritsFrom.some((name) => properties.get(name).given !== false);
    const encrypted = given ?? (key === undefined && !inherits ? leftOut : UNKNOWN);
    return { encrypted, key, keyKind: keyKind(key, inherits ? UNKNOWN : otherwise) };
  };
}

/** Always encrypted, with the key in the property or an AWS key. */
function always(path: string, otherwise: KeyKind | typeof UNKNOWN): Reader {
  return (properties) => {
    const key = path.split('.').reduce((property, name) => property.get(name), properties).text();
    return { encrypted: true, key, keyKind: keyKind(key, otherwise) };
  };
}

const FROM_SNAPSHOT = ['SnapshotIdentifier', 'DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier', 'SourceDBInstanceIdentifier',
  'SourceDBClusterIdentifier', 'SourceDbiResourceId', 'SourceDbClusterResourceId', 'SourceDBInstanceAutomatedBackupsArn',
  'ReplicationSourceIdentifier'];
const DATABASE = byFlag('StorageEncrypted', false, FROM_SNAPSHOT);

const NOT_READ: Encryption = { encrypted: UNKNOWN, key: UNKNOWN, keyKind: UNKNOWN };
const notRead: Reader = () => NOT_READ;

const READERS = new Map<string, Reader>(Object.entries({
  'AWS::CloudFormation::Stack': notRead,
  'AWS::DSQL::Cluster': always('KmsEncryptionKey', 'awsOwned'),
  'AWS::DocDB::DBCluster': DATABASE,
  // `replicaEncryption` reads each replica
  'AWS::DynamoDB::GlobalTable': notRead,
  'AWS::DynamoDB::Table': tableEncryption,
  'AWS::Serverless::SimpleTable': tableEncryption,
  // each volume of an instance has its own key
  'AWS::EC2::Instance': notRead,
  // the default key of volumes is a setting of the account
  'AWS::EC2::Volume': byFlag('Encrypted', UNKNOWN, [], UNKNOWN),
  'AWS::EFS::FileSystem': byFlag('Encrypted', false),
  'AWS::EKS::Cluster': notRead,
  'AWS::FSx::FileSystem': always('KmsKeyId', 'awsManaged'),
  // a volume has the key of its file system
  'AWS::FSx::Volume': notRead,
  'AWS::Neptune::DBCluster': DATABASE,
  'AWS::RDS::DBCluster': DATABASE,
  'AWS::RDS::DBInstance': DATABASE,
  'AWS::Redshift::Cluster': byFlag('Encrypted', UNKNOWN, ['SnapshotIdentifier']),
  'AWS::RedshiftServerless::Namespace': always('KmsKeyId', 'awsOwned'),
  'AWS::S3::Bucket': bucketEncryption,
  'AWS::SystemsManagerSAP::Application': notRead,
  // the key is a property of the database
  'AWS::Timestream::Table': notRead,
} satisfies Record<ProtectedCfnType, Reader>));

export function encryptionOf(cfnType: string, properties: Property): Encryption {
  return READERS.get(cfnType)?.(properties) ?? NOT_READ;
}

/** The key of a global table is that of its replica. */
export function replicaEncryption(properties: Property, replica: Property): Encryption {
  return tableKey(properties, replica.get('SSESpecification').get('KMSMasterKeyId').text());
}

function tableEncryption(properties: Property): Encryption {
  return tableKey(properties, properties.get('SSESpecification').get('KMSMasterKeyId').text());
}

/** A table is always encrypted. The specification replaces the AWS owned key by a key in the account. */
function tableKey(properties: Property, key: Value<Text>): Encryption {
  const enabled = properties.get('SSESpecification').get('SSEEnabled').boolean() ?? false;
  if (enabled === UNKNOWN) { return { encrypted: true, key, keyKind: UNKNOWN }; }
  return { encrypted: true, key, keyKind: enabled ? keyKind(key, 'awsManaged') : 'awsOwned' };
}

function bucketEncryption(properties: Property): Encryption {
  const rules = properties.get('BucketEncryption').get('ServerSideEncryptionConfiguration').items();
  if (rules === UNKNOWN) { return { ...NOT_READ, encrypted: true }; }
  const byDefault = rules?.[0]?.get('ServerSideEncryptionByDefault');
  const algorithm = byDefault?.get('SSEAlgorithm').string() ?? 'AES256';
  const key = byDefault?.get('KMSMasterKeyID').text();
  if (algorithm === UNKNOWN) { return { encrypted: true, key, keyKind: UNKNOWN }; }
  return { encrypted: true, key, keyKind: algorithm === 'AES256' ? 'awsOwned' : keyKind(key, 'awsManaged') };
}

/** The owner of the key. A parameter can contain any key. */
export function keyKind<T>(key: Value<Text>, otherwise: T): T | KeyKind | typeof UNKNOWN {
  if (key === undefined) { return otherwise; }
  if (key === UNKNOWN) { return UNKNOWN; }
  if (key.parts.some((part) => typeof part === 'string' && part.includes('alias/aws/'))) { return 'awsManaged'; }
  return key.key === undefined || key.parts.some((part) => typeof part !== 'string' && part !== UNKNOWN && part.kind === 'parameter')
    ? UNKNOWN
    : 'customerManaged';
}
