import { selectionsIn } from './restore-tests';
import { certainlyHas } from '../../../capabilities/resource-types';
import { type BackupInventory, type Entity, type Plan, sameEnvironment } from '../../../inventory';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTested: Rule = {
  id: RuleId.RESTORE_TESTED,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'Restore testing covers every type that is backed up.',
  why: 'A backup that was never restored might not be restorable. Missing roles, keys, and networks are then found during an incident.',
  fix: 'Add a restore testing plan with a selection of the type.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory) => {
    const tests = selectionsIn(inventory);
    return [...backedUpTypes(inventory)].flatMap(([plan, types]) => outcomesOf(plan, [...types].sort(), tests, inventory.unseenIn(plan.environment)));
  },
};

function outcomesOf(plan: Plan, types: readonly string[], tests: readonly Entity[], unseen: Answer): Outcome[] {
  const answers = types.map((type) => ({ type, tested: anyOf([unseen, ...tests.map((test) => isTestOf(test, type, plan))]) }));
  return answers.flatMap(({ type, tested }) => {
    if (tested === UNKNOWN) { return [unknown(plan.address, `plan ${plan.label}: whether restores of ${type} are tested is unknown.`, type)]; }
    return tested
      ? []
      : [fault(plan.address, new Problem('type', `plan ${plan.label}: a restore testing selection should cover ${type}, which the plan backs up, got none in this account and Region. Add one.`, type))];
  });
}

function isTestOf(test: Entity, type: string, plan: Plan): Answer {
  const tested = test.properties.get('ProtectedResourceType').string();
  return allOf([sameEnvironment(test.environment, plan.environment), tested === UNKNOWN ? UNKNOWN : tested === type, test.certain || UNKNOWN]);
}

/** By plan, the types of which it certainly backs up a resource that restore testing can restore. */
function backedUpTypes(inventory: BackupInventory): ReadonlyMap<Plan, ReadonlySet<string>> {
  const types = new Map<Plan, Set<string>>();
  for (const resource of inventory.protectables) {
    const rows = resource.rows.filter(({ variantOf }) => variantOf === undefined);
    if (!resource.certain || !resource.certainlyProtectable || !rows.every((row) => certainlyHas(row, 'restoreTesting'))) { continue; }
    for (const { selection: { plan }, answer } of inventory.coverageOf(resource).reaches) {
      if (answer === true && isKnown(plan)) { types.set(plan, (types.get(plan) ?? new Set()).add(rows[0].resourceType)); }
    }
  }
  return types;
}
