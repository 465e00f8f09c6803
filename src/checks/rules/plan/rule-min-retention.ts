import { LIMITS } from '../../../capabilities/limits';
import { count } from '../../../values/quantity';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import type { Stated } from '../../subjects/lifecycles';
import { LIFECYCLE_NAMES, statedLifecycles } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_NAMES.deleteAfter;

export const ruleMinRetention: Rule = {
  id: RuleId.RULE_MIN_RETENTION,
  packs: ['RetentionChecks'],
  level: 'error',
  what: 'Backups are kept as long as required.',
  why: 'What is deleted too early is missing when it is asked for. Continuous backups are kept for 35 days at most: where more is required, '
    + 'the other rules of the plan are judged, and a continuous rule only where it has none beside it.',
  fix: 'Raise the retention, or add a rule beside a continuous one.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory, { minRetention: days }) => (
    days === undefined ? [] : statedLifecycles(inventory).flatMap((each) => outcomesOf(each, days))
  ),
};

function outcomesOf(stated: Stated, required: number): Outcome[] {
  const { address, lifecycle: { deleteAfter }, inWords } = stated;
  const place = below(address, RETENTION);
  if (deleteAfter === undefined || isExempt(stated, required)) { return []; }
  if (deleteAfter === UNKNOWN) { return [unknown(place, `${inWords}: whether '${RETENTION}' is at least the required ${count(required, 'days')} cannot be known`)]; }
  return deleteAfter < required
    ? [fault(place, `${inWords}: '${RETENTION}' must be at least ${count(required, 'days')}, as is required here, got ${count(deleteAfter, 'days')}: ${remedy(stated, required)}`)]
    : [];
}

/** It cannot keep what others beside it keep. */
function isExempt({ rule: { continuous, plan }, isCopy }: Stated, required: number): boolean {
  const others = isKnown(plan.rules) ? plan.rules.filter((rule) => rule.continuous !== true) : [];
  return !isCopy && continuous === true && required > LIMITS.continuousRetentionDays.max && others.length > 0;
}

function remedy({ rule, isCopy }: Stated, required: number): string {
  return !isCopy && rule.continuous === true && required > LIMITS.continuousRetentionDays.max
    ? 'a continuous rule cannot keep that long, so add one with snapshots'
    : 'raise it';
}
