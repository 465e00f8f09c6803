import type { TagBasedSelectionProps } from './tag-based-selection-props';
import { knownOf } from '../cdk/measures';
import { type TagTest, passes } from '../validation/selection/tag-conditions';
import { tagKeyProblems } from '../validation/tag-keys';
import { Problem } from '../values/problem';

/** The tags that a selection requires, as far as its conditions determine them. */
export interface ProtectionTagsResult {
  readonly tags: { [key: string]: string };
  /** Conditions that a resource with these tags must still meet. */
  readonly conditions: TagTest[];
  readonly problems: Problem[];
}

export function protectionTags(props: TagBasedSelectionProps, values: { readonly [key: string]: string }): ProtectionTagsResult {
  const { conditions = [], anyOf = [] } = props;
  const problems: Problem[] = [];
  const tags: { [key: string]: string } = {};

  for (const condition of conditions.filter(({ _operator }) => _operator === 'StringEquals')) { tags[condition.key] = condition.value; }
  for (const condition of conditions.filter(({ _operator }) => _operator === 'StringLike')) {
    if (values[condition.key] === undefined && tags[condition.key] === undefined) {
      problems.push(new Problem('like', `The condition like '${condition.value}' does not determine a value for the tag '${condition.key}'. Pass a value in 'values'.`, condition.key));
    }
  }
  const given = anyOf.filter(({ key }) => values[key] !== undefined);
  if (anyOf.length === 1) {
    tags[anyOf[0].key] = anyOf[0].value;
  } else if (anyOf.length > 1 && given.length === 0) {
    problems.push(new Problem('any-of', `'anyOf' has ${anyOf.length} tags (${anyOf.map(({ key, value }) => `${key}=${value}`).join(', ')}). Choose one in 'values'.`));
  }
  Object.assign(tags, values);

  if (problems.length === 0 && Object.keys(tags).length === 0) {
    problems.push(new Problem('none', 'The selection determines no tag. It has neither TagCondition.equalTo nor a single \'anyOf\'. Pass the tags in \'values\'.'));
  }
  const tests = conditions.map((condition) => condition._test);
  problems.push(...tagKeyProblems('tags', Object.keys(tags)));
  problems.push(...tests.filter((test) => tags[test.key] !== undefined && passes(test, knownOf(tags[test.key])) === false)
    .map((test) => new Problem('value', `The tag '${test.key}' with the value '${tags[test.key]}' does not meet the condition ${test.operator} '${String(test.value)}'. Pass `
      + 'another value in \'values\'.', test.key)));
  if (given.length > 0 && !given.some(({ key, value }) => values[key] === value)) {
    problems.push(new Problem('values', `'values' must meet one of 'anyOf' (${anyOf.map(({ key, value }) => `${key}=${value}`).join(', ')}). Pass one of them.`));
  }
  return { tags, conditions: tests, problems };
}
