import { App, Duration, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BackupTier, CompliantVault, CopyTarget, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock } from 'cdk-compliant-backup';

const ACCOUNT = '111122223333';

/** Copies to two other Regions of one account: into a vault of this app, and into a vault that the plan creates. */
export function build(app: App): void {
  const lock = VaultLock.governance({ minRetention: Duration.days(7), maxRetention: Duration.days(400) });

  const recovery = new Stack(app, 'Recovery', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const recoveryVault = new CompliantVault(recovery, 'Vault', { vaultName: 'readings-recovery', lock });

  const primary = new Stack(app, 'Primary', { env: { account: ACCOUNT, region: 'eu-central-1' } });
  // AWS Backup copies DynamoDB backups only if its advanced features for DynamoDB are on. In new accounts, they are.
  const readings = new TableV2(primary, 'Readings', {
    partitionKey: { name: 'sensor', type: AttributeType.STRING },
    sortKey: { name: 'time', type: AttributeType.STRING },
  });
  const plan = new TieredBackupPlan(primary, 'Plan', {
    vault: new CompliantVault(primary, 'Vault', { lock }),
    tiers: [
      BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.vault(recoveryVault, { retention: Duration.days(14) })] }),
      BackupTier.monthly({
        retention: Duration.days(365),
        copyTo: [CopyTarget.vault(recoveryVault), CopyTarget.region('eu-north-1')],
      }),
    ],
  });
  const selection = new TagBasedSelection(primary, 'Tagged', { plan, conditions: [TagCondition.equalTo('backup', 'two-regions')] });
  selection.protect(readings);
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
