import { Token } from 'aws-cdk-lib';
import { DEFAULT_SCHEDULE } from '../capabilities/limits';
import type { VaultFacts } from '../cdk/vault-facts';
import type { CopyFacts } from '../plan/copy-facts';
import { type TierFacts, startWindowOf } from '../plan/tier-facts';
import type { TieredBackupPlan } from '../plan/tiered-backup-plan';
import { parseCron } from '../schedule/cron';
import { gapsOf } from '../schedule/gaps';
import type { Place } from '../validation/plan/copies';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** The values of a rule that an audit needs. Times are in minutes. */
export interface AuditedRule {
  /** In days. `undefined` if recovery points never expire. */
  readonly retention: Value<number>;
  readonly vault: VaultFacts;
  readonly copies: readonly CopyFacts[];
  readonly airGapped: boolean;
  /** The longest time between two runs, in local time. */
  readonly interval: Value<number>;
  /** The greatest age of the last recovery point before the next one exists. */
  readonly age: Value<number>;
}

export interface AuditedPlan {
  readonly path: string;
  readonly rules: readonly AuditedRule[];
}

export function auditedPlan(plan: TieredBackupPlan): AuditedPlan {
  return { path: plan.node.path, rules: plan._tiers.map(auditedRule) };
}

function auditedRule(rule: TierFacts): AuditedRule {
  return {
    retention: rule.lifecycle.days.deleteAfter,
    vault: rule.vault,
    copies: rule.copies,
    airGapped: rule.spec.logicallyAirGappedVaultArn !== undefined,
    interval: intervalOf(rule),
    age: ageOf(rule),
  };
}

function intervalOf({ spec }: TierFacts, timezone?: string): Value<number> {
  const expression = spec.scheduleExpression ?? DEFAULT_SCHEDULE.expression;
  const { fields } = Token.isUnresolved(expression) ? {} : parseCron(expression);
  return (fields && gapsOf(fields, timezone))?.longest ?? UNKNOWN;
}

/** Unlike the interval, the age includes daylight saving time, which makes days longer and skips runs. */
function ageOf(rule: TierFacts): Value<number> {
  const { spec: { timeZoneName }, windows: { completion: { value: completionWindow } } } = rule;
  const startWindow = startWindowOf(rule);
  const elapsed = Token.isUnresolved(timeZoneName) ? UNKNOWN : intervalOf(rule, timeZoneName);
  if (!isKnown(elapsed) || !isKnown(startWindow) || completionWindow === UNKNOWN) { return UNKNOWN; }
  // AWS's default completion window is a week, which would make the age meaningless
  return elapsed + startWindow + (completionWindow ?? 0);
}

/** The other Regions or accounts that a plan copies to. Unknown destinations are UNKNOWN. */
export function copiesLeaveFor(plan: AuditedPlan, part: keyof Place): Value<string>[] {
  const places = plan.rules.flatMap(({ copies }) => copies.map(({ destination }) => destination.leavesFor[part]));
  return [...new Set(places)].filter((place) => place !== undefined);
}
