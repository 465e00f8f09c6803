import { type StackProps, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IVpc, InstanceClass, InstanceSize, InstanceType } from 'aws-cdk-lib/aws-ec2';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import {
  AuroraPostgresEngineVersion, ClusterInstance, Credentials, DatabaseCluster, DatabaseClusterEngine, DatabaseInstance, DatabaseInstanceEngine,
  PostgresEngineVersion,
} from 'aws-cdk-lib/aws-rds';
import { type CfnBucket, BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface DataStackProps extends StackProps {
  readonly vpc: IVpc;
}

/** The data of the order service, which cannot be recreated. */
export class DataStack extends Stack {
  private readonly key: IKey;
  private readonly network: { readonly vpc: IVpc; readonly vpcSubnets: { readonly subnetGroupName: string } };

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    this.key = new Key(this, 'Key', { description: 'Data of the order service', enableKeyRotation: true });
    this.network = { vpc: props.vpc, vpcSubnets: { subnetGroupName: 'Data' } };
    this.addTables();
    this.addDatabases();
    this.addFiles();
  }

  private addTables(): void {
    new TableV2(this, 'Orders', {
      partitionKey: { name: 'customer', type: AttributeType.STRING },
      sortKey: { name: 'order', type: AttributeType.STRING },
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      deletionProtection: true,
    });
    new Table(this, 'Carts', {
      partitionKey: { name: 'customer', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      deletionProtection: true,
    });
  }

  private addDatabases(): void {
    new DatabaseInstance(this, 'Invoices', {
      ...this.network,
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_17_9 }),
      instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.MEDIUM),
      credentials: Credentials.fromGeneratedSecret('invoices', { encryptionKey: this.key }),
      storageEncryptionKey: this.key,
      multiAz: true,
      deletionProtection: true,
    });
    new DatabaseCluster(this, 'Catalogue', {
      ...this.network,
      engine: DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_17_9 }),
      writer: ClusterInstance.serverlessV2('Writer'),
      readers: [ClusterInstance.serverlessV2('Reader', { scaleWithWriter: true })],
      credentials: Credentials.fromGeneratedSecret('catalogue', { encryptionKey: this.key }),
      storageEncryptionKey: this.key,
      deletionProtection: true,
    });
  }

  private addFiles(): void {
    new FileSystem(this, 'Labels', { ...this.network, encrypted: true, kmsKey: this.key });
    const documents = new Bucket(this, 'Documents', {
      versioned: true, // AWS Backup supports only versioned buckets
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // AWS Backup receives changes of the bucket through EventBridge. The property of the L2 would need a custom resource.
    (documents.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
