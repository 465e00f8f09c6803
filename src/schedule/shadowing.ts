import { type Years, judgedYears, runsEveryYear } from './calendar';
import { parseCron } from './cron';
import type { CronFields } from './fields';
import { type RunDay, MINUTES_OF_A_DAY, runDays } from './run-days';
import { isTimezone } from './timezone';

/** When backups of a rule can start. */
export interface Windowed {
  readonly expression: string;
  /** @default 'UTC' */
  readonly timezone?: string;
  readonly startWindowMinutes: number;
}

const MINUTES_OF_A_YEAR = 365 * MINUTES_OF_A_DAY;
/** AWS Backup accepts windows of up to 100 years. */
const LONGEST_WINDOW_YEARS = 100;

/**
 * Whether each start window of the rule with the shorter retention overlaps a start window of the rule with the longer retention. AWS Backup then
 * runs only the backup with the longer retention. `false` if the runs of a rule are unknown.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export function everyRunIsShadowed(shorter: Windowed, longer: Windowed): boolean {
  const [shortFields, longFields] = [fieldsOf(shorter), fieldsOf(longer)];
  if (!shortFields || !longFields) { return false; }
  // In some years, only the rule with the shorter retention runs
  if (runsEveryYear(shortFields) && !runsEveryYear(longFields)) { return false; }

  const years = judgedYears(shortFields);
  const around = withWindows(years, longer.startWindowMinutes, shorter.startWindowMinutes);
  if (!around) { return false; }
  const runs = runDays(shortFields, shorter.timezone, years);
  const covers = runDays(longFields, longer.timezone, around);
  return runs.length > 0 && eachIsCovered(runs, covers, { before: longer.startWindowMinutes, after: shorter.startWindowMinutes });
}

function fieldsOf({ expression, timezone = 'UTC' }: Windowed): CronFields | undefined {
  return isTimezone(timezone) ? parseCron(expression).fields : undefined;
}

function withWindows({ first, last }: Years, before: number, after: number): Years | undefined {
  const [yearsBefore, yearsAfter] = [before, after].map((minutes) => Math.ceil(minutes / MINUTES_OF_A_YEAR) + 1);
  return Math.max(yearsBefore, yearsAfter) <= LONGEST_WINDOW_YEARS + 1 ? { first: first - yearsBefore, last: last + yearsAfter } : undefined;
}

/** Whether each run has a cover less than `before` earlier, or less than `after` later. Reads both lists once. */
function eachIsCovered(runs: readonly RunDay[], covers: readonly RunDay[], { before, after }: { before: number; after: number }): boolean {
  let [day, index] = [0, 0];
  for (const { start, minutes } of runs) {
    for (const minute of minutes) {
      const run = start + minute;
      while (day < covers.length && covers[day].start + covers[day].minutes[index] <= run - before) {
        if (++index === covers[day].minutes.length) { [day, index] = [day + 1, 0]; }
      }
      if (day === covers.length || covers[day].start + covers[day].minutes[index] >= run + after) { return false; }
    }
  }
  return true;
}
