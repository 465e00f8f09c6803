import { byTag, covered, inventoryOf, plan, selection, source, table, tagged } from './sources';

const PARAMETERS = { Stage: { Type: 'String' }, Listed: { Type: 'String', AllowedValues: ['dev', 'prod'] }, Count: { Type: 'Number', AllowedValues: [1, 2] } };
const equals = (name: string, value: string) => ({ 'Fn::Equals': [{ Ref: name }, value] });
const CONDITIONS = {
  Prod: equals('Stage', 'prod'),
  NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] },
  Dev: equals('Stage', 'dev'),
  ListedProd: equals('Listed', 'prod'),
  ListedDev: equals('Listed', 'dev'),
  ListedTest: equals('Listed', 'test'),
  One: equals('Count', '1'),
  Two: equals('Count', '2'),
  Macro: { 'Fn::Transform': { Name: 'Decide' } },
  Circle: { 'Fn::And': [{ Condition: 'Circle' }, { Condition: 'Circle' }] },
};
type Name = keyof typeof CONDITIONS;

const conditional = (resource: object, Condition?: Name) => ({ ...resource, ...Condition && { Condition } });

/** A tagged table and the selections of its tag, each under its condition. */
function coverage(ofTable: Name | undefined, ...ofSelections: readonly Name[]): string {
  const gold = selection(byTag('backup', 'gold'));
  const selections = Object.fromEntries(ofSelections.map((name, index) => [`Selection${index}`, conditional(gold, name)]));
  const resources = { Table: conditional(table(tagged({ backup: 'gold' })), ofTable), Plan: plan(), ...selections };
  return covered(inventoryOf(source(resources, { sections: { Parameters: PARAMETERS, Conditions: CONDITIONS } })))['Stack Table'];
}

test.each<[string, Name | undefined, Name[]]>([
  ['under one condition', 'Prod', ['Prod']],
  ['a selection for either value', undefined, ['Prod', 'NotProd']],
  ['a selection for each allowed value', undefined, ['ListedProd', 'ListedDev']],
  ['under one condition that cannot be resolved', 'Macro', ['Macro']],
  ['under one condition that refers to itself', 'Circle', ['Circle']],
])('is certain: %s', (_name, ofTable, ofSelections) => {
  expect(coverage(ofTable, ...ofSelections)).toBe('yes');
});

test.each<[string, Name | undefined, Name[]]>([
  ['under the opposite condition', 'Prod', ['NotProd']],
  ['under a condition for another value', 'Prod', ['Dev']],
  ['under a value that is not allowed', undefined, ['ListedTest']],
])('is certainly missing: %s', (_name, ofTable, ofSelections) => {
  expect(coverage(ofTable, ...ofSelections)).toBe('no');
});

test.each<[string, Name | undefined, Name[]]>([
  ['a selection under a condition', undefined, ['Prod']],
  ['selections for two of many values', undefined, ['Prod', 'Dev']],
  ['selections for numbers, which can be written in several ways', undefined, ['One', 'Two']],
  ['two conditions that have nothing in common', 'Prod', ['ListedProd']],
  ['two conditions of which one cannot be resolved', 'Prod', ['Macro']],
])('is unknown: %s', (_name, ofTable, ofSelections) => {
  expect(coverage(ofTable, ...ofSelections)).toBe('Symbol(unknown)');
});

test('a condition of many comparisons that contain each other is unknown, and is read in bounded time', () => {
  const names = [...Array(50).keys()].map((index) => `C${index}`);
  const Conditions = Object.fromEntries(names.map((name, index) => [name, index === 49
    ? equals('Stage', 'prod')
    : { 'Fn::And': [{ Condition: names[index + 1] }, { Condition: names[index + 1] }] }]));
  const resources = { Table: { ...table(tagged({ backup: 'gold' })), Condition: 'C0' }, Plan: plan(), Selection: selection(byTag('backup', 'gold')) };

  expect(covered(inventoryOf(source(resources, { sections: { Parameters: PARAMETERS, Conditions } })))).toEqual({ 'Stack Table': 'yes' });
});
