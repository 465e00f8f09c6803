import { jsonDocument } from '../../src/cli/input/json-document';

test('looks for positions once, however many findings there are', () => {
  const document = jsonDocument('{ "Resources": {} }', 'a.json');
  expect(document.positions()).toBe(document.positions());
});
