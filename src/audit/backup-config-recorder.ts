import { type CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as config from 'aws-cdk-lib/aws-config';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { type IConstruct, Construct } from 'constructs';
import type { ConfigRecorderProps } from './config-recorder';
import { CONFIG_RESOURCE_TYPES } from '../capabilities/audit-controls';
import { RECORDER_PERMISSIONS } from '../capabilities/permissions';
import { deployAfter } from '../cdk/deployment-order';
import { exemptFromBackup } from '../cdk/exemption';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { UNKNOWN } from '../values/unknown';

/** Recorder, delivery channel, bucket, and role. */
export class BackupConfigRecorder extends Construct {
  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const bucket = props.bucket ?? this.createBucket();
    const role = this.createRole(bucket);

    // CloudFormation completes each of the two only after the other, so neither can depend on the other
    const recorder = new config.CfnConfigurationRecorder(this, 'Resource', {
      roleArn: role.roleArn,
      recordingGroup: {
        allSupported: false,
        includeGlobalResourceTypes: false,
        resourceTypes: [...CONFIG_RESOURCE_TYPES],
        recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
      },
    });
    const channel = new config.CfnDeliveryChannel(this, 'DeliveryChannel', {
      s3BucketName: bucket.bucketName,
      s3KmsKeyArn: bucket.encryptionKey?.keyArn,
    });
    for (const policy of [role.node.tryFindChild('DefaultPolicy'), bucket.policy]) {
      if (policy) { for (const resource of [recorder, channel]) { this.deployAfterPolicy(resource, policy); } }
    }
  }

  /** Necessary, because AWS Config writes as soon as it has both, and fails with an InsufficientDeliveryPolicyException otherwise. */
  private deployAfterPolicy(resource: CfnResource, policy: IConstruct): void {
    const stack = resource.stack.node.path;
    deployAfter({
      after: resource,
      before: policy,
      necessary: true,
      statedBy: this,
      first: `the policy '${policy.node.path}'`,
      rule: '\'bucket\' must be deployed with its policy before the recorder, or AWS Config cannot write to it',
      got: `the policy '${policy.node.path}' after the recorder in the stack '${stack}'`,
      fix: `Create the bucket in the stack '${stack}', or remove its dependencies on the recorder.`,
    });
  }

  /** Bucket, key, and policy are retained when the stack is deleted, except after a first deployment that is rolled back. */
  private createBucket(): s3.Bucket {
    const removalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
    const encryptionKey = new kms.Key(this, 'Key', { description: 'What AWS Config records of AWS Backup', enableKeyRotation: true, removalPolicy });
    const bucket = new s3.Bucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy,
    });
    bucket.policy?.applyRemovalPolicy(removalPolicy);
    exemptFromBackup(bucket, 'It contains only what AWS Config records. Versioning and the removal policy keep it. To back it up, tag the bucket itself.');
    return bucket;
  }

  /** @see https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html */
  private createRole(bucket: s3.IBucket): iam.Role {
    const { account } = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: 'Lets AWS Config record plans, selections, vaults and recovery points of AWS Backup',
      assumedBy: new iam.ServicePrincipal('config.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWS_ConfigRole')],
    });
    const { objects, objectsWithAcls, bucket: ofBucket, key } = RECORDER_PERMISSIONS;
    role.addToPolicy(new iam.PolicyStatement({
      actions: [...objects.actions, ...ignoresAcls(bucket) ? [] : objectsWithAcls.actions],
      resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
      conditions: { StringLike: { 's3:x-amz-acl': objects.acl } },
    }));
    role.addToPolicy(new iam.PolicyStatement({ actions: [...ofBucket.actions], resources: [bucket.bucketArn] }));
    bucket.encryptionKey?.grant(role, ...key.actions);
    return role;
  }
}

interface OwnershipControls {
  readonly Rules?: readonly { readonly ObjectOwnership?: unknown }[];
}

/**
 * Whether the access control lists of a bucket are certainly off. If the template does not state it, they are on in buckets from before April
 * 2023.
 */
function ignoresAcls({ node: { defaultChild: resource } }: s3.IBucket): boolean {
  if (!s3.CfnBucket.isCfnBucket(resource)) { return false; }
  const { OwnershipControls: controls } = propertiesOf(resource) as { readonly OwnershipControls?: OwnershipControls };
  return controls?.Rules?.[0]?.ObjectOwnership === s3.ObjectOwnership.BUCKET_OWNER_ENFORCED;
}

/**
 * Describes a bucket that might be in another account than the recorder. The CDK assumes that an imported bucket is in this account unless its
 * account is stated.
 */
export function foreignBucket(scope: Construct, bucket: s3.IBucket): 'imported' | 'in another account' | undefined {
  if (!s3.CfnBucket.isCfnBucket(bucket.node.defaultChild)) { return 'imported'; }
  const { account } = placeOf(topLevelStack(scope));
  return elsewhere({ account, region: UNKNOWN }, { account: knownOf(bucket.env.account), region: UNKNOWN }) && 'in another account';
}
