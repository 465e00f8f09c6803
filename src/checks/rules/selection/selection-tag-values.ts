import type { Selection } from '../../../inventory';
import { type TagTest, literalWildcardWarnings } from '../../../validation/selection/tag-conditions';
import { type Value, elementsOf, isKnown } from '../../../values/unknown';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionTagValues: Rule = {
  id: RuleId.SELECTION_TAG_VALUES,
  packs: ['CoverageChecks'],
  level: 'warning',
  what: 'Tag values that a selection compares exactly have no wildcard.',
  why: 'ListOfTags, StringEquals, and StringNotEquals compare the whole value. An asterisk matches only an asterisk, so the selection does not select the resources that it seems to.',
  fix: 'Use StringLike or StringNotLike in Conditions. In a TagBasedSelection, use TagCondition.like(…) or TagCondition.notLike(…) in \'conditions\'.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => [
    ...elementsOf(selection.listOfTags).flatMap(({ key, value, path }) => outcomesOf(selection, path, 'StringEquals', key, value)),
    ...elementsOf(selection.conditions).flatMap(({ operator, key, value, path }) => outcomesOf(selection, path, operator, key, value)),
  ]),
};

function outcomesOf({ address, label }: Selection, path: string, operator: TagTest['operator'], key: Value<string>, value: Value<string>): Outcome[] {
  if (operator !== 'StringEquals' && operator !== 'StringNotEquals') { return []; }
  const place = `${path}.ConditionValue`;
  const alternative = operator === 'StringEquals' ? '\'Conditions.StringLike\'' : '\'Conditions.StringNotLike\'';
  const problems = literalWildcardWarnings(place, { operator, key: isKnown(key) ? key : '?', value }, alternative).map((problem) => problem.of(`selection ${label}`));
  return judged({ ...address, path: place }, problems, [value], `selection ${label}: whether '${place}' has a wildcard is unknown.`);
}
