import { planLabel, plansIn, selectionLabel, selectionsIn } from './restore-tests';
import { LIMITS } from '../../../capabilities/limits';
import type { Entity } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { testedResourcesProblems } from '../../../validation/restore-testing/restore-testing';
import { allOf } from '../../../values/answer';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged, stringsIn } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const NAMES = { arns: 'ProtectedResourceArns', conditions: 'ProtectedResourceConditions' };
const OPERATORS = ['StringEquals', 'StringNotEquals'];

export const restoreTestingResources: Rule = {
  id: RuleId.RESTORE_TESTING_RESOURCES,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A restore testing selection has ARNs or conditions, not both, and is within the quotas.',
  why: 'The deployment fails.',
  fix: 'Name ARNs, or use \'*\' and narrow it with conditions.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  evaluate: (inventory) => [...plansIn(inventory).flatMap(ofPlan), ...selectionsIn(inventory).flatMap(ofSelection)],
};

function ofPlan(plan: Entity): Outcome[] {
  return ['IncludeVaults', 'ExcludeVaults'].flatMap((name) => {
    const property = plan.properties.get('RecoveryPointSelection').get(name);
    const path = `RecoveryPointSelection.${name}`;
    const vaults = property.items();
    const problems = rangeProblems(path, isKnown(vaults) ? vaults.length : vaults, LIMITS.vaultSelectorsPerRestoreTestingPlan);
    return judged(at(plan.address, property), problems.map((problem) => problem.of(planLabel(plan))), [vaults], `${planLabel(plan)}: '${path}' is unknown.`);
  });
}

function ofSelection(selection: Entity): Outcome[] {
  const property = selection.properties.get(NAMES.arns);
  const arns = stringsIn(property);
  const conditions = conditionsOf(selection);
  const subject = selectionLabel(selection);
  const open = isKnown(arns) && arns.includes(UNKNOWN) && (conditions ?? 0) !== 0;
  return judged(at(selection.address, property), testedResourcesProblems({ arns, conditions }, NAMES).map((problem) => problem.of(subject)),
    [arns, conditions, open ? UNKNOWN : undefined], `${subject}: whether '${NAMES.arns}' and '${NAMES.conditions}' can be combined is unknown.`);
}

/** How many. */
function conditionsOf({ properties }: Entity): Value<number> {
  const conditions = properties.get(NAMES.conditions);
  const lists = OPERATORS.map((operator) => conditions.get(operator).items());
  if (allOf([conditions.isPresent, ...lists.map((list) => list !== UNKNOWN || UNKNOWN)]) === UNKNOWN) { return UNKNOWN; }
  return lists.reduce<number>((total, list) => total + (isKnown(list) ? list.length : 0), 0);
}
