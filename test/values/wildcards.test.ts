import * as fc from 'fast-check';
import { allows } from '../../src/checks/statements';
import { Text } from '../../src/inventory';
import { LocatedProperty } from '../../src/inventory/located-property';
import type { Scope } from '../../src/inventory/resolve/scope';
import { Arn } from '../../src/inventory/text/arn';
import { ArnPattern } from '../../src/inventory/text/arn-pattern';
import { passes } from '../../src/validation/selection/tag-conditions';
import { isLike } from '../../src/values/wildcards';

/** Implementations that are fast only for small inputs. */
function expression(pattern: string, one?: '?'): RegExp {
  const source = [...pattern].map((character) => {
    if (character === '*') { return '[^]*'; }
    return character === one ? '[^]' : character.replace(/[.+?^${}()|[\]\\]/, '\\$&');
  }).join('');
  return new RegExp(`^${source}$`);
}

const characters = (...set: string[]) => fc.string({ unit: fc.constantFrom(...set), maxLength: 9 });

test.each([undefined, '?'] as const)('matches like a regular expression, with %p for one character', (one) => {
  fc.assert(fc.property(characters('a', 'b', '?', '.', '\n', '*'), characters('*', 'a', 'b', '?', '.', '\n'), (text, pattern) => {
    expect(isLike(text, pattern, one)).toBe(expression(pattern, one).test(text));
  }), { seed: 20261128, numRuns: 5000 });
});

describe('many stars against a text that almost matches are fast', () => {
  const pattern = `${'*a'.repeat(40)}*c`;
  const text = 'a'.repeat(250);

  test.each<[string, () => unknown]>([
    ['in a tag', () => passes({ operator: 'StringLike', key: 'k', value: pattern }, text)],
    ['in an ARN', () => new ArnPattern(Text.of(`arn:aws:s3:::${pattern}`)).matches(new Arn(Text.of(`arn:aws:s3:::${text}`)))],
    ['in an action', () => allows(
      new LocatedProperty({ scope: {} as Scope, path: '', raw: { Statement: [{ Effect: 'Allow', Principal: '*', Action: pattern }] } }), text, () => true,
    )],
  ])('%s', (_, match) => {
    const { user, system } = process.cpuUsage();

    expect(match()).toBe(false);

    const used = process.cpuUsage({ user, system });
    expect((used.user + used.system) / 1000).toBeLessThan(100);
  });
});

test('actions are compared without case, and a question mark is any one character', () => {
  const allowed = (action: string) => allows(
    new LocatedProperty({ scope: {} as Scope, path: '', raw: { Statement: [{ Effect: 'Allow', Principal: '*', Action: action }] } }), 'sns:Publish', () => true,
  );

  expect(['SNS:Pub*', 'sns:Publis?', 'sns:Publish?', 'sns.*'].map(allowed)).toEqual([true, true, false, false]);
});
