import { selectionInWords, selectionsIn } from './restore-tests';
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
  what: 'A restore testing selection is of a type that can be tested.',
  why: 'The deployment fails.',
  fix: 'Choose a type of the list, by AWS Backup\'s name.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory) => selectionsIn(inventory).flatMap(outcomesOf),
};

function outcomesOf(selection: Entity): Outcome[] {
  const property = selection.properties.get(TYPE);
  const subject = selectionInWords(selection);
  const problems = restorableTypeProblems(TYPE, property.string()).map((problem) => `${subject}: ${problem}`);
  return judged(at(selection.address, property), problems, [property.string()], `${subject}: '${TYPE}' cannot be known`);
}
