import { type Source, cfnSchema } from './source';

/** The property of a CloudFormation type that names the key of its storage. */
export interface KeyProperty {
  readonly name: string;
  /** The list that contains objects with the property, and the property of its items that holds it. */
  readonly in?: readonly [list: string, item: string];
  /** The property that turns encryption on, with the AWS managed key if no key is named. */
  readonly flag?: string;
  /** Whether the storage is always encrypted, with the AWS managed key if no key is named. */
  readonly always?: boolean;
  /** The properties that name a source whose key is used instead. */
  readonly inheritsFrom: readonly string[];
  /** The service in the alias of the AWS managed key. */
  readonly service: string;
  readonly source: Source;
}

const database = (type: string): KeyProperty => ({
  name: 'KmsKeyId',
  flag: 'StorageEncrypted',
  inheritsFrom: [
    'SnapshotIdentifier', 'DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier', 'SourceDbiResourceId',
    'SourceDbClusterResourceId', 'SourceDBInstanceAutomatedBackupsArn', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier',
  ],
  service: 'rds',
  source: cfnSchema(type),
});

/** Of the types whose backups the key of the resource encrypts, and that AWS Backup copies to other accounts. The default key of volumes is a setting of the account. */
export const KEY_PROPERTIES: Readonly<Record<string, KeyProperty>> = {
  'AWS::DocDB::DBCluster': database('AWS::DocDB::DBCluster'),
  'AWS::EC2::Instance': { name: 'KmsKeyId', in: ['BlockDeviceMappings', 'Ebs'], inheritsFrom: [], service: 'ebs', source: cfnSchema('AWS::EC2::Instance') },
  'AWS::EC2::Volume': { name: 'KmsKeyId', inheritsFrom: ['SnapshotId'], service: 'ebs', source: cfnSchema('AWS::EC2::Volume') },
  'AWS::FSx::FileSystem': { name: 'KmsKeyId', always: true, inheritsFrom: ['BackupId'], service: 'fsx', source: cfnSchema('AWS::FSx::FileSystem') },
  'AWS::Neptune::DBCluster': database('AWS::Neptune::DBCluster'),
  'AWS::RDS::DBCluster': database('AWS::RDS::DBCluster'),
  'AWS::RDS::DBInstance': database('AWS::RDS::DBInstance'),
};
