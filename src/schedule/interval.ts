import { justBefore, nextRunOf } from './runs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** More than a year, for schedules that run in some months only. */
const HORIZON = 400 * DAY;

/** Two runs make an interval, however far apart they are. */
const LEAST_RUNS = 2;

/**
 * The longest time between two runs in minutes, by the clock on the wall: a day is one of 24 hours, whatever the time zone
 * makes of it. `undefined` if that cannot be told, as for a schedule that runs only once more.
 */
export function longestInterval(expression: string, from: Date): number | undefined {
  const next = nextRunOf(expression);
  const horizon = new Date(from.getTime() + HORIZON);
  let longest: number | undefined;
  let run = next?.(justBefore(from));
  for (let count = 1; run !== undefined && (run < horizon || count < LEAST_RUNS); count++) {
    const following = next!(run);
    if (following !== undefined) { longest = Math.max(longest ?? 0, following.getTime() - run.getTime()); }
    run = following;
  }
  return longest === undefined ? undefined : longest / MINUTE;
}
