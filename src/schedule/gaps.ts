import { DAYS_OF_THE_CYCLE, judgedYears, runsEveryYear } from './calendar';
import type { CronFields } from './fields';
import { MINUTES_OF_A_DAY, runDays } from './run-days';
import { timezoneProblem } from './timezone';

/** The time between a run and the next, in minutes that elapse. */
export interface Gaps {
  readonly shortest: number;
  readonly longest: number;
}

const HOUR = 60;

/** `undefined` for a schedule that runs less than twice, or in a time zone that does not exist. */
export function gapsOf(fields: CronFields, timezone?: string): Gaps | undefined {
  if (timezone !== undefined && timezoneProblem(timezone) !== undefined) { return undefined; }
  const days = runDays(fields, timezone, judgedYears(fields));
  // After the cycle, the first day comes again
  const [first] = runsEveryYear(fields) ? days : [];
  const following = first && { ...first, start: first.start + DAYS_OF_THE_CYCLE * MINUTES_OF_A_DAY };
  let shortest = Infinity;
  let longest = 0;
  const compare = (gap: number) => {
    shortest = Math.min(shortest, gap);
    longest = Math.max(longest, gap);
  };
  let compared: readonly number[] | undefined;
  days.forEach(({ start, minutes }, index) => {
    // Nearly all days share one list
    if (minutes !== compared) { minutes.slice(1).forEach((minute, at) => compare(minute - minutes[at])); }
    compared = minutes;
    const lastRun = start + minutes[minutes.length - 1];
    const next = days[index + 1] ?? following;
    if (next) { compare(next.start + next.minutes[0] - lastRun); }
  });
  return longest === 0 ? undefined : { shortest, longest };
}

/** An hour is the shortest interval that AWS Backup documents. */
export function finerThanHourly(fields: CronFields): boolean {
  return (gapsOf(fields)?.shortest ?? HOUR) < HOUR;
}
