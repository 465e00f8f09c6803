import { certainlyHas } from '../../../capabilities/resource-types';
import type { BackupInventory, PlanRule } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';
import { keyOfRule, pairs, resourceLabel, someLabel } from '../../subjects/selected';

const CONTINUOUS = 'EnableContinuousBackup';

export const oneContinuousRule: Rule = {
  id: RuleId.ONE_CONTINUOUS_RULE,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'At most one continuous rule selects a resource.',
  why: 'AWS Backup creates one continuous backup of a resource. In one vault, the longest retention applies. With several vaults, all rules except '
    + 'the first create snapshots, and their jobs complete with issues.',
  fix: 'Make one of the rules continuous, and let the others create snapshots.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: (inventory) => outcomesIn(inventory),
};

function outcomesIn(inventory: BackupInventory): Outcome[] {
  const resources = inventory.protectables.filter(({ rows }) => rows.every((row) => certainlyHas(row, 'pointInTimeRecovery')));
  return pairs(inventory, resources, pairsOf).map(({ one, other, resources: both }) => {
    const place = below(other.address, CONTINUOUS);
    const what = someLabel(both.map((each) => resourceLabel(each, place)));
    return [one, other].some(({ continuous }) => continuous === UNKNOWN)
      ? unknown(place, `${ruleLabel(other)}: whether it is the only continuous rule for ${what} is unknown.`, keyOfRule(one, place))
      : fault(place, new Problem('rule', `${ruleLabel(other)} of plan ${other.plan.label}: only one rule for ${what} should be continuous, got ${ruleLabel(one)} of plan `
        + `${one.plan.label} too. AWS Backup creates only one continuous backup of a resource. Let one of the rules create snapshots.`, keyOfRule(one, place)));
  });
}

function pairsOf(rules: readonly PlanRule[]): (readonly [PlanRule, PlanRule])[] {
  const continuous = rules.filter((rule) => rule.continuous === true || rule.continuous === UNKNOWN);
  return continuous.slice(1).map((other) => [continuous[0], other]);
}
