import type { Selection, SelectedTag, SelectionCondition } from '../../../inventory';
import { conditionKeyProblems, listedKeyProblems, listedTypeProblems, listedTypeWarnings } from '../../../validation/selection/tag-conditions';
import type { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, elementsOf } from '../../../values/unknown';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionTagKeys: Rule = {
  id: RuleId.SELECTION_TAG_KEYS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Condition keys have the prefix aws:ResourceTag/, and keys in tag lists do not.',
  why: 'AWS Backup rejects the selection, or it selects no resource and nothing is backed up.',
  fix: 'Write the key without prefix in ListOfTags, and with aws:ResourceTag/ in Conditions.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  evaluate: ({ selections }) => selections.flatMap((selection) => [
    ...elementsOf(selection.listOfTags).flatMap((tag) => ofTag(selection, tag)),
    ...elementsOf(selection.conditions).flatMap((condition) => ofCondition(selection, condition)),
  ]),
};

function ofTag(selection: Selection, { key, type, path }: SelectedTag): Outcome[] {
  const [keyPath, typePath] = [`${path}.ConditionKey`, `${path}.ConditionType`];
  const typeAddress = { ...selection.address, path: typePath };
  return [
    ...judged(selection, keyPath, key, listedKeyProblems(keyPath, key)),
    ...judged(selection, typePath, type, listedTypeProblems(typePath, type)),
    ...faults(typeAddress, listedTypeWarnings(typePath, type).map((problem) => problem.of(`selection ${selection.label}`)), 'warning'),
  ];
}

function ofCondition(selection: Selection, { key, path }: SelectionCondition): Outcome[] {
  const keyPath = `${path}.ConditionKey`;
  return judged(selection, keyPath, key, conditionKeyProblems(keyPath, key));
}

function judged({ address, label }: Selection, path: string, value: Value<string>, problems: readonly Problem[]): Outcome[] {
  const place = { ...address, path };
  return value === UNKNOWN
    ? [unknown(place, `selection ${label}: whether AWS Backup accepts '${path}' is unknown.`)]
    : faults(place, problems.map((problem) => problem.of(`selection ${label}`)));
}
