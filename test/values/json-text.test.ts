import { DEEPEST, valueOfJson } from '../../src/values/json-text';
import { UNKNOWN } from '../../src/values/unknown';

const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

test('the value of a JSON text', () => {
  expect(valueOfJson('{"a":[null,"b"]}')).toEqual({ a: [null, 'b'] });
  expect(valueOfJson('null')).toBeNull();
});

test('text that is not JSON has no value', () => {
  expect(valueOfJson('{"a":')).toBeUndefined();
});

test.each<[number, boolean]>([[DEEPEST, false], [DEEPEST + 1, true], [5_000, true], [100_000, true]])('a text with %i levels', (levels, isUnknown) => {
  expect(valueOfJson(nested(levels)) === UNKNOWN).toBe(isUnknown);
});

test('the content of strings has no levels', () => {
  expect(valueOfJson(JSON.stringify([nested(1_000)]))).toEqual([nested(1_000)]);
});
