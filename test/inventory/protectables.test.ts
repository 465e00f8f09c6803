import { byTag, covered, inventoryOf, plan, selection, source, tagged } from './sources';
import { UNKNOWN } from '../../src/values/unknown';

const OPEN = { Parameters: { Open: { Type: 'String' } } };

function protectable(Type: string, Properties: object, more = {}) {
  const { protectables } = inventoryOf(source({ Resource: { Type, Properties } }, { sections: OPEN, ...more }));
  return protectables;
}

test.each<[string, object, string[]]>([
  ['AWS::DynamoDB::Table', {}, ['DYNAMODB', 'DYNAMODB_ADVANCED']],
  ['AWS::RDS::DBInstance', { Engine: 'postgres' }, ['RDS']],
  ['AWS::RDS::DBInstance', { Engine: 'postgres', DBClusterIdentifier: { Ref: 'AWS::NoValue' } }, ['RDS']],
  ['AWS::RDS::DBInstance', { Engine: 'aurora-postgresql', DBClusterIdentifier: 'cluster' }, []],
  ['AWS::RDS::DBInstance', { Engine: 'postgres', DBClusterIdentifier: { Ref: 'Open' } }, []],
  ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, ['AURORA']],
  ['AWS::RDS::DBCluster', { Engine: 'mysql' }, ['RDS_MULTI_AZ_CLUSTER']],
  ['AWS::RDS::DBCluster', { Engine: { Ref: 'Open' } }, ['RDS_MULTI_AZ_CLUSTER', 'AURORA']],
  ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE' }, []],
  ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'SCRATCH_2' } }, []],
  ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } }, ['FSX_LUSTRE']],
  ['AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: { Ref: 'Open' } } }, ['FSX_LUSTRE']],
  ['AWS::FSx::FileSystem', { FileSystemType: 'ONTAP' }, []],
  ['AWS::S3::Bucket', {}, ['S3']],
  ['AWS::SQS::Queue', {}, []],
])('%s with %p is of the rows %p', (type, properties, rows) => {
  expect(protectable(type, properties).flatMap((each) => each.rows.map(({ id }) => id))).toEqual(rows);
});

test.each<[string, object, string]>([
  ['AWS::EC2::Instance', {}, 'arn:aws:ec2:eu-central-1:111122223333:instance/${Resource}'],
  ['AWS::EC2::Volume', {}, 'arn:aws:ec2:eu-central-1:111122223333:volume/${Resource}'],
  ['AWS::S3::Bucket', { BucketName: 'logs' }, 'arn:aws:s3:::logs'],
  ['AWS::EFS::FileSystem', {}, 'arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/${Resource}'],
  ['AWS::RDS::DBInstance', { Engine: 'mysql', DBInstanceIdentifier: 'Orders' }, 'arn:aws:rds:eu-central-1:111122223333:db:orders'],
  ['AWS::Neptune::DBCluster', {}, 'arn:aws:rds:eu-central-1:111122223333:cluster:${Resource}'],
  ['AWS::DocDB::DBCluster', {}, 'arn:aws:rds:eu-central-1:111122223333:cluster:${Resource}'],
  ['AWS::Redshift::Cluster', {}, 'arn:aws:redshift:eu-central-1:111122223333:cluster:${Resource}'],
  ['AWS::RedshiftServerless::Namespace', {}, 'arn:aws:redshift-serverless:eu-central-1:111122223333:namespace/${Resource.Namespace.NamespaceId}'],
  ['AWS::Timestream::Table', { DatabaseName: 'db' }, 'arn:aws:timestream:eu-central-1:111122223333:database/db/table/${Resource.Name}'],
  ['AWS::EKS::Cluster', { Name: 'cluster' }, 'arn:aws:eks:eu-central-1:111122223333:cluster/cluster'],
  ['AWS::DSQL::Cluster', {}, 'arn:aws:dsql:eu-central-1:111122223333:cluster/${Resource}'],
  ['AWS::FSx::Volume', { VolumeType: 'ONTAP' }, 'arn:aws:fsx:eu-central-1:111122223333:volume/${Resource.FileSystemId}/${Resource}'],
  ['AWS::CloudFormation::Stack', {}, 'arn:aws:cloudformation:eu-central-1:111122223333:stack/${Resource}'],
])('the ARN of %s with %p', (type, properties, expected) => {
  expect(protectable(type, properties)[0].arn.toString()).toBe(expected);
});

test.each<[string, string, object]>([
  ['a list', 'AWS::S3::Bucket', tagged({ backup: 'gold' })],
  ['a map', 'AWS::EKS::Cluster', { Tags: { backup: 'gold' } }],
  ['FileSystemTags', 'AWS::EFS::FileSystem', { FileSystemTags: [{ Key: 'backup', Value: 'gold' }] }],
  ['a conditional list', 'AWS::S3::Bucket', { Tags: [{ 'Fn::If': ['Never', { Ref: 'AWS::NoValue' }, { Key: 'backup', Value: 'gold' }] }] }],
])('tags as %s', (_name, type, properties) => {
  const sections = { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } };

  expect([...protectable(type, properties, { sections })[0].tags.values]).toEqual([['backup', 'gold']]);
});

test('the tags of a vault are a map', () => {
  const { vaults } = inventoryOf(source({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'v', BackupVaultTags: { a: 'b' } } } }));

  expect([...vaults[0].tags.values]).toEqual([['a', 'b']]);
});

