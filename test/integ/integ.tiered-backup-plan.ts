import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupTier, CompliantVault, CopyTarget, TieredBackupPlan } from '../../src';

/** One tier of each kind, one of which copies to a second vault. */
export function build(app: App): void {
  const stack = new Stack(app, 'TieredBackupPlanInteg');
  const [vault, second] = ['Vault', 'Second'].map((id) => new CompliantVault(stack, id, { removalPolicy: RemovalPolicy.DESTROY }));
  new TieredBackupPlan(stack, 'Plan', {
    vault,
    tiers: [
      BackupTier.continuous({ retention: Duration.days(35) }),
      BackupTier.hourly({ retention: Duration.days(2) }),
      BackupTier.daily({ retention: Duration.days(35), copyTo: [CopyTarget.vault(second, { retention: Duration.days(14) })] }),
      BackupTier.weekly({ retention: Duration.days(90) }),
      BackupTier.monthly({ retention: Duration.days(365), moveToColdStorageAfter: Duration.days(30) }),
      BackupTier.yearly({ retention: Duration.days(2557) }),
    ],
  });
  new IntegTest(app, 'Integ', { testCases: [stack] });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
