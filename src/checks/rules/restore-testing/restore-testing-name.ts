import { plansIn, selectionsIn } from './restore-tests';
import { NAMES } from '../../../capabilities/limits';
import { DOUBTFUL_SELECTION_NAME } from '../../../capabilities/restore-testing';
import type { Entity } from '../../../inventory';
import { nameProblems } from '../../../private/ranges';
import { isKnown } from '../../../private/unknown';
import { at, judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const PAGE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html';

export const restoreTestingName: Rule = {
  id: RuleId.RESTORE_TESTING_NAME,
  level: 'error',
  what: 'Restore testing plans and selections have names that AWS Backup takes.',
  why: 'The deployment fails; names of backup plans may have hyphens, these may not.',
  fix: 'Use letters, digits and underscores only.',
  page: PAGE,
  evaluate: (inventory) => [...plansIn(inventory).flatMap(ofPlan), ...selectionsIn(inventory).flatMap(ofSelection)],
};

function ofPlan(plan: Entity): Outcome[] {
  const property = plan.properties.get('RestoreTestingPlanName');
  const subject = `restore testing plan ${plan.address.logicalId}`;
  const problems = nameProblems('RestoreTestingPlanName', property.string(), NAMES.restoreTestingPlan);
  return judged(at(plan, property), problems.map((problem) => `${subject}: ${problem}`), [property.string()], `${subject}: 'RestoreTestingPlanName' cannot be known`);
}

/** A warning where the sources disagree. */
function ofSelection(selection: Entity): Outcome[] {
  const property = selection.properties.get('RestoreTestingSelectionName');
  const name = property.string();
  const subject = `restore testing selection ${selection.address.logicalId}`;
  const problems = nameProblems('RestoreTestingSelectionName', name, NAMES.restoreTestingSelection);
  const doubtful = isKnown(name) && DOUBTFUL_SELECTION_NAME.test(name);
  return judged(at(selection, property), problems.map((problem) => `${subject}: ${problem}`), [name], `${subject}: 'RestoreTestingSelectionName' cannot be known`)
    .map((outcome) => (doubtful ? { ...outcome, level: 'warning' } : outcome));
}
