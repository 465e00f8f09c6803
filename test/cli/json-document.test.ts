import * as fc from 'fast-check';
import type { Document } from '../../src/cli/input/document';
import { jsonDocument } from '../../src/cli/input/json-document';
import { LongList, jsonParts } from '../../src/cli/report/json-parts';

const documentOf = (text: string): Document => jsonDocument(text, 'a.json', () => text);

const SEED = 20261129;

test('the text of the file is read again for positions only', () => {
  const again = jest.fn(() => '{ "Resources": {} }');
  const { positions } = jsonDocument('{ "Resources": {} }', 'a.json', again);
  expect(again).not.toHaveBeenCalled();
  expect(positions().at(['Resources'], '')).toEqual({ line: 1, column: 3 });
  expect(again).toHaveBeenCalledTimes(1);
});

/** The position of each value in the text, written by a generator that knows where it is. */
function written(value: unknown, spaces: readonly string[]): { readonly text: string; readonly at: ReadonlyMap<string, number> } {
  let [text, next] = ['', 0];
  const at = new Map<string, number>();
  const space = () => { text += spaces[next++ % spaces.length]; };
  const write = (each: unknown, path: readonly string[], named: boolean) => {
    if (!named) { at.set(JSON.stringify(path), text.length); }
    if (typeof each !== 'object' || each === null) { text += JSON.stringify(each); return; }
    const isList = Array.isArray(each);
    text += isList ? '[' : '{';
    Object.entries(each).forEach(([name, inner], index) => {
      if (index > 0) { text += ','; }
      space();
      const inside = [...path, name];
      if (!isList) {
        at.set(JSON.stringify(inside), text.length);
        text += JSON.stringify(name);
        space();
        text += ':';
        space();
      }
      write(inner, inside, !isList);
      space();
    });
    text += isList ? ']' : '}';
  };
  write(value, [], false);
  return { text, at };
}

test('every value of any JSON has its position', () => {
  const spaces = fc.array(fc.constantFrom('', ' ', '\n', '\r\n\t'), { minLength: 1 });
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (value, between) => {
    const { text, at } = written(JSON.parse(JSON.stringify(value)), between);
    const { root } = documentOf(text).positions();
    for (const [path, offset] of at) {
      const node = (JSON.parse(path) as readonly string[]).reduce<typeof root | undefined>((holder, step) => holder?.child(step), root);
      expect([path, node?.offset]).toEqual([path, offset]);
    }
  }), { seed: SEED, numRuns: 300 });
});

test.each<[string, readonly string[]]>([
  ['{"a":1,"a":2}', ['a']],
  ['{"a":{"b":1},"b":[{"b":1},{"b":":"}]}', []],
  ['{"a\\\\":1,"\\u0061\\\\" :2}', ['a\\']],
  ['["{\\"a\\":1,\\"a\\":2}"]', []],
  ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"x":{"":1,"":2,"y":{"z":1}}}', ['']],
])('of %s, the names that an object has twice are found', (text, names) => {
  expect(documentOf(text).duplicates.map(({ name }) => name)).toEqual(names);
});

test.each([
  [{ a: 1, b: undefined, c: new LongList([1, 2], (each) => ({ each, list: [each] })), d: { e: [] } }],
  [{ a: [{ b: new LongList([], String) }, 'x\n'] }],
  [{ a: { b: {} }, c: '\ud800' }],
])('JSON in parts is the JSON of the whole: %#', (value) => {
  const whole = JSON.stringify(value, (_, each: unknown) => (each instanceof LongList ? [...each.values()] : each), 2);
  expect([...jsonParts(value)].join('')).toBe(whole);
});

describe('a name with many dots', () => {
  const position = (path: string, name: string) => jsonDocument(JSON.stringify({ [name]: { b: 1 } }), 'a.json', () => JSON.stringify({ [name]: { b: 1 } })).positions().at([], path);

  test.each<[number, number]>([[99, 106], [100, 1]])('has the position of a value inside up to 100 ends: %i dots', (dots, column) => {
    const name = `a${'.'.repeat(dots)}`;
    expect(position(`${name}.b`, name)).toEqual({ line: 1, column });
  });

  test('that is not in the file is looked up in linear time', () => {
    const started = process.cpuUsage();
    for (let count = 0; count < 50; count++) { expect(position('a.'.repeat(100_000), 'c')).toEqual({ line: 1, column: 1 }); }
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
