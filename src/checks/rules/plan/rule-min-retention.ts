import { LIMITS } from '../../../capabilities/limits';
import { Problem } from '../../../values/problem';
import { count } from '../../../values/quantity';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type Stated, LIFECYCLE_PATHS, statedLifecycles } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const ruleMinRetention: Rule = {
  id: RuleId.RULE_MIN_RETENTION,
  packs: ['RetentionChecks'],
  level: 'error',
  what: 'The retention of backups is at least the required minimum.',
  why: 'Backups that expire too early cannot be restored. Continuous backups have a retention of at most 35 days. If the minimum is longer, '
    + 'the other rules of the plan are checked. A continuous rule is checked only if the plan has no other rule.',
  fix: 'Raise the retention. For a continuous rule, add another rule.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory, { minRetention: days }) => (
    days === undefined ? [] : statedLifecycles(inventory).filter(({ isInherited }) => !isInherited).flatMap((each) => outcomesOf(each, days))
  ),
};

function outcomesOf(stated: Stated, required: number): Outcome[] {
  const { address, lifecycle: { deleteAfter }, label } = stated;
  const place = below(address, RETENTION);
  if (deleteAfter === undefined || isExempt(stated, required)) { return []; }
  if (deleteAfter === UNKNOWN) { return [unknown(place, `${label}: whether '${RETENTION}' is at least the required ${count(required, 'days')} is unknown.`)]; }
  return deleteAfter < required
    ? [fault(place, new Problem('minimum', `${label}: '${RETENTION}' must be at least the required ${count(required, 'days')}, got ${count(deleteAfter, 'days')}. ${fixOf(stated, required)}`))]
    : [];
}

/** A continuous rule cannot have the retention that the other rules of its plan have. */
function isExempt({ rule: { continuous, plan }, isCopy }: Stated, required: number): boolean {
  const others = isKnown(plan.rules) ? plan.rules.filter((rule) => rule.continuous !== true) : [];
  return !isCopy && continuous === true && required > LIMITS.continuousRetentionDays.max && others.length > 0;
}

function fixOf({ rule, isCopy }: Stated, required: number): string {
  return !isCopy && rule.continuous === true && required > LIMITS.continuousRetentionDays.max
    ? 'A continuous rule cannot have this retention. Add a rule that creates snapshots.'
    : 'Raise it.';
}
