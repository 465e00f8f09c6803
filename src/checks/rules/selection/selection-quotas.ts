import { contentOf, readable } from './content';
import { LIMITS } from '../../../capabilities/limits';
import type { BackupInventory, Plan, Selection } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import { arnCountProblems } from '../../../validation/selection/resource-arns';
import { replacementWarnings } from '../../../validation/selection/selection-quotas';
import { anyOf, hasItems } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { count } from '../../../values/quantity';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const selectionQuotas: Rule = {
  id: RuleId.SELECTION_QUOTAS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The ARNs, tags, and conditions of selections are within the quotas, and so are the selections of a plan while one of them is replaced.',
  why: 'AWS Backup rejects the selection, and the deployment fails. These quotas cannot be raised. A plan at its quota is a warning, because none of its selections can be changed.',
  fix: 'Add another selection, select by types or tags, or add another plan.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html',
  evaluate: (inventory) => [...inventory.selections.flatMap(ofSelection), ...inventory.plans.flatMap((plan) => ofPlan(plan, inventory))],
};

function ofSelection(selection: Selection): Outcome[] {
  const { resources, notResources, listOfTags, conditions } = selection;
  return [
    ...counted(selection, 'Resources', resources, () => arnCountProblems('Resources', readable(resources).filter(isKnown))),
    ...counted(selection, 'NotResources', notResources, () => arnCountProblems('NotResources', readable(notResources).filter(isKnown))),
    ...counted(selection, 'ListOfTags', listOfTags, (tags) => rangeProblems('ListOfTags', tags.length, LIMITS.tagsPerSelection)),
    ...counted(selection, 'Conditions', conditions, (tests) => rangeProblems('Conditions', tests.length, LIMITS.conditionsPerSelection)),
  ];
}

function counted<T>(selection: Selection, name: string, list: Value<readonly T[]>, problemsOf: (list: readonly T[]) => Problem[]): Outcome[] {
  const address = at(selection.address, contentOf(selection, name));
  const subject = `selection ${selection.label}`;
  if (list === UNKNOWN) { return [unknown(address, `${subject}: how many '${name}' there are is unknown.`)]; }
  return list === undefined ? [] : faults(address, problemsOf(list).map((problem) => problem.of(subject)));
}

function ofPlan(plan: Plan, { selections }: BackupInventory): Outcome[] {
  const own = selections.filter((selection) => selection.plan === plan && selection.certain);
  const byTags = own.filter(({ listOfTags, conditions }) => anyOf([hasItems(listOfTags), hasItems(conditions)]) === true);
  const amounts = [['selections', own.length, LIMITS.selectionsPerPlan] as const, ['tag-selections', byTags.length, LIMITS.tagSelectionsPerPlan] as const];
  return [
    ...faults(plan.address, amounts.filter(([, amount, { max }]) => amount > max)
      .map(([kind, amount, { max, unit, remedy }]) => new Problem(kind, `plan ${plan.label} must have at most ${count(max, unit)}, got ${count(amount, unit)}. ${remedy}`))),
    ...faults(plan.address, replacementWarnings(`plan ${plan.label}`, { all: own.length, withTags: byTags.length }, { all: 1, withTags: 1 }, 'A change of a selection'), 'warning'),
  ];
}
