import { App, Duration, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BackupTier, CompliantVault, TagBasedSelection, TagCondition, TieredBackupPlan } from 'cdk-compliant-backup';

/** A vault, a plan with two tiers, and a selection by tag, for any account and Region. */
export function build(app: App): void {
  const stack = new Stack(app, 'Notes');
  const notes = new Table(stack, 'Notes', { partitionKey: { name: 'id', type: AttributeType.STRING } });

  const vault = new CompliantVault(stack, 'Vault');
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [
      BackupTier.daily({ retention: Duration.days(35) }),
      BackupTier.monthly({ retention: Duration.days(365) }),
    ],
  });
  const selection = new TagBasedSelection(stack, 'Tagged', { plan, conditions: [TagCondition.equalTo('backup', 'daily')] });
  selection.protect(notes);
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
