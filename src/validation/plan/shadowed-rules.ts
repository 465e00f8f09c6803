import type { LifecycleDays } from './lifecycle';
import { DEFAULT_SCHEDULE, LIMITS } from '../../capabilities/limits';
import { type Windowed, everyRunIsShadowed } from '../../schedule/shadowing';
import type { Answer } from '../../values/answer';
import { remember } from '../../values/remember';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';

/** When a rule of snapshots starts, and how long it keeps its backups. */
export interface ScheduledRule {
  readonly schedule: Value<string>;
  readonly timezone: Value<string>;
  /** In minutes. */
  readonly startWindow: Value<number>;
  readonly lifecycle: Pick<LifecycleDays, 'deleteAfter'>;
}

/** Whether a rule certainly keeps its backups longer than another. */
export function keepsLonger({ lifecycle: one }: ScheduledRule, { lifecycle: other }: ScheduledRule): boolean {
  return isKnown(other.deleteAfter) && (one.deleteAfter === undefined || (isKnown(one.deleteAfter) && one.deleteAfter > other.deleteAfter));
}

/** Whether each start window of the rule with the shorter retention overlaps one of the other. The shorter rule then never creates a backup. */
export function shadows(longer: ScheduledRule, shorter: ScheduledRule): Answer {
  const [long, short] = [windowed(longer), windowed(shorter)];
  return long === UNKNOWN || short === UNKNOWN ? UNKNOWN : isShadowed(JSON.stringify([short, long]));
}

/** Many rules have the same schedules. */
const isShadowed = remember((rules: string) => {
  const [shorter, longer] = JSON.parse(rules) as [Windowed, Windowed];
  return everyRunIsShadowed(shorter, longer);
});

function windowed(rule: ScheduledRule): Windowed | typeof UNKNOWN {
  const { schedule = DEFAULT_SCHEDULE.expression, timezone, startWindow = LIMITS.startWindowMinutes.default } = rule;
  if (schedule === UNKNOWN || timezone === UNKNOWN || startWindow === UNKNOWN) { return UNKNOWN; }
  return { expression: schedule, timezone, startWindowMinutes: startWindow };
}
