import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CompliantVault, CopySource, DeletionGuard, VaultLock } from '../../src';

/** A vault with defaults, and a vault with every option that can be removed again. */
export function build(app: App): void {
  const stack = new Stack(app, 'CompliantVaultInteg');
  new CompliantVault(stack, 'Default', { removalPolicy: RemovalPolicy.DESTROY });
  new CompliantVault(stack, 'Locked', {
    vaultName: 'compliant-vault-integ',
    lock: VaultLock.governance({ minRetention: Duration.days(1), maxRetention: Duration.days(7) }),
    guard: DeletionGuard.none(),
    allowCopiesFrom: [CopySource.organization('o-abc1234567')],
    removalPolicy: RemovalPolicy.DESTROY,
    tags: { purpose: 'integ' },
  });
  new IntegTest(app, 'Integ', { testCases: [stack] });
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
