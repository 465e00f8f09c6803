import { seenFrom } from '../../src/checks/seen-from';

const table = { sourceId: 'Blue/Stack', logicalId: 'Table' };

test.each([
  ['of the same template by its logical id', { sourceId: 'Blue/Stack' }, undefined, 'Table'],
  ['of another template with that', { sourceId: 'Green/Stack' }, undefined, 'Table of \'Blue/Stack\''],
  ['of the same template by a name', { sourceId: 'Blue/Stack' }, '\'orders\'', '\'orders\''],
  ['of another template by a name', { sourceId: 'Green/Stack' }, '\'orders\'', '\'orders\' of \'Blue/Stack\''],
])('a resource %s', (_, here, name, words) => {
  expect(seenFrom(here, table, name)).toBe(words);
});
