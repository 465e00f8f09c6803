import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AuditControl, AuditFramework, BackupTier, CompliantVault, ConfigRecorder, TieredBackupPlan } from '../../src';

/** The controls that follow from a plan, one that does not, and a recorder of AWS Config. */
export function build(app: App): void {
  const stack = new Stack(app, 'AuditFrameworkInteg');
  const plan = new TieredBackupPlan(stack, 'Plan', {
    vault: new CompliantVault(stack, 'Vault', { removalPolicy: RemovalPolicy.DESTROY }),
    tiers: [BackupTier.daily({ retention: Duration.days(35) })],
  });
  new AuditFramework(stack, 'Framework', {
    plan,
    controls: [AuditControl.restoreTime({ maxRestoreTime: Duration.hours(12) })],
    configRecorder: ConfigRecorder.create(),
  });
  new IntegTest(app, 'Integ', { testCases: [stack] });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
