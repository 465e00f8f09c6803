import { AFTER_THE_CYCLE, judgedYears, runsEveryYear } from './calendar';
import type { CronFields } from './fields';
import { type RunDay, runDays } from './run-days';
import { isTimezone } from './timezone';

/** The time between a run and the next, in elapsed minutes. */
export interface Gaps {
  readonly shortest: number;
  readonly longest: number;
}

const HOUR = 60;

const known = new WeakMap<CronFields, Map<string | undefined, Gaps | undefined>>();

/** `undefined` for a schedule that runs less than twice, or in a time zone that does not exist. */
export function gapsOf(fields: CronFields, timezone?: string): Gaps | undefined {
  const ofSchedule = known.get(fields) ?? new Map<string | undefined, Gaps | undefined>();
  known.set(fields, ofSchedule);
  if (!ofSchedule.has(timezone)) { ofSchedule.set(timezone, measure(fields, timezone)); }
  return ofSchedule.get(timezone);
}

function measure(fields: CronFields, timezone: string | undefined): Gaps | undefined {
  if (timezone !== undefined && !isTimezone(timezone)) { return undefined; }
  const days = runDays(fields, timezone, judgedYears(fields));
  const following = runsEveryYear(fields) ? firstDayAfterTheCycle(fields, timezone) : undefined;
  let shortest = Infinity;
  let longest = 0;
  const compare = (gap: number) => {
    shortest = Math.min(shortest, gap);
    longest = Math.max(longest, gap);
  };
  let compared: readonly number[] | undefined;
  days.forEach(({ start, minutes }, index) => {
    // Almost all days share one list
    if (minutes !== compared) { minutes.slice(1).forEach((minute, at) => compare(minute - minutes[at])); }
    compared = minutes;
    const lastRun = start + minutes[minutes.length - 1];
    const next = days[index + 1] ?? following;
    if (next) { compare(next.start + next.minutes[0] - lastRun); }
  });
  return longest === 0 ? undefined : { shortest, longest };
}

/** Not the first day of the cycle: in Morocco, daylight saving time follows another calendar, so its dates do not repeat with the cycle. */
function firstDayAfterTheCycle(fields: CronFields, timezone: string | undefined): RunDay | undefined {
  for (const years of AFTER_THE_CYCLE) {
    const [first] = runDays(fields, timezone, years);
    if (first) { return first; }
  }
  return undefined;
}

/** An hour is the shortest interval that AWS Backup documents. */
export function finerThanHourly(fields: CronFields): boolean {
  return (gapsOf(fields)?.shortest ?? HOUR) < HOUR;
}
