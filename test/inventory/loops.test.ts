import { covered, inventoryOf, plan, probe, selection, source, table, written } from './sources';

const loop = (identifier: string, collection: unknown, body: object) => [identifier, collection, body];
const tablesOf = (resources: object, more = {}) => inventoryOf(source(resources as Record<string, unknown>, more)).protectables
  .map(({ address: { logicalId, origin }, properties }) => [logicalId, properties.get('TableName').string(), origin]);

describe('loops create resources', () => {
  test.each<[string, object, object, unknown]>([
    ['over literals', { 'Fn::ForEach::Tables': loop('N', ['a', 'b'], { 'Table${N}': table({ TableName: { Ref: 'N' } }) }) }, {},
      [['Tablea', 'a', ['Fn::ForEach::Tables', '2', 'Table${N}']], ['Tableb', 'b', ['Fn::ForEach::Tables', '2', 'Table${N}']]]],
    ['beside others', { 'Own': table(), 'Fn::ForEach::T': loop('N', ['a'], { '${N}': table({ TableName: 'x-${N}' }) }) }, {},
      [['Own', undefined, undefined], ['a', 'x-a', ['Fn::ForEach::T', '2', '${N}']]]],
    ['with a name of letters and digits', { 'Fn::ForEach::T': loop('N', ['a.b-1'], { 'T&{N}': table({ TableName: { 'Fn::Sub': '${N}' } }) }) }, {},
      [['Tab1', 'a.b-1', ['Fn::ForEach::T', '2', 'T&{N}']]]],
    ['over a parameter', { 'Fn::ForEach::T': loop('N', { Ref: 'Names' }, { 'T${N}': table({ TableName: { 'Fn::Join': ['-', ['x', { Ref: 'N' }]] } }) }) },
      { sections: { Parameters: { Names: { Type: 'CommaDelimitedList' } } }, parameters: { Names: 'a, b' } },
      [['Ta', 'x-a', ['Fn::ForEach::T', '2', 'T${N}']], ['Tb', 'x-b', ['Fn::ForEach::T', '2', 'T${N}']]]],
    ['within loops', { 'Fn::ForEach::T': loop('A', ['1', '2'], { 'Fn::ForEach::U${A}': loop('B', ['3'], { 'T${A}${B}': table({ TableName: '${B}-${A}' }) }) }) }, {},
      [['T13', '3-1', ['Fn::ForEach::T', '2', 'Fn::ForEach::U${A}', '2', 'T${A}${B}']], ['T23', '3-2', ['Fn::ForEach::T', '2', 'Fn::ForEach::U${A}', '2', 'T${A}${B}']]]],
    ['not over unknown values', { 'Fn::ForEach::T': loop('N', { Ref: 'Names' }, { 'T${N}': table() }) }, { sections: { Parameters: { Names: { Type: 'CommaDelimitedList' } } } }, []],
    ['not without a body', { 'Fn::ForEach::T': loop('N', ['a'], [] ), 'Fn::ForEach::U': 'x' }, {}, []],
    ['not without end', { 'Fn::ForEach::T': ['A', Array.from({ length: 1000 }, String), { 'Fn::ForEach::U': ['B', Array.from({ length: 1000 }, String), { 'T${A}x${B}': table() }] }] }, {},
      expect.not.arrayContaining([['T999x999', undefined, expect.anything()]])],
  ])('%s', (_, resources, more, expected) => {
    expect(tablesOf(resources, more)).toEqual(expected);
  });
});

test('loops create properties, conditions and outputs', () => {
  expect(written(probe({ 'a': 1, 'Fn::ForEach::P': ['N', ['b', 'c'], { 'x${N}': { Ref: 'N' } }] }))).toEqual({ a: 1, xb: 'b', xc: 'c' });
  expect(written(probe({ 'Fn::ForEach::P': ['N', { Ref: 'Unknown' }, { 'x${N}': 1 }] }))).toBe('?');
  const Conditions = { 'Fn::ForEach::C': ['N', ['a', 'b'], { 'Is${N}': { 'Fn::Equals': [{ Ref: 'N' }, 'a'] } }] };
  expect(written(probe({ 'Fn::If': ['Isa', 1, 2] }, { Conditions }))).toBe(1);
  expect(written(probe({ 'Fn::If': ['Isb', 1, 2] }, { Conditions }))).toBe(2);
});

test('the length of a list', () => {
  expect(written(probe({ 'Fn::Length': ['a', 'b'] }))).toBe(2);
  expect(written(probe({ 'Fn::Length': { Ref: 'Unknown' } }))).toBe('?');
});

describe('a table in no plan is certainly not covered, unless something might add a selection', () => {
  const coverageWith = (more: object, sections = {}) => covered(inventoryOf(source({ Table: table(), ...more }, { sections })))['Stack Table'];

  test.each<[string, object, object, string]>([
    ['nothing', {}, {}, 'no'],
    ['a known loop', { 'Fn::ForEach::P': loop('N', ['a'], { 'P${N}': plan() }) }, { Transform: 'AWS::LanguageExtensions' }, 'no'],
    ['a loop that selects it', { 'Plan': plan(), 'Fn::ForEach::S': loop('N', ['a'], { 'S${N}': selection({ Resources: ['*'] }) }) }, {}, 'yes'],
    ['a transform that adds what it says', {}, { Transform: ['AWS::Serverless-2016-10-31'] }, 'no'],
    ['an unknown loop', { 'Fn::ForEach::P': loop('N', { Ref: 'X' }, { 'P${N}': plan() }) }, {}, 'Symbol(unknown)'],
    ['a module', { Backups: { Type: 'Acme::Backup::Plan::MODULE' } }, {}, 'Symbol(unknown)'],
    ['an include', { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/x' } } }, {}, 'Symbol(unknown)'],
    ['a macro', {}, { Transform: ['AWS::LanguageExtensions', 'OurMacro'] }, 'Symbol(unknown)'],
    ['an include of the template', {}, { Transform: { Name: 'AWS::Include' } }, 'Symbol(unknown)'],
  ])('%s', (_, more, sections, expected) => {
    expect(coverageWith(more, sections)).toBe(expected);
  });

  test('in another account', () => {
    const other = source({ Backups: { Type: 'Acme::Backup::Plan::MODULE' } }, { id: 'Other', account: '444455556666' });
    expect(covered(inventoryOf(source({ Table: table() }), other))).toEqual({ 'Stack Table': 'no' });
  });
});
