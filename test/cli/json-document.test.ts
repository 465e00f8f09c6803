import { jsonDocument } from '../../src/cli/input/json-document';

test('computes positions once, regardless of the number of findings', () => {
  const document = jsonDocument('{ "Resources": {} }', 'a.json');
  expect(document.positions()).toBe(document.positions());
});
