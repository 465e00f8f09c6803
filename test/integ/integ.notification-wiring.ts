import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupEvent, CompliantVault, NotificationWiring } from '../../src';

/** Failures and restores of two vaults, sent to one address. */
export function build(app: App): void {
  const stack = new Stack(app, 'NotificationWiringInteg');
  const vaults = ['One', 'Two'].map((id) => new CompliantVault(stack, id, { removalPolicy: RemovalPolicy.DESTROY }));
  new NotificationWiring(stack, 'Alerts', {
    vaults,
    emails: ['oncall@example.com'],
    events: [...BackupEvent.failures(), BackupEvent.RESTORE_JOB_COMPLETED],
  });
  new IntegTest(app, 'Integ', { testCases: [stack] });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
