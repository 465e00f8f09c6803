import { CfnCondition, CfnParameter, CfnResource, Fn, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as redshift from 'aws-cdk-lib/aws-redshift';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { type RuleCase, ACCOUNT, sourceOf } from './rule-cases';

interface Written {
  readonly Type: string;
  readonly Properties?: object;
  readonly DeletionPolicy?: unknown;
  readonly DependsOn?: string;
  /** Of `PERHAPS`. */
  readonly Condition?: keyof typeof PERHAPS;
}

/** Conditions that are unknown before deployment. */
const PERHAPS = {
  Perhaps: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] },
  Prod: { 'Fn::Equals': [{ Ref: 'Given' }, 'prod'] },
  Dev: { 'Fn::Equals': [{ Ref: 'Given' }, 'dev'] },
};

export type Resources = Readonly<Record<string, Written>>;
type L1 = new (scope: Stack, id: string, props: never) => CfnResource;

const L1S: Readonly<Record<string, L1>> = {
  'AWS::Backup::BackupPlan': backup.CfnBackupPlan,
  'AWS::Backup::BackupSelection': backup.CfnBackupSelection,
  'AWS::Backup::BackupVault': backup.CfnBackupVault,
  'AWS::Backup::Framework': backup.CfnFramework,
  'AWS::Backup::LegalHold': backup.CfnLegalHold,
  'AWS::Backup::LogicallyAirGappedBackupVault': backup.CfnLogicallyAirGappedBackupVault,
  'AWS::Backup::ReportPlan': backup.CfnReportPlan,
  'AWS::Backup::RestoreTestingPlan': backup.CfnRestoreTestingPlan,
  'AWS::Backup::RestoreTestingSelection': backup.CfnRestoreTestingSelection,
  'AWS::Backup::TieringConfiguration': backup.CfnTieringConfiguration,
  'AWS::DynamoDB::GlobalTable': dynamodb.CfnGlobalTable,
  'AWS::DynamoDB::Table': dynamodb.CfnTable,
  'AWS::EC2::Instance': ec2.CfnInstance,
  'AWS::EC2::Volume': ec2.CfnVolume,
  'AWS::EC2::VolumeAttachment': ec2.CfnVolumeAttachment,
  'AWS::EFS::FileSystem': efs.CfnFileSystem,
  'AWS::FSx::FileSystem': fsx.CfnFileSystem,
  'AWS::FSx::Volume': fsx.CfnVolume,
  'AWS::IAM::ManagedPolicy': iam.CfnManagedPolicy,
  'AWS::IAM::Role': iam.CfnRole,
  'AWS::RDS::DBCluster': rds.CfnDBCluster,
  'AWS::RDS::DBInstance': rds.CfnDBInstance,
  'AWS::Redshift::Cluster': redshift.CfnCluster,
  'AWS::S3::Bucket': s3.CfnBucket,
  'AWS::S3::BucketPolicy': s3.CfnBucketPolicy,
  'AWS::SNS::Topic': sns.CfnTopic,
  'AWS::SNS::TopicPolicy': sns.CfnTopicPolicy,
};

/** L1 constructs accept these in the spelling of a template. */
const AS_WRITTEN = [
  'AssumeRolePolicyDocument', 'BackupOptions', 'BackupVaultTags', 'Conditions', 'ControlScope', 'PolicyDocument', 'RecoveryPointTags', 'ReportDeliveryChannel',
  'ReportSetting', 'RestoreMetadataOverrides',
];

/** The same resources as L1 constructs and as CloudFormation. The parameter `Given` of type String stands for unknown values. */
export function bothWays(resources: Resources): Pick<RuleCase, 'cdk' | 'cfn'> {
  return {
    cdk: (stack) => {
      new CfnParameter(stack, 'Given');
      const conditions = Object.fromEntries(Object.entries(PERHAPS).map(([name, expression]) => (
        [name, new CfnCondition(stack, name, { expression: Fn.conditionEquals(...expression['Fn::Equals'] as [unknown, unknown]) })]
      )));
      for (const [logicalId, { Type, Properties = {}, DeletionPolicy, DependsOn, Condition }] of Object.entries(resources)) {
        // the oldest supported CDK has no class for the newest types
        const resource = Type in L1S
          ? new L1S[Type](stack, logicalId, camelCased(Properties) as never)
          : new CfnResource(stack, logicalId, { type: Type, properties: Properties as Record<string, unknown> });
        resource.overrideLogicalId(logicalId);
        if (DeletionPolicy !== undefined) { resource.addOverride('DeletionPolicy', DeletionPolicy); }
        if (DependsOn !== undefined) { resource.addOverride('DependsOn', DependsOn); }
        resource.cfnOptions.condition = Condition && conditions[Condition];
      }
    },
    cfn: { Parameters: { Given: { Type: 'String' } }, Conditions: PERHAPS, Resources: resources },
  };
}

/** The same, and more resources in a stack of another Region. */
export function inTwoRegions(resources: Resources, elsewhere: Resources): Pick<RuleCase, 'cdk' | 'cfn'> {
  const [here, there] = [bothWays(resources), bothWays(elsewhere)];
  return {
    cdk: (stack) => {
      here.cdk(stack);
      there.cdk(new Stack(stack.node.root, 'Elsewhere', { env: { account: ACCOUNT, region: 'eu-central-1' } }));
    },
    cfn: [sourceOf(here.cfn), sourceOf(there.cfn, { id: 'Elsewhere', stackName: 'Elsewhere', region: 'eu-central-1' })],
  };
}

/** Values that are unknown before deployment. */
export const GIVEN = { Ref: 'Given' };

/** A value that only a deployment sets or leaves out. */
export function perhaps(value: unknown): Readonly<Record<string, unknown>> {
  return { 'Fn::If': ['Perhaps', value, { Ref: 'AWS::NoValue' }] };
}

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) { return value.map(camelCased); }
  if (typeof value !== 'object' || value === null) { return value; }
  if (isIntrinsic(value)) { return 'Fn::Split' in value ? Token.asList(value) : Token.asString(value); }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [propName(name), AS_WRITTEN.includes(name) ? inner : camelCased(inner)]));
}

function isIntrinsic(value: object): boolean {
  const [name = '', ...more] = Object.keys(value);
  return more.length === 0 && /^(Ref|Fn::.*)$/.test(name);
}

/** As the CDK names a property: `SNSTopicArn` is `snsTopicArn`, and `KMSMasterKeyID` is `kmsMasterKeyId`. */
function propName(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase()).replace(/ID$/, 'Id');
}
