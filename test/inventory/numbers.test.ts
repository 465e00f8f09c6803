import { probe } from './sources';
import { UNKNOWN } from '../../src/values/unknown';

test.each([['7', 7], [' 7 ', 7], ['-1', -1], ['0', 0], ['1.50', 1.5], [30, 30]])('%j is the number %d', (written, number) => {
  expect(probe(written).number()).toBe(number);
});

test.each(['012', '-07', '0x1F', '0o7', '1e3', '1_000', '.5', '', 'ten'])('versions of YAML read %j differently, or it is not a number', (written) => {
  expect(probe(written).number()).toBe(UNKNOWN);
});
