import { App, Stack, Stage, Tags } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { evaluate } from '../../../../src/checks/evaluate';
import { resourceInPlan } from '../../../../src/checks/rules/coverage/resource-in-plan';
import { BackupInventory } from '../../../../src/inventory';
import { synthesizedSources } from '../../../../src/inventory/cdk/synthesized-sources';
import { ACCOUNT, REGION } from '../../rule-cases';
import { planInCdk } from '../backups';

test('stages with equal ids in two Regions do not borrow each other\'s plans', () => {
  // GIVEN
  const app = new App({ analyticsReporting: false });
  for (const [name, region] of [['Prod', REGION], ['Test', 'us-east-1']]) {
    const stack = new Stack(new Stage(app, name, { env: { account: ACCOUNT, region } }), 'Stack');
    Tags.of(new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } })).add('backup', 'gold');
    if (name === 'Prod') { planInCdk(stack, { selections: [{ tags: [['backup', 'gold']] }] }); }
  }

  // WHEN
  app.synth();
  const { findings } = evaluate(BackupInventory.of(synthesizedSources(app)), [resourceInPlan], {});

  // THEN
  expect(findings.map(({ address }) => address.sourceId)).toEqual([expect.stringContaining('Test')]);
});
