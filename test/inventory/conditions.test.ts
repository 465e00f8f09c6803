import { byTag, covered, inventoryOf, plan, probe, selection, source, table, tagged, written } from './sources';

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
const SECTIONS = { Parameters: PARAMETERS, Conditions: CONDITIONS };
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

describe('a tag whose value is a parameter', () => {
  const LISTED = { Ref: 'Listed' };
  const given = (Parameters: object, tag: unknown, contents: readonly object[], names: readonly (Name | undefined)[] = []) => {
    const selections = Object.fromEntries(contents.map((content, index) => [`Selection${index}`, conditional(selection(content), names[index])]));
    const resources = { Table: table(tagged({ stage: tag })), Plan: plan(), ...selections };
    return covered(inventoryOf(source(resources, { sections: { Parameters, Conditions: CONDITIONS } })))['Stack Table'];
  };
  const of = (tag: unknown, ...contents: object[]) => given(PARAMETERS, tag, contents);
  const where = (operator: string, value: unknown) => ({ Resources: ['*'], Conditions: { [operator]: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: value }] } });

  test.each<[string, string]>([
    ['each value selects it', of(LISTED, byTag('stage', 'dev'), byTag('stage', 'prod'))],
    ['the values are in one list', of(LISTED, { ListOfTags: ['dev', 'prod'].map((ConditionValue) => ({ ConditionType: 'STRINGEQUALS', ConditionKey: 'stage', ConditionValue })) })],
    ['no value is excluded', of(LISTED, where('StringNotEquals', 'test'))],
    ['a pattern matches each', of({ 'Fn::Sub': 'app-${Listed}' }, where('StringLike', 'app-*'))],
    ['the selection has the same parameter', of(LISTED, byTag('stage', LISTED))],
    ['the selection is where its value is', given(PARAMETERS, LISTED, [byTag('stage', 'dev'), byTag('stage', 'prod')], ['ListedDev', 'ListedProd'])],
    ['the value of the selection is listed', of('test', where('StringNotEquals', LISTED))],
    ['the branches of a condition are equal', of({ 'Fn::If': ['Prod', 'dev', 'dev'] }, byTag('stage', 'dev'))],
  ])('is certainly selected: %s', (_name, answer) => {
    expect(answer).toBe('yes');
  });

  test.each<[string, string]>([
    ['no value selects it', of(LISTED, byTag('stage', 'test'))],
    ['each value is excluded', of(LISTED, where('StringNotLike', '*'))],
    ['the selection exists only where the value is another', given(PARAMETERS, LISTED, [byTag('stage', 'dev'), byTag('stage', 'prod')], ['ListedProd', 'ListedDev'])],
    ['the value of the selection is another', of('test', byTag('stage', LISTED))],
  ])('is certainly not selected: %s', (_name, answer) => {
    expect(answer).toBe('no');
  });

  test.each<[string, string]>([
    ['one of two values selects it', of(LISTED, byTag('stage', 'dev'))],
    ['it can have any value', of({ Ref: 'Stage' }, byTag('stage', 'dev'), byTag('stage', 'prod'))],
    ['a part of it can have any value', of({ 'Fn::Sub': '${Listed}${Stage}' }, byTag('stage', 'dev'))],
    ['numbers can be written in several ways', of({ Ref: 'Count' }, byTag('stage', '1'), byTag('stage', '2'))],
    ['the branches of a condition are different', of({ 'Fn::If': ['Prod', 'dev', 'prod'] }, byTag('stage', 'dev'))],
    ['one branch of a condition is unknown', of({ 'Fn::If': ['Prod', { Ref: 'Stage' }, 'dev'] }, byTag('stage', 'dev'))],
  ])('is perhaps selected: %s', (_name, answer) => {
    expect(answer).toBe('Symbol(unknown)');
  });

  test.each<[number, string]>([[64, 'yes'], [65, 'Symbol(unknown)']])('of %d values is %s', (count, answer) => {
    const Many = { Type: 'String', AllowedValues: [...Array(count).keys()].map((index) => `v${index}`) };
    expect(given({ ...PARAMETERS, Many }, { Ref: 'Many' }, [where('StringLike', 'v*')])).toBe(answer);
  });
});

test.each<[string, unknown, unknown]>([
  ['texts', 'a', 'a'],
  ['a number and its text', 7, '7'],
  ['references', { Ref: 'Stage' }, { 'Fn::Sub': '${Stage}' }],
  ['lists', ['a', { Ref: 'Stage' }], ['a', { Ref: 'Stage' }]],
  ['values that are left out', { Ref: 'AWS::NoValue' }, { Ref: 'AWS::NoValue' }],
])('the value of equal branches is known: %s', (_name, one, other) => {
  const [chosen, plain] = [{ 'Fn::If': ['Prod', one, other] }, one].map((value) => probe(value, SECTIONS));
  expect({ given: chosen.isPresent, value: written(chosen) }).toEqual({ given: plain.isPresent, value: written(plain) });
});

test.each<[string, unknown, unknown]>([
  ['texts', 'a', 'b'],
  ['a value and none', 'a', { Ref: 'AWS::NoValue' }],
  ['lists', ['a'], ['b']],
  ['a list and a text', ['a'], 'a'],
  ['two imports', { 'Fn::ImportValue': 'a' }, { 'Fn::ImportValue': 'a' }],
])('the value of different branches is unknown: %s', (_name, one, other) => {
  expect(written(probe({ 'Fn::If': ['Prod', one, other] }, SECTIONS))).toBe('?');
});
