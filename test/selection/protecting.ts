import { type Stack, App, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import {
  type ProtectOptions, type Protection, type TagBasedSelectionProps, BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan,
} from '../../src';
import { stackIn } from '../stacks';

/** An app for each test, with a stack for the backups and one to protect. */
export let app: App;
export let backups: Stack;
export let service: Stack;

export function start(context: { [key: string]: unknown } = {}): void {
  app = new App({ context });
  backups = stackIn('eu-west-1', { app, id: 'Backups' });
  service = stackIn('eu-west-1', { app, id: 'Service' });
}

export const gold = TagCondition.equals('backup', 'gold');
export const TAG = { Key: 'backup', Value: 'gold' };
export const TABLE = 'AWS::DynamoDB::Table';
export const PARTITION_KEY = { name: 'id', type: dynamodb.AttributeType.STRING };

/** The plan of a stack, which its selections share. */
export function planIn(scope: Stack): TieredBackupPlan {
  return scope.node.tryFindChild('Plan') as TieredBackupPlan | undefined
    ?? new TieredBackupPlan(scope, 'Plan', { vault: new CompliantVault(scope, 'Vault'), tiers: [BackupTier.daily({ retention: Duration.days(35) })] });
}

/** A selection of the tag, or of the given resources. */
export function selecting(props: Partial<TagBasedSelectionProps> = { conditions: [gold] }, scope = backups): TagBasedSelection {
  return new TagBasedSelection(scope, 'Selection', { plan: planIn(scope), ...props });
}

export function protect(scope: Construct = service, options?: ProtectOptions): Protection {
  return selecting().protect(scope, options);
}

export function table(scope: Construct = service, id = 'Table'): dynamodb.Table {
  return new dynamodb.Table(scope, id, { partitionKey: PARTITION_KEY });
}

export function tagsOf(cfnType: string, stack = service): unknown[] {
  return Object.values(Template.fromStack(stack).findResources(cfnType)).map((each) => each.Properties?.Tags as unknown);
}
