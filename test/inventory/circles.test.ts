import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { inventoryOf, source } from './sources';
import { BackupInventory, type Circle } from '../../src/inventory';
import { treeSources } from '../../src/inventory/cdk/tree-sources';

const topic = (name: unknown, more: object = {}) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: name }, ...more });
const short = (circles: readonly Circle[]) => circles.map(({ address: { sourceId, logicalId }, path, certain }) => `${sourceId} ${logicalId}: ${path.join(' ')}${certain ? '' : '?'}`);

test('a cycle is reported at a resource of AWS Backup, in any position', () => {
  const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { Ref: 'A' } } };
  expect(short(inventoryOf(source({ A: topic({ Ref: 'B' }), B: topic({ Ref: 'Vault' }), Vault: vault })).circlesOfResources)).toEqual(['Stack Vault: Vault A B Vault']);
});

test('a certain cycle is reported, and a cycle that shares a resource with it is not', () => {
  const perhaps = { 'Fn::If': ['Given', { Ref: 'C' }, 'none'] };
  const inventory = inventoryOf(source({
    A: topic([{ Ref: 'B' }, perhaps]), B: topic({ Ref: 'A' }), C: topic({ Ref: 'A' }), D: topic(perhaps), E: topic({ 'Fn::If': ['Given', { Ref: 'E' }, 'none'] }),
  }));
  expect(short(inventory.circlesOfResources)).toEqual(['Stack A: A B A', 'Stack E: E E?']);
});

test('what a macro expands is not certain', () => {
  const expanded = { Type: 'AWS::SNS::Topic', Properties: { 'Fn::Transform': { Name: 'Macro', Parameters: { Name: { Ref: 'B' } } } } };
  expect(short(inventoryOf(source({ A: expanded, B: topic({ Ref: 'A' }) })).circlesOfResources)).toEqual(['Stack A: A B A?']);
});

test('a nested stack that might exist has no certain cycle, and one that does not exist has none', () => {
  const inner = (id: string) => source({ A: topic({ Ref: 'B' }), B: topic({ Ref: 'A' }) }, { id, parent: { id: 'Stack', logicalId: id } });
  const parent = source(
    { Perhaps: { Type: 'AWS::CloudFormation::Stack', Condition: 'Given' }, Never: { Type: 'AWS::CloudFormation::Stack', Condition: 'Never' } },
    { sections: { Conditions: { Given: { 'Fn::Equals': [{ Ref: 'AWS::StackId' }, 'x'] }, Never: { 'Fn::Equals': ['x', 'y'] } } } },
  );
  expect(short(inventoryOf(parent, inner('Perhaps'), inner('Never')).circlesOfResources)).toEqual(['Perhaps A: A B A?']);
});

test.each(['DependsOn', 'Properties', 'Condition'])('%s of another shape is left alone', (section) => {
  for (const value of [7, null, [[7, null]], { Ref: 7 }, { 'Fn::GetAtt': [7] }, { 'Fn::Sub': [7, 7] }, { 'Fn::If': 'A' }]) {
    expect(inventoryOf(source({ A: { Type: 'AWS::SNS::Topic', [section]: value }, B: 7 })).circlesOfResources).toEqual([]);
  }
});

describe('stacks that import from each other', () => {
  const importing = (own: string, other: string, more: object = {}) => source(
    { Topic: topic({ 'Fn::ImportValue': other }) }, { id: own, stackName: own, sections: { Outputs: { Out: { Value: 'x', Export: { Name: own } } } }, ...more },
  );

  test('by way of those nested in them', () => {
    const nested = importing('Inner', 'Two', { parent: { id: 'One', logicalId: 'Nested' } });
    const one = source({ Nested: { Type: 'AWS::CloudFormation::Stack' } }, { id: 'One', stackName: 'One' });
    expect(short(inventoryOf(one, nested, importing('Two', 'Inner')).circlesOfStacks)).toEqual(['Inner Topic: One Two One']);
  });

  test('within one of them are none', () => {
    const nested = (own: string, other: string) => importing(own, other, { parent: { id: 'One', logicalId: own } });
    const one = source({ A: { Type: 'AWS::CloudFormation::Stack' }, B: { Type: 'AWS::CloudFormation::Stack' } }, { id: 'One', stackName: 'One' });
    expect(inventoryOf(one, nested('A', 'B'), nested('B', 'A')).circlesOfStacks).toEqual([]);
  });

  test('by Fn::GetStackOutput', () => {
    const reading = (own: string, StackName: string) => source(
      { Topic: topic({ 'Fn::GetStackOutput': { StackName, OutputName: 'Out' } }) }, { id: own, stackName: own, sections: { Outputs: { Out: { Value: 'x' } } } },
    );
    expect(short(inventoryOf(reading('One', 'Two'), reading('Two', 'One')).circlesOfStacks)).toEqual(['One Topic: One Two One']);
  });

  test('with a cycle of parents end', () => {
    const one = importing('One', 'Three', { parent: { id: 'Two', logicalId: 'It' } });
    const two = importing('Two', 'Three', { parent: { id: 'One', logicalId: 'It' } });
    expect(() => inventoryOf(one, two, importing('Three', 'One')).circlesOfStacks).not.toThrow();
  });
});

test('before synthesis, a resource of another stack is not confused with one of the same id', () => {
  const app = new App();
  const [one, other] = ['One', 'Two'].map((id) => new Stack(app, id));
  const far = new CfnResource(other, 'A', { type: 'AWS::SNS::Topic' });
  const near = new CfnResource(one, 'A', { type: 'AWS::SNS::Topic' });
  new CfnResource(one, 'B', { type: 'AWS::SNS::Topic', properties: { DisplayName: near.ref } });
  near.addPropertyOverride('DisplayName', far.ref);

  expect(BackupInventory.of(treeSources(app)).circlesOfResources).toEqual([]);
});
