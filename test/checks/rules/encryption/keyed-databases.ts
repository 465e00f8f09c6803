import { copying, database, volume } from './copies';
import { GIVEN, bothWays } from '../../both-ways';

type Written = Parameters<typeof bothWays>[0];

const ARN = { 'Fn::GetAtt': ['Key', 'Arn'] };

/** A key that nothing is wrong with. */
function keyOf({ properties, ...attributes }: { readonly properties?: object; readonly DeletionPolicy?: unknown }) {
  return { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', ...attributes, Properties: { EnableKeyRotation: true, ...properties } };
}

interface Given {
  readonly key?: Parameters<typeof keyOf>[0];
  readonly resources?: readonly unknown[];
  readonly more?: Written;
}

/** A database that plan `gold` selects, and its key. */
export const keyedDatabase = ({ key = {}, resources, more }: Given) => bothWays(copying({
  rule: { CopyActions: undefined },
  resources,
  more: { Key: keyOf(key), Database: database({ StorageEncrypted: true, KmsKeyId: ARN }), ...more },
}));

/** What a key can encrypt besides a database. */
export const ALSO = {
  volume: { Volume: volume({ Encrypted: true, KmsKeyId: ARN }) },
  /** The key encrypts the second volume of the instance. */
  instance: {
    Database: { Type: 'AWS::EC2::Instance', Properties: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: {} }, { DeviceName: '/dev/sdb', Ebs: { KmsKeyId: ARN } }] } },
  },
  plainInstance: { Database: { Type: 'AWS::EC2::Instance', Properties: { BlockDeviceMappings: [{ DeviceName: '/dev/sdb', Ebs: { KmsKeyId: 'alias/aws/ebs' } }] } } },
  table: {
    Database: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: ARN },
      },
    },
  },
  fileSystem: { Database: { Type: 'AWS::EFS::FileSystem', Properties: { Encrypted: true, KmsKeyId: ARN } } },
  bucket: {
    Database: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: ARN } }] } },
    },
  },
  vault: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: ARN } } },
} satisfies Record<string, Written>;

export const DATABASE = 'AWS::RDS::DBInstance \'Database\'';

/** @param key one with the fault */
export function notApplicable(key: Given['key']) {
  return [
    { name: 'a database that is not selected', ...keyedDatabase({ key, resources: ['arn:aws:s3:::*'] }) },
    { name: 'a database without encryption', ...keyedDatabase({ key, more: { Database: database({ StorageEncrypted: false }) } }) },
    { name: 'a database with the key of the service', ...keyedDatabase({ key, more: { Database: database({ StorageEncrypted: true }) } }) },
    { name: 'an instance with the key of the service', ...keyedDatabase({ key, more: ALSO.plainInstance }) },
    { name: 'a file system, whose backups have the key of the vault', ...keyedDatabase({ key, more: ALSO.fileSystem }) },
    { name: 'a bucket, whose backups have the key of the vault', ...keyedDatabase({ key, more: ALSO.bucket }) },
    { name: 'the key of a vault, which another rule checks', ...keyedDatabase({ key, more: ALSO.vault }) },
  ];
}

/**
 * @param key one with the fault
 * @param doubt what is unknown of a key that is in none of the templates
 */
export function unknown(key: Given['key'], doubt: string) {
  const uncertain = (user: string) => [`key Key of ${user}: whether it encrypts recovery points is unknown.`];
  return [
    { name: 'a selection that is a parameter', ...keyedDatabase({ key, resources: [GIVEN] }), messages: uncertain(DATABASE) },
    { name: 'a table, for which a setting of the account decides', ...keyedDatabase({ key, more: ALSO.table }), messages: uncertain('AWS::DynamoDB::Table \'Database\'') },
    {
      name: 'a key that is a parameter',
      ...keyedDatabase({ more: { Database: database({ StorageEncrypted: true, KmsKeyId: GIVEN }) } }),
      messages: [`${DATABASE}: ${doubt} is unknown.`],
      paths: ['KmsKeyId'],
    },
  ];
}
