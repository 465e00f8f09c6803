import { Token } from 'aws-cdk-lib';
import { DEFAULT_SCHEDULE } from '../capabilities/limits';
import type { PlannedRule } from '../plan/planned-rule';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';
import type { VaultFacts } from '../cdk/vault-facts';
import type { Place } from '../validation/plan/copies';
import { longestInterval } from '../schedule/interval';
import type { Value } from '../values/unknown';
import { UNKNOWN, isKnown } from '../values/unknown';

/** A rule, as an audit sees it. Times are in minutes. */
export interface AuditedRule {
  /** In days; `undefined` for ever. */
  readonly retention: Value<number>;
  readonly vault: VaultFacts;
  readonly copies: PlannedRule['copies'];
  readonly airGapped: boolean;
  /** The longest time between two runs. */
  readonly interval: Value<number>;
  /** How old the last recovery point may get before the next one is there. */
  readonly age: Value<number>;
}

export interface AuditedPlan {
  readonly path: string;
  readonly rules: readonly AuditedRule[];
}

export function auditedPlan(plan: TieredBackupPlan, from = new Date()): AuditedPlan {
  return { path: plan.node.path, rules: plan._rules.map((rule) => auditedRule(rule, from)) };
}

function auditedRule(rule: PlannedRule, from: Date): AuditedRule {
  const interval = intervalOf(rule, from);
  return {
    retention: rule.retention,
    vault: rule.vault,
    copies: rule.copies,
    airGapped: rule.spec.logicallyAirGappedVaultArn !== undefined,
    interval,
    age: ageOf(rule, interval),
  };
}

function intervalOf({ spec }: PlannedRule, from: Date): Value<number> {
  const expression = spec.scheduleExpression ?? DEFAULT_SCHEDULE.expression;
  return Token.isUnresolved(expression) ? UNKNOWN : longestInterval(expression, from);
}

const HOUR = 60;

function ageOf({ spec, startWindow, completionWindow }: PlannedRule, interval: Value<number>): Value<number> {
  if (!isKnown(interval) || !isKnown(startWindow) || completionWindow === UNKNOWN) { return UNKNOWN; }
  // At the end of daylight saving time a day has an hour more
  const longestNight = spec.timeZoneName === undefined ? 0 : HOUR;
  // The completion window that AWS takes by default is a week, which would say nothing
  return interval + startWindow + (completionWindow ?? 0) + longestNight;
}

/** Where copies of a plan go, Region or account, when they leave its own; what cannot be told is in the list as UNKNOWN. */
export function copiesLeaveFor(plan: AuditedPlan, part: keyof Place): Value<string>[] {
  return [...new Set(plan.rules.flatMap((rule) => rule.copies.map((copy) => copy.leavesFor[part])))].filter((place) => place !== undefined);
}