describe('a global table', () => {
  const replicas = (...each: object[]) => ({ Plan: plan(), Selection: selection(byTag('backup', 'gold')), Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: each } } });
  const gold = tagged({ backup: 'gold' });

  test('is a table in the Region of each replica', () => {
    const inventory = inventoryOf(source(replicas({ Region: { Ref: 'AWS::Region' }, ...gold }, { Region: 'eu-west-1', ...gold })));

    expect(inventory.protectables.map(({ arn }) => arn.toString())).toEqual([
      'arn:aws:dynamodb:eu-central-1:111122223333:table/${Table}', 'arn:aws:dynamodb:eu-west-1:111122223333:table/${Table}',
    ]);
    expect(covered(inventory)).toEqual({ 'Stack Table Replicas[0]': 'yes', 'Stack Table Replicas[1]': 'no' });
  });

  test('of which only the replica with the tag is covered', () => {
    const elsewhere = source({ Plan: plan(), Selection: selection(byTag('backup', 'gold')) }, { id: 'West', region: 'eu-west-1' });

    expect(covered(inventoryOf(source(replicas({ Region: 'eu-central-1' }, { Region: 'eu-west-1', ...gold })), elsewhere)))
      .toEqual({ 'Stack Table Replicas[0]': 'no', 'Stack Table Replicas[1]': 'yes' });
  });

  test('in a stack for any Region, is covered where the stack is', () => {
    const inventory = inventoryOf(source(replicas({ Region: { Ref: 'AWS::Region' }, ...gold }, { Region: 'eu-west-1', ...gold }), { account: undefined, region: undefined }));

    expect(covered(inventory)).toEqual({ 'Stack Table Replicas[0]': 'yes', 'Stack Table Replicas[1]': String(UNKNOWN) });
  });

  test('whose replicas are unknown might be covered', () => {
    const resources = replicas();

    expect(covered(inventoryOf(source({ ...resources, Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: { Ref: 'Open' } } } }, { sections: OPEN }))))
      .toEqual({ 'Stack Table': String(UNKNOWN) });
  });
});

test.each<[string, object, unknown, unknown]>([
  ['AWS::DynamoDB::Table', {}, true, 'awsOwned'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true } }, true, 'awsManaged'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'alias/mine' } }, true, 'customerManaged'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'alias/aws/dynamodb' } }, true, 'awsManaged'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: false, KMSMasterKeyId: 'alias/mine' } }, true, 'awsOwned'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: { Ref: 'Open' } } }, true, UNKNOWN],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { Ref: 'Open' } } }, true, UNKNOWN],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::Sub': 'alias/${Open}' } } }, true, UNKNOWN],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::Sub': 'alias/aws/${Open}' } } }, true, 'awsManaged'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::GetAtt': ['Resource', 'Arn'] } } }, true, 'customerManaged'],
  ['AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { Ref: 'Nothing' } } }, true, UNKNOWN],
  ['AWS::DSQL::Cluster', {}, true, 'awsOwned'],
  ['AWS::DSQL::Cluster', { KmsEncryptionKey: 'alias/mine' }, true, 'customerManaged'],
  ['AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS' }, true, 'awsManaged'],
  ['AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS', KmsKeyId: 'alias/mine' }, true, 'customerManaged'],
  ['AWS::RedshiftServerless::Namespace', { NamespaceName: 'sales' }, true, 'awsOwned'],
  ['AWS::Redshift::Cluster', {}, UNKNOWN, 'awsManaged'],
  ['AWS::Redshift::Cluster', { Encrypted: true, SnapshotIdentifier: 'snapshot' }, true, UNKNOWN],
  ['AWS::EC2::Instance', {}, UNKNOWN, UNKNOWN],
  ['AWS::S3::Bucket', { BucketEncryption: { Ref: 'Open' } }, true, UNKNOWN],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [] } }, true, 'awsOwned'],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{}] } }, true, 'awsOwned'],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: { Ref: 'Open' } } }] } }, true, UNKNOWN],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] } }, true, 'awsManaged'],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] } }, true, 'awsOwned'],
  ['AWS::S3::Bucket', {}, true, 'awsOwned'],
  ['AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/mine' } }] } }, true, 'customerManaged'],
  ['AWS::EFS::FileSystem', {}, false, 'awsManaged'],
  ['AWS::EC2::Volume', {}, UNKNOWN, UNKNOWN],
  ['AWS::EC2::Volume', { Encrypted: 'false' }, false, UNKNOWN],
  ['AWS::RDS::DBInstance', { Engine: 'mysql' }, false, 'awsManaged'],
  ['AWS::RDS::DBInstance', { Engine: 'mysql', DBSnapshotIdentifier: 'snapshot' }, UNKNOWN, UNKNOWN],
  ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', StorageEncrypted: true, SnapshotIdentifier: 'snapshot' }, true, UNKNOWN],
  ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', SnapshotIdentifier: 'snapshot', KmsKeyId: 'alias/mine' }, UNKNOWN, 'customerManaged'],
  ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }, false, 'awsManaged'],
  ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', GlobalClusterIdentifier: 'orders' }, UNKNOWN, UNKNOWN],
  ['AWS::DocDB::DBCluster', { StorageEncrypted: true, SnapshotIdentifier: 'snapshot' }, true, UNKNOWN],
  ['AWS::Neptune::DBCluster', { StorageEncrypted: true, SourceDBClusterIdentifier: 'cluster' }, true, UNKNOWN],
  ['AWS::RDS::DBInstance', { Engine: 'mysql', StorageEncrypted: true, KmsKeyId: { Ref: 'Open' } }, true, UNKNOWN],
])('the encryption of %s with %p', (type, properties, encrypted, keyKind) => {
  expect(protectable(type, properties)[0].encryption).toMatchObject({ encrypted, keyKind });
});
