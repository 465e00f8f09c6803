import { planLabel, plansIn, selectionLabel, selectionsIn } from './restore-tests';
import { type Limit, LIMITS } from '../../../capabilities/limits';
import { type Entity, propertyAt } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTestingWindows: Rule = {
  id: RuleId.RESTORE_TESTING_WINDOWS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The windows of restore testing are within the limits of AWS Backup.',
  why: 'The deployment fails.',
  fix: 'Set a number within the range that the message states.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  evaluate: (inventory) => [
    ...plansIn(inventory).flatMap((plan) => [
      ...ofProperty(plan, planLabel(plan), 'StartWindowHours', LIMITS.restoreTestingStartWindowHours),
      ...ofProperty(plan, planLabel(plan), 'RecoveryPointSelection.SelectionWindowDays', LIMITS.restoreTestingSelectionWindowDays),
    ]),
    ...selectionsIn(inventory).flatMap((selection) =>
      ofProperty(selection, selectionLabel(selection), 'ValidationWindowHours', LIMITS.restoreTestingValidationWindowHours)),
  ],
};

function ofProperty(entity: Entity, subject: string, name: string, limit: Limit): Outcome[] {
  const property = propertyAt(entity.properties, name);
  const value = property.number();
  return judged(at(entity.address, property), rangeProblems(name, value, limit).map((problem) => problem.of(subject)), [value], `${subject}: '${name}' is unknown.`);
}
