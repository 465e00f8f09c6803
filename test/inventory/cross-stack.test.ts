import { covered, inventoryOf, plan, selection, source, table } from './sources';
import type { TemplateSource } from '../../src/inventory';

const ARN = { 'Fn::GetAtt': ['Table', 'Arn'] };

function exporting(id: string, name: unknown, more: Partial<TemplateSource> = {}): TemplateSource {
  return source({ Table: table() }, { id, sections: { Outputs: { Arn: { Value: ARN, Export: { Name: name } } } }, ...more });
}

function selecting(arn: unknown, more: Parameters<typeof source>[1] = {}): TemplateSource {
  return source({ Plan: plan(), Selection: selection({ Resources: [arn] }) }, { id: 'Backup', ...more });
}

const YES = 'yes', NO = 'no', UNKNOWN = 'Symbol(unknown)';

describe('imports', () => {
  test('of an export whose name is built', () => {
    const inventory = inventoryOf(exporting('Data', { 'Fn::Sub': '${AWS::StackName}-arn' }, { stackName: 'data' }), selecting({ 'Fn::ImportValue': { 'Fn::Sub': 'data-${Open}arn' } }));

    expect(covered(inventory)).toEqual({ 'Data Table': UNKNOWN });
    expect(covered(inventoryOf(exporting('Data', { 'Fn::Sub': '${AWS::StackName}-arn' }, { stackName: 'data' }), selecting({ 'Fn::ImportValue': 'data-arn' }))))
      .toEqual({ 'Data Table': YES });
  });

  test('use the export of their own Region', () => {
    const inventory = inventoryOf(exporting('West', 'arn', { region: 'eu-west-1' }), exporting('Data', 'arn'), selecting({ 'Fn::ImportValue': 'arn' }));

    expect(covered(inventory)).toEqual({ 'West Table': NO, 'Data Table': YES });
  });

  test('use that of their own application if no environment is known', () => {
    const nowhere = { account: undefined, region: undefined };
    const inventory = inventoryOf(
      exporting('A', 'arn', { ...nowhere, application: 'A' }),
      exporting('B', 'arn', { ...nowhere, application: 'B' }),
      selecting({ 'Fn::ImportValue': 'arn' }, { ...nowhere, application: 'B' }),
    );

    expect(covered(inventory)).toEqual({ 'A Table': NO, 'B Table': YES });
  });

  test('in a cycle end', () => {
    const circle = (id: string, name: string, other: string) => source({}, { id, sections: { Outputs: { Arn: { Value: { 'Fn::ImportValue': other }, Export: { Name: name } } } } });
    const inventory = inventoryOf(circle('A', 'a', 'b'), circle('B', 'b', 'a'), selecting({ 'Fn::ImportValue': 'a' }), source({ Table: table() }, { id: 'Data' }));

    expect(covered(inventory)).toEqual({ 'Data Table': UNKNOWN });
  });
});

test.each<[string, object, string]>([
  ['of the same Region', { StackName: 'data', OutputName: 'Arn' }, YES],
  ['with its Region', { StackName: 'data', OutputName: 'Arn', Region: 'eu-central-1' }, YES],
  ['of another Region', { StackName: 'data', OutputName: 'Arn', Region: 'eu-west-1' }, UNKNOWN],
  ['of another stack', { StackName: 'other', OutputName: 'Arn' }, UNKNOWN],
  ['that is not there', { StackName: 'data', OutputName: 'Other' }, UNKNOWN],
])('a stack output %s', (_name, output, expected) => {
  expect(covered(inventoryOf(exporting('Data', 'arn', { stackName: 'data' }), selecting({ 'Fn::GetStackOutput': output })))).toEqual({ 'Data Table': expected });
});

describe('nested stacks', () => {
  const nested = { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Selected: ARN } } };
  const child = selecting({ Ref: 'Selected' }, { id: 'Child', parent: { id: 'Parent', logicalId: 'Nested' }, account: undefined, region: undefined, sections: { Parameters: { Selected: { Type: 'String' } } } });

  test('use the values of their parent, in its account and Region', () => {
    const inventory = inventoryOf(source({ Table: table(), Other: table(), Nested: nested }, { id: 'Parent' }), child);

    expect(covered(inventory)).toMatchObject({ 'Parent Table': YES, 'Parent Other': NO });
  });

  test('do not exist if a condition leaves them out', () => {
    const sections = { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } };
    const inventory = inventoryOf(source({ Table: table(), Nested: { ...nested, Condition: 'Never' } }, { id: 'Parent', sections }), child);

    expect(covered(inventory)).toEqual({ 'Parent Table': NO });
    expect(inventory.selections).toEqual([]);
  });

  test('give outputs to their parent', () => {
    const data = source({ Table: table() }, { id: 'Child', parent: { id: 'Parent', logicalId: 'Nested' }, sections: { Outputs: { Arn: { Value: ARN } } } });
    const parent = source({ Plan: plan(), Selection: selection({ Resources: [{ 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }] }), Nested: nested }, { id: 'Parent' });

    expect(covered(inventoryOf(parent, data))).toMatchObject({ 'Child Table': YES });
  });

  test('with a cycle of parents end', () => {
    const one = source({ Table: table() }, { id: 'One', parent: { id: 'Two', logicalId: 'It' } });
    const two = source({ Table: table() }, { id: 'Two', parent: { id: 'One', logicalId: 'It' } });

    expect(covered(inventoryOf(one, two))).toEqual({ 'One Table': NO, 'Two Table': NO });
  });
});

test('two sources of one id keep their resources apart', () => {
  const inventory = inventoryOf(source({ Plan: plan(), Selection: selection({ Resources: [ARN] }), Table: table() }), source({ Table: table() }));

  expect(inventory.protectables.map((resource) => inventory.coverageOf(resource).covered)).toEqual([YES, NO]);
});
