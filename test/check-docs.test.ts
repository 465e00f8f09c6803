import { type Assembly, memberCount, undocumented } from '../scripts/check-docs';

type ApiType = Assembly['types'][string];

const SEE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vaults.html';
const DOCS = { summary: 'Something.', see: SEE };
const DURATION = { fqn: 'aws-cdk-lib.Duration' };
const STRUCT: ApiType = { docs: { summary: 'A struct.' }, datatype: true };

function gaps(type: ApiType): string[] {
  return undocumented({ types: { Thing: { docs: { summary: 'A thing.' }, ...type }, Props: STRUCT } });
}

test('a complete docstring has no gap', () => {
  expect(gaps({
    initializer: { docs: { ...DOCS, custom: { throws: 'an error' } }, parameters: [{ name: 'props', optional: true, type: { fqn: 'Props' } }] },
    properties: [{ name: 'age', optional: true, type: DURATION, docs: { ...DOCS, summary: 'In days.', default: '- none' } }],
    methods: [{ name: 'grow', docs: DOCS, parameters: [{ name: 'much', optional: true, docs: { summary: 'a little when left out' } }] }],
  })).toEqual([]);
});

test('a type needs a docstring', () => {
  expect(gaps({ docs: {} })).toEqual(['Thing has no docstring']);
});

test.each(['properties', 'methods', 'members'] as const)('%s need a docstring', (kind) => {
  expect(gaps({ [kind]: [{ name: 'it', docs: { see: SEE } }] })).toEqual(['Thing.it has no docstring']);
});

test.each(['properties', 'methods', 'members'] as const)('%s need a page of AWS', (kind) => {
  const gap = ['Thing.it has no @see with a page of AWS'];
  expect(gaps({ [kind]: [{ name: 'it', docs: { summary: 'Something.' } }] })).toEqual(gap);
  expect(gaps({ [kind]: [{ name: 'it', docs: { ...DOCS, see: 'https://example.com/it.html' } }] })).toEqual(gap);
});

test('the page of a type is that of its members', () => {
  const docs = { summary: 'A thing.', see: SEE };
  expect(gaps({ docs, members: [{ name: 'IT', docs: { summary: 'Something.' } }] })).toEqual([]);
  expect(gaps({ docs, properties: [{ name: 'it', docs: { summary: 'Something.' } }] })).toEqual([]);
  expect(gaps({ docs, properties: [{ name: 'it', docs: DOCS }] })).toEqual(['Thing.it has a @see beside that of its type']);
});

test('an optional property needs its default', () => {
  expect(gaps({ properties: [{ name: 'it', optional: true, docs: DOCS }] })).toEqual(['Thing.it has no @default']);
});

test('an optional parameter states its default, unless it is a struct', () => {
  const parameters = [{ name: 'much', optional: true }, { name: 'props', optional: true, type: { fqn: 'Props' } }, { name: 'id' }];
  expect(gaps({ methods: [{ name: 'grow', docs: DOCS, parameters }] })).toEqual(['Thing.grow does not state the default of \'much\'']);
});

test('a duration needs its unit', () => {
  expect(gaps({ properties: [{ name: 'age', type: DURATION, docs: DOCS }] }))
    .toEqual(['Thing.age does not state its unit: days, hours, or minutes']);
  expect(gaps({ properties: [{ name: 'age', type: DURATION, docs: { ...DOCS, remarks: 'It takes 1 to 3 days.' } }] })).toEqual([]);
});

test('a constructor needs its error, its docstring and its page', () => {
  expect(gaps({ initializer: {} })).toEqual([
    'Thing.constructor has no docstring', 'Thing.constructor has no @see with a page of AWS', 'Thing.constructor has no @throws',
  ]);
});

test('members are counted with constructors', () => {
  expect(memberCount({ types: { Thing: { initializer: {}, properties: [{ name: 'it' }], members: [{ name: 'IT' }] }, Props: STRUCT } })).toBe(3);
});
