import { plansIn, selectionsIn } from './restore-tests';
import { NAMES } from '../../../capabilities/limits';
import type { Entity } from '../../../inventory';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const PAGE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html';

export const restoreTestingName: Rule = {
  id: RuleId.RESTORE_TESTING_NAME,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Restore testing plans and selections have names that AWS Backup accepts.',
  why: 'The deployment fails. Unlike names of backup plans, these names cannot contain hyphens.',
  fix: 'Use only letters, digits, and underscores.',
  page: PAGE,
  evaluate: (inventory) => [...plansIn(inventory).flatMap(ofPlan), ...selectionsIn(inventory).flatMap(ofSelection)],
};

function ofPlan(plan: Entity): Outcome[] {
  const property = plan.properties.get('RestoreTestingPlanName');
  const subject = `restore testing plan ${plan.address.logicalId}`;
  const problems = writtenNameProblems('RestoreTestingPlanName', property, NAMES.restoreTestingPlan);
  return judged(at(plan.address, property), problems.map((problem) => problem.of(subject)), [property.string()], `${subject}: 'RestoreTestingPlanName' is unknown.`);
}

function ofSelection(selection: Entity): Outcome[] {
  const property = selection.properties.get('RestoreTestingSelectionName');
  const subject = `restore testing selection ${selection.address.logicalId}`;
  const problems = writtenNameProblems('RestoreTestingSelectionName', property, NAMES.restoreTestingSelection);
  return judged(at(selection.address, property), problems.map((problem) => problem.of(subject)), [property.string()], `${subject}: 'RestoreTestingSelectionName' is unknown.`);
}
