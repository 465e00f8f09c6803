import type { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnCondition, CfnParameter, Fn, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as redshift from 'aws-cdk-lib/aws-redshift';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { RuleCase } from '../../rule-cases';

type Json = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;
type Construct = new (stack: Stack, id: string, props: never) => CfnResource;

const CLASSES: Readonly<Record<string, Construct>> = {
  'AWS::Backup::BackupPlan': backup.CfnBackupPlan,
  'AWS::Backup::BackupSelection': backup.CfnBackupSelection,
  'AWS::Backup::BackupVault': backup.CfnBackupVault,
  'AWS::Backup::LogicallyAirGappedBackupVault': backup.CfnLogicallyAirGappedBackupVault,
  'AWS::DynamoDB::Table': dynamodb.CfnTable,
  'AWS::EFS::FileSystem': efs.CfnFileSystem,
  'AWS::RDS::DBCluster': rds.CfnDBCluster,
  'AWS::RDS::DBInstance': rds.CfnDBInstance,
  'AWS::Redshift::Cluster': redshift.CfnCluster,
  'AWS::S3::Bucket': s3.CfnBucket,
};

/** The parameter that stands for what is unknown. */
export const GIVEN = { Ref: 'Given' };
export function perhaps(value: unknown): Json {
  return { 'Fn::If': ['Perhaps', value, { Ref: 'AWS::NoValue' }] };
}

const MAPS = ['BackupOptions', 'RecoveryPointTags', 'BackupVaultTags'];

/** The same resources as constructs of the CDK, one by one, and as CloudFormation. */
export function both(resources: Resources): Pick<RuleCase, 'cdk' | 'cfn'> {
  return {
    cdk: (stack) => {
      const made: Record<string, CfnResource> = {};
      const given = new CfnParameter(stack, 'Given', { type: 'String' });
      new CfnCondition(stack, 'Perhaps', { expression: Fn.conditionEquals(given, 'yes') });
      for (const [id, { Type, Properties = {} }] of Object.entries(resources)) {
        made[id] = new CLASSES[Type](stack, id, propsOf(Properties, made) as never);
      }
    },
    cfn: { Parameters: { Given: { Type: 'String' } }, Conditions: { Perhaps: { 'Fn::Equals': [GIVEN, 'yes'] } }, Resources: resources },
  };
}

function propsOf(value: unknown, made: Readonly<Record<string, CfnResource>>, keepNames = false): unknown {
  if (Array.isArray(value)) { return value.map((item) => propsOf(item, made)); }
  if (typeof value !== 'object' || value === null) { return value; }
  if ('Fn::If' in value || 'Fn::Sub' in value) { return Token.asAny(value); }
  if ('Ref' in value) { return made[String(value.Ref)]?.ref ?? Token.asAny(value); }
  if ('Fn::GetAtt' in value) {
    const [id, attribute] = value['Fn::GetAtt'] as string[];
    return made[id].getAtt(attribute).toString();
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => (
    // which the construct accepts as JSON
    [keepNames ? name : lowered(name), name === 'Conditions' ? inner : propsOf(inner, made, MAPS.includes(name))]
  )));
}

function lowered(name: string): string {
  return name.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, (start) => start.toLowerCase());
}

/** A named rule, with the vault `orders` by default. */
export function rule(more: Json = {}, name: unknown = 'daily'): Json {
  return { RuleName: name, TargetBackupVault: 'orders', ...more };
}

/** A plan `gold`. */
export function plan(rules: readonly Json[], more: Json = {}): Resources[string] {
  return { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: rules, ...more } } };
}

/** A plan with one rule, alone. */
export function oneRule(more: Json = {}, planMore: Json = {}) {
  return both({ Plan: plan([rule(more)], planMore) });
}

export function vault(more: Json = {}, name = 'orders'): Resources[string] {
  return { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: name, ...more } };
}

export function airGapped(more: Json = {}): Resources[string] {
  return {
    Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
    Properties: { BackupVaultName: 'sealed', MinRetentionDays: 7, MaxRetentionDays: 90, ...more },
  };
}

/** A selection of the resource `Plan`. */
export function selection(content: Json, planId = 'Plan'): Resources[string] {
  const BackupSelection = { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ...content };
  return { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: planId }, BackupSelection } };
}

export const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } };
export const REDSHIFT = {
  Type: 'AWS::Redshift::Cluster',
  Properties: { ClusterType: 'single-node', DBName: 'orders', MasterUsername: 'admin', NodeType: 'ra3.large', ClusterIdentifier: 'orders' },
};
export const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] },
};
export const MULTI_AZ_CLUSTER = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'postgres', DBClusterIdentifier: 'orders' } };

/** The ARN of a vault elsewhere. */
export function vaultArn(region: string, account = '111122223333', name = 'copies'): string {
  return `arn:aws:backup:${region}:${account}:backup-vault:${name}`;
}

export const RULE = 'BackupPlan.BackupPlanRule[0]';
