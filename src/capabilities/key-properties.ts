import { type Source, cfnSchema } from './source';

/** The key of a resource that names none. */
interface DefaultKey {
  readonly kind: 'awsManaged' | 'awsOwned';
  /** The service in the alias of an AWS managed key. */
  readonly service?: string;
}

/** How a CloudFormation type names the key of its storage. */
export interface KeyProperty {
  readonly name: string;
  /** The list that contains objects with the property, and the property of its items that holds it. */
  readonly in?: readonly [list: string, item: string];
  /** The property that turns encryption on, and whether it is on without that property. `undefined` if the account decides. Other storage is always encrypted. */
  readonly flag?: { readonly name: string; readonly leftOut?: boolean };
  /** The properties that name a source whose key is used instead. */
  readonly inheritsFrom: readonly string[];
  /** `undefined` if the account decides. */
  readonly otherwise?: DefaultKey;
  readonly source: Source;
}

const managedBy = (service: string): DefaultKey => ({ kind: 'awsManaged', service });
const OWNED: DefaultKey = { kind: 'awsOwned' };

const database = (type: string): KeyProperty => ({
  name: 'KmsKeyId',
  flag: { name: 'StorageEncrypted', leftOut: false },
  inheritsFrom: [
    'SnapshotIdentifier', 'DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier', 'SourceDbiResourceId',
    'SourceDbClusterResourceId', 'SourceDBInstanceAutomatedBackupsArn', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier',
  ],
  otherwise: managedBy('rds'),
  source: cfnSchema(type),
});

/** Of the types with one such property. The default key of volumes is a setting of the account, and so is the encryption of Redshift clusters. */
export const KEY_PROPERTIES = {
  'AWS::DSQL::Cluster': { name: 'KmsEncryptionKey', inheritsFrom: [], otherwise: OWNED, source: cfnSchema('AWS::DSQL::Cluster') },
  'AWS::DocDB::DBCluster': database('AWS::DocDB::DBCluster'),
  'AWS::EC2::Instance': { name: 'KmsKeyId', in: ['BlockDeviceMappings', 'Ebs'], inheritsFrom: [], source: cfnSchema('AWS::EC2::Instance') },
  'AWS::EC2::Volume': { name: 'KmsKeyId', flag: { name: 'Encrypted' }, inheritsFrom: ['SnapshotId'], source: cfnSchema('AWS::EC2::Volume') },
  'AWS::EFS::FileSystem': {
    name: 'KmsKeyId', flag: { name: 'Encrypted', leftOut: false }, inheritsFrom: [], otherwise: managedBy('elasticfilesystem'), source: cfnSchema('AWS::EFS::FileSystem'),
  },
  'AWS::FSx::FileSystem': { name: 'KmsKeyId', inheritsFrom: [], otherwise: managedBy('fsx'), source: cfnSchema('AWS::FSx::FileSystem') },
  'AWS::Neptune::DBCluster': database('AWS::Neptune::DBCluster'),
  'AWS::RDS::DBCluster': database('AWS::RDS::DBCluster'),
  'AWS::RDS::DBInstance': database('AWS::RDS::DBInstance'),
  'AWS::Redshift::Cluster': {
    name: 'KmsKeyId', flag: { name: 'Encrypted' }, inheritsFrom: ['SnapshotIdentifier'], otherwise: managedBy('redshift'), source: cfnSchema('AWS::Redshift::Cluster'),
  },
  'AWS::RedshiftServerless::Namespace': { name: 'KmsKeyId', inheritsFrom: [], otherwise: OWNED, source: cfnSchema('AWS::RedshiftServerless::Namespace') },
} as const satisfies Readonly<Record<string, KeyProperty>>;

export function keyPropertyOf(cfnType: string): KeyProperty | undefined {
  return Object.hasOwn(KEY_PROPERTIES, cfnType) ? KEY_PROPERTIES[cfnType as keyof typeof KEY_PROPERTIES] : undefined;
}
