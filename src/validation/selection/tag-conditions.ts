import { Problem } from '../../values/problem';
import { UNKNOWN, isKnown, type Value } from '../../values/unknown';
import { isLike } from '../../values/wildcards';

/** A condition on a tag, with the key without prefix. */
export interface TagTest {
  readonly operator: 'StringEquals' | 'StringNotEquals' | 'StringLike' | 'StringNotLike';
  readonly key: string;
  readonly value: Value<string>;
}

/** The condition keys of a selection have this prefix. The keys of its tag list do not. */
export const RESOURCE_TAG_PREFIX = 'aws:ResourceTag/';

/** The key of a condition, as templates write it. */
export function conditionKeyProblems(name: string, key: Value<string>): Problem[] {
  return isKnown(key) && !key.startsWith(RESOURCE_TAG_PREFIX)
    ? [new Problem('prefix', `'${name}' must begin with '${RESOURCE_TAG_PREFIX}', got '${key}'. Write '${RESOURCE_TAG_PREFIX}${key}'.`)]
    : [];
}

/** The key in a tag list, as templates write it. */
export function listedKeyProblems(name: string, key: Value<string>): Problem[] {
  return isKnown(key) && key.startsWith(RESOURCE_TAG_PREFIX)
    ? [new Problem('prefix', `'${name}' must be a tag key without prefix, got '${key}'. Write '${key.slice(RESOURCE_TAG_PREFIX.length)}'.`)]
    : [];
}

/**
 * A warning only, because some services accept tags with an asterisk.
 *
 * @param alternative how to write a pattern
 */
export function literalWildcardWarnings(name: string, { operator, key, value }: TagTest, alternative: string): Problem[] {
  return isKnown(value) && value.includes('*') && (operator === 'StringEquals' || operator === 'StringNotEquals')
    ? [new Problem('wildcard', `'${name}' should have no wildcard in the value of the tag '${key.replace(RESOURCE_TAG_PREFIX, '')}', got '${value}'. AWS Backup compares the whole value, including the asterisk. `
      + `For a pattern, use ${alternative}.`, key)]
    : [];
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Condition.html */
const LISTED_TYPE = 'STRINGEQUALS';

export function listedTypeProblems(name: string, type: Value<string>): Problem[] {
  return isKnown(type) && type.toUpperCase() !== LISTED_TYPE
    ? [new Problem('type', `'${name}' must be '${LISTED_TYPE}', got '${type}'. Use 'Conditions' for other comparisons.`)]
    : [];
}

/** A warning only: the API reference has one spelling, and samples of the guide have another. */
export function listedTypeWarnings(name: string, type: Value<string>): Problem[] {
  return isKnown(type) && type !== LISTED_TYPE && type.toUpperCase() === LISTED_TYPE
    ? [new Problem('spelling', `'${name}' should be '${LISTED_TYPE}', as in the API reference, got '${type}'. Write it in uppercase.`)]
    : [];
}

/** Whether a resource with this tag value passes. `undefined` for a resource without the tag. */
export function passes(test: TagTest, actual: Value<string>): boolean | typeof UNKNOWN {
  const wantsMatch = test.operator === 'StringEquals' || test.operator === 'StringLike';
  if (actual === undefined) { return !wantsMatch; }
  if (test.value === UNKNOWN || actual === UNKNOWN) { return UNKNOWN; }
  const matches = test.value !== undefined && matcher(test)(actual);
  return wantsMatch ? matches : !matches;
}

/** Two conditions that certainly no resource can meet together. */
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
  return (actual) => isLike(actual, expected);
}
