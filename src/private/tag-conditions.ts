import { UNKNOWN } from './unknown';
import type { Value } from './unknown';

/** A condition on a tag, with the bare key. */
export interface TagTest {
  readonly operator: 'StringEquals' | 'StringNotEquals' | 'StringLike' | 'StringNotLike';
  readonly key: string;
  readonly value: Value<string>;
}

/** The condition keys of a selection carry this prefix, the keys of its tag list do not. */
export const RESOURCE_TAG_PREFIX = 'aws:ResourceTag/';

/** Whether a resource with this tag value passes; `undefined` for a resource without the tag. */
export function passes(test: TagTest, actual: Value<string>): boolean | typeof UNKNOWN {
  const wantsMatch = test.operator === 'StringEquals' || test.operator === 'StringLike';
  if (actual === undefined) { return !wantsMatch; }
  if (test.value === UNKNOWN || actual === UNKNOWN) { return UNKNOWN; }
  const matches = test.value !== undefined && matcher(test)(actual);
  return wantsMatch ? matches : !matches;
}

/** Two conditions that no resource can meet together, where that is certain. */
export function contradictionOf(tests: readonly TagTest[]): readonly [TagTest, TagTest] | undefined {
  const equals = tests.filter((test) => test.operator === 'StringEquals' && typeof test.value === 'string');
  for (const equal of equals) {
    const refusing = tests.find((test) => test.key === equal.key && passes(test, equal.value) === false);
    if (refusing) { return [equal, refusing]; }
  }
  return undefined;
}

function matcher({ operator, value }: TagTest): (actual: string) => boolean {
  const expected = String(value);
  if (operator === 'StringEquals' || operator === 'StringNotEquals') { return (actual) => actual === expected; }
  const pattern = new RegExp(`^${expected.split('*').map(escapeRegExp).join('[^]*')}$`);
  return (actual) => pattern.test(actual);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
