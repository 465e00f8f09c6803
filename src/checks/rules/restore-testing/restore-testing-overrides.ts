import { overridesProperty } from './overrides';
import { selectionLabel, selectionsIn } from './restore-tests';
import type { Entity, Text } from '../../../inventory';
import { isListOverride, listOverrideProblems } from '../../../validation/restore-testing/restore-testing';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import { type Outcome, type Rule, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTestingOverrides: Rule = {
  id: RuleId.RESTORE_TESTING_OVERRIDES,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Lists in restore metadata are JSON arrays.',
  why: 'AWS Backup accepts the selection, and every restore fails.',
  fix: 'Write a list as the JSON text of an array, in a string.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html',
  evaluate: (inventory) => selectionsIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(selection: Entity): Outcome[] {
  const map = overridesProperty(selection);
  const names = map.names();
  const subject = selectionLabel(selection);
  if (names === UNKNOWN) { return [unknown(at(selection.address, map), `${subject}: 'RestoreMetadataOverrides' is unknown.`)]; }
  return (names ?? []).filter(isListOverride).flatMap((name) => {
    const property = map.get(name);
    const path = `RestoreMetadataOverrides.${name}`;
    const value = writtenOut(property.text());
    return judged(at(selection.address, property), listOverrideProblems(path, value).map((problem) => problem.of(subject)), [value], `${subject}: '${path}' is unknown.`);
  });
}

/** Unknown parts are written in braces if the text around them can be checked. Between quotes, they do not end an array. */
function writtenOut(text: Value<Text>): Value<string> {
  if (!isKnown(text) || text.literal !== undefined) { return isKnown(text) ? text.literal : text; }
  const [first] = text.parts;
  return typeof first === 'string' && first.trim() !== '' && (!first.trim().startsWith('[') || listOverrideProblems('', text.toString()).length === 0)
    ? text.toString()
    : UNKNOWN;
}
