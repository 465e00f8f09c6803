import type { ProtectedCfnType } from '../../capabilities/resource-types';

/** How CloudFormation names a resource of a type: the values of `Ref` and `Fn::GetAtt`, and the form of its ARN. */
export interface Identity<Arn = readonly string[]> {
  /** The property with the physical id. If it is left out, CloudFormation or the service chooses the id. */
  readonly nameProperty?: string;
  /** Set if `Ref` returns the ARN instead of the physical id. */
  readonly refIsArn?: true;
  /**
   * `service:region:account:resource`, as in `capabilities`. In braces: `id`, `region`, `account`; a property with what it is where it is
   * left out; an attribute after `@`; or `?` for what no template tells. Read into literals and placeholders by turns.
   */
  readonly arn: Arn;
  readonly arnAttribute?: string;
  /** Attributes that return the physical id, as `Ref` does. */
  readonly idAttribute?: string;
  /**
   * Whether CloudFormation generates a name if the template has none: the name of the stack, the logical ID, and a random part.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
   */
  readonly generatedName?: true;
  /** The service stores the name in lowercase. */
  readonly lowercase?: true;
}

const RDS_CLUSTER: Identity<string> = { nameProperty: 'DBClusterIdentifier', arn: 'rds:{region}:{account}:cluster:{id}', lowercase: true };
const TABLE: Identity<string> = { nameProperty: 'TableName', arn: 'dynamodb:{region}:{account}:table/{id}', arnAttribute: 'Arn' };
const VAULT: Identity<string> = {
  nameProperty: 'BackupVaultName',
  arn: 'backup:{region}:{account}:backup-vault:{id}',
  arnAttribute: 'BackupVaultArn',
  idAttribute: 'BackupVaultName',
};
const KEY: Identity<string> = { arn: 'kms:{region}:{account}:key/{id}', arnAttribute: 'Arn', idAttribute: 'KeyId' };

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html */
const FORMS = {
  'AWS::Backup::BackupPlan': { arn: 'backup:{region}:{account}:backup-plan:{id}', arnAttribute: 'BackupPlanArn', idAttribute: 'BackupPlanId' },
  'AWS::Backup::BackupVault': VAULT,
  'AWS::Backup::LogicallyAirGappedBackupVault': VAULT,
  'AWS::CloudFormation::Stack': { refIsArn: true, arn: 'cloudformation:{region}:{account}:stack/{id}' },
  'AWS::DSQL::Cluster': { arn: 'dsql:{region}:{account}:cluster/{id}', arnAttribute: 'ResourceArn', idAttribute: 'Identifier' },
  'AWS::DocDB::DBCluster': RDS_CLUSTER,
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::DynamoDB::Table': TABLE,
  'AWS::EC2::Instance': { arn: 'ec2:{region}:{account}:instance/{id}', idAttribute: 'InstanceId' },
  'AWS::EC2::Volume': { arn: 'ec2:{region}:{account}:volume/{id}', idAttribute: 'VolumeId' },
  'AWS::EFS::FileSystem': { arn: 'elasticfilesystem:{region}:{account}:file-system/{id}', arnAttribute: 'Arn', idAttribute: 'FileSystemId' },
  'AWS::EKS::Cluster': { nameProperty: 'Name', arn: 'eks:{region}:{account}:cluster/{id}', arnAttribute: 'Arn' },
  'AWS::FSx::FileSystem': { arn: 'fsx:{region}:{account}:file-system/{id}', arnAttribute: 'ResourceARN' },
  'AWS::FSx::Volume': { arn: 'fsx:{region}:{account}:volume/{@FileSystemId}/{id}', arnAttribute: 'ResourceARN', idAttribute: 'VolumeId' },
  'AWS::IAM::ManagedPolicy': { refIsArn: true, nameProperty: 'ManagedPolicyName', arn: 'iam::{account}:policy{Path=/}{id}', arnAttribute: 'PolicyArn' },
  'AWS::IAM::Role': { nameProperty: 'RoleName', arn: 'iam::{account}:role{Path=/}{id}', arnAttribute: 'Arn', generatedName: true },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', arn: 'kms:{region}:{account}:{id}' },
  'AWS::KMS::Key': KEY,
  'AWS::KMS::ReplicaKey': KEY,
  'AWS::Neptune::DBCluster': RDS_CLUSTER,
  'AWS::RDS::DBCluster': { ...RDS_CLUSTER, arnAttribute: 'DBClusterArn' },
  'AWS::RDS::DBInstance': {
    nameProperty: 'DBInstanceIdentifier', arn: 'rds:{region}:{account}:db:{id}', arnAttribute: 'DBInstanceArn', lowercase: true,
  },
  'AWS::Redshift::Cluster': { nameProperty: 'ClusterIdentifier', arn: 'redshift:{region}:{account}:cluster:{id}', lowercase: true },
  'AWS::RedshiftServerless::Namespace': {
    nameProperty: 'NamespaceName', arn: 'redshift-serverless:{region}:{account}:namespace/{@Namespace.NamespaceId}', arnAttribute: 'Namespace.NamespaceArn',
  },
  'AWS::S3::Bucket': { nameProperty: 'BucketName', arn: 's3:::{id}', arnAttribute: 'Arn' },
  'AWS::Serverless::SimpleTable': TABLE,
  'AWS::SNS::Topic': { refIsArn: true, nameProperty: 'TopicName', arn: 'sns:{region}:{account}:{id}', arnAttribute: 'TopicArn', idAttribute: 'TopicName' },
  'AWS::SystemsManagerSAP::Application': { arn: 'ssm-sap:{region}:{account}:HANA/{?}' },
  'AWS::Timestream::Table': { arn: 'timestream:{region}:{account}:database/{DatabaseName=?}/table/{TableName=@Name}', arnAttribute: 'Arn' },
} satisfies Record<ProtectedCfnType, Identity<string>> & Record<string, Identity<string>>;

const IDENTITIES: ReadonlyMap<string, Identity> = new Map(Object.entries<Identity<string>>(FORMS).map(([cfnType, identity]) => (
  [cfnType, { ...identity, arn: identity.arn.split(/[{}]/) }]
)));

export function identityOf(cfnType: string | undefined): Identity | undefined {
  return cfnType === undefined ? undefined : IDENTITIES.get(cfnType);
}
