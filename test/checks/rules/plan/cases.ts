import { type Resources, bothWays } from '../../both-ways';

type Json = Readonly<Record<string, unknown>>;

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
  return bothWays({ Plan: plan([rule(more)], planMore) });
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
