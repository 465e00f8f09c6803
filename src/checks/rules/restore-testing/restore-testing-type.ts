import { selectionLabel, selectionsIn } from './restore-tests';
import type { Entity } from '../../../inventory';
import { restorableTypeProblems } from '../../../validation/restore-testing/restore-testing';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const TYPE = 'ProtectedResourceType';

export const restoreTestingType: Rule = {
  id: RuleId.RESTORE_TESTING_TYPE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A restore testing selection has a type that restore testing supports.',
  why: 'The deployment fails.',
  fix: 'Choose a supported type, by its name in AWS Backup.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory) => selectionsIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(selection: Entity): Outcome[] {
  const property = selection.properties.get(TYPE);
  const subject = selectionLabel(selection);
  const problems = restorableTypeProblems(TYPE, property.string()).map((problem) => problem.of(subject));
  return judged(at(selection.address, property), problems, [property.string()], `${subject}: '${TYPE}' is unknown.`);
}
