import { App } from 'aws-cdk-lib';
import { BackupStack } from './backup';
import { ComputeStack } from './compute';
import { DataStack } from './data';
import { NetworkStack } from './network';

/** An order service, and a stack that protects the resources of the other stacks by tags. */
export function build(app: App): void {
  // References between stacks use exports. The CDK requires the choice to be stated.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');

  const env = { account: '111122223333', region: 'eu-central-1' };
  const { vpc } = new NetworkStack(app, 'OrdersNetwork', { env });
  const data = new DataStack(app, 'OrdersData', { env, vpc });
  const compute = new ComputeStack(app, 'OrdersCompute', { env, vpc });
  const { gold, silver } = new BackupStack(app, 'OrdersBackup', { env, recoveryRegion: 'eu-west-1', onCall: 'orders-oncall@example.com' });

  gold.protect(data);
  silver.protect(compute);
  gold.protect(compute.spool); // a tag that is closer to a resource has priority
}

if (require.main === module) {
  const app = new App();
  build(app);
  app.synth();
}
