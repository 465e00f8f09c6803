import type { CronFields } from './fields';
import { runDays } from './run-days';

const MINUTE = 60_000;

/** The runs from `from` on and before `to`. */
export function* runsBetween(fields: CronFields, timezone: string | undefined, from: Date, to: Date): Generator<Date> {
  // The local year can differ from the year in UTC
  const years = { first: from.getUTCFullYear() - 1, last: to.getUTCFullYear() + 1 };
  for (const { start, minutes } of runDays(fields, timezone, years)) {
    for (const minute of minutes) {
      const run = (start + minute) * MINUTE;
      if (run >= to.getTime()) { return; }
      if (run >= from.getTime()) { yield new Date(run); }
    }
  }
}
