import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BackupResourceType, BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan } from '../../src';

/** Selections by tag and by tag and type, and a table with the tag of the first. */
export function build(app: App): void {
  const stack = new Stack(app, 'TagBasedSelectionInteg');
  const table = new TableV2(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING }, removalPolicy: RemovalPolicy.DESTROY });
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault: new CompliantVault(stack, 'Vault', { removalPolicy: RemovalPolicy.DESTROY }),
    tiers: [BackupTier.daily({ retention: Duration.days(35) })],
  });
  new TagBasedSelection(stack, 'All', { plan, conditions: [TagCondition.equals('backup', 'integ')] }).protect(table);
  new TagBasedSelection(stack, 'Any', {
    plan,
    anyOf: [TagCondition.equals('backup', 'gold'), TagCondition.equals('backup', 'silver')],
    resourceTypes: [BackupResourceType.EBS, BackupResourceType.EFS],
    allowRestores: true,
  });
  new IntegTest(app, 'Integ', { testCases: [stack] });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
