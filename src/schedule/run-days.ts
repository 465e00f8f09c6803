import { type Years, runDates } from './calendar';
import type { CronFields } from './fields';
import { type Stretch, stretchesOf } from './zone';

/** The runs of a local date: `start` plus each of `minutes`, in ascending order. Times are minutes since 1970 in UTC. */
export interface RunDay {
  readonly start: number;
  readonly minutes: readonly number[];
}

export const MINUTES_OF_A_DAY = 24 * 60;

/** The limit for all schedules together, about 70 MB. A schedule that runs every day has about 10,000 days. */
const MOST_DAYS = 1_000_000;

let known = new WeakMap<CronFields, Map<string, readonly RunDay[]>>();
let knownDays = 0;

/**
 * The dates on which a schedule runs in some years, each with its runs.
 *
 * A run in the hour that daylight saving time skips does not happen. A run in the hour that repeats happens once, the first time. AWS
 * documents this for EventBridge Scheduler, to which the guide of AWS Backup links for schedules.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function runDays(fields: CronFields, timezone: string | undefined, years: Years): readonly RunDay[] {
  const zone = timezone ?? 'UTC';
  const key = `${years.first} ${years.last} ${zone}`;
  const found = known.get(fields)?.get(key);
  if (found) { return found; }
  const days = daysInZone(runDates(fields, years), timesOf(fields), stretchesOf(zone, years));
  keep(fields, key, days);
  return days;
}

/** The days of all schedules are dropped when there are too many. */
function keep(fields: CronFields, key: string, days: readonly RunDay[]): void {
  if (knownDays > MOST_DAYS) { [known, knownDays] = [new WeakMap(), 0]; }
  const ofSchedule = known.get(fields) ?? new Map<string, readonly RunDay[]>();
  known.set(fields, ofSchedule.set(key, days));
  knownDays += days.length;
}

/** Minutes after midnight. */
function timesOf({ hours, minutes }: CronFields): number[] {
  return hours.values.flatMap((hour) => minutes.values.map((minute) => hour * 60 + minute));
}

function daysInZone(dates: readonly number[], times: readonly number[], stretches: readonly Stretch[]): RunDay[] {
  const days: RunDay[] = [];
  let current = 0;
  for (const date of dates) {
    const midnight = date * MINUTES_OF_A_DAY;
    current = stretchFrom(current, midnight, stretches);
    const { from, until, offset } = stretches[current];
    const start = midnight - offset;
    const whole = start >= from && start + MINUTES_OF_A_DAY <= until;
    const minutes = whole ? times : elapsedMinutes(start, times.map((time) => midnight + time), stretches, current);
    if (minutes.length > 0) { days.push({ start, minutes }); }
  }
  return days;
}

/** For a date on which local time changes. */
function elapsedMinutes(start: number, localTimes: readonly number[], stretches: readonly Stretch[], first: number): number[] {
  let current = first;
  return localTimes.flatMap((time) => {
    current = stretchFrom(current, time, stretches);
    const moment = time - stretches[current].offset;
    return moment < stretches[current].from ? [] : moment - start;
  });
}

/** The first period in which a local time has not passed. */
function stretchFrom(index: number, localTime: number, stretches: readonly Stretch[]): number {
  let current = index;
  while (localTime - stretches[current].offset >= stretches[current].until) { current++; }
  return current;
}
