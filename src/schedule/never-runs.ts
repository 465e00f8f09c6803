import { judgedYears, runDates, runsEveryYear } from './calendar';
import type { CronField, CronFields } from './fields';
import { Problem } from '../values/problem';

const TWELVE_HOURS = 12 * 3_600_000;

/** A problem if no date matches, in any year. Its message follows the quoted name of a property. */
export function neverRunsProblem(fields: CronFields): Problem | undefined {
  const { year } = fields;
  if (year.values.length === 0) { return neverRuns(`got year '${year.text}', which starts after it ends. Write the earlier year first.`); }
  return dates(fields).length > 0 ? undefined : neverRuns(missingDay(fields, restricts(year) ? ` in year '${year.text}'` : ''));
}

/** A problem if all dates of a schedule that runs only in some years are over. The days left in this year do not count. */
export function neverRunsAgainProblem(fields: CronFields, moment: Date): Problem | undefined {
  const { year } = fields;
  if (runsEveryYear(fields) || dates(fields).length === 0) { return undefined; }
  // UTC-12 is the last zone to leave a year
  const thisYear = new Date(moment.getTime() - TWELVE_HOURS).getUTCFullYear();
  const left: CronFields = { ...fields, year: { ...year, values: year.values.filter((value) => value >= thisYear) } };
  if (left.year.values.length === 0) { return neverRuns(`got year '${year.text}', which is before ${thisYear}. Write '*' or a later year.`); }
  return dates(left).length > 0 ? undefined : neverRuns(missingDay(left, ` in year '${year.text}' from ${thisYear} on`));
}

function neverRuns(got: string): Problem {
  return new Problem('never-runs', `must run at least once, ${got}`);
}

/** Whether a field restricts the dates, unlike `*` and `?`. */
export function restricts({ text }: CronField): boolean {
  return text !== '*' && text !== '?';
}

function dates(fields: CronFields): number[] {
  return runDates(fields, judgedYears(fields));
}

function missingDay({ dayOfMonth, month, dayOfWeek }: CronFields, when: string): string {
  if (restricts(dayOfWeek)) {
    return `got day-of-week '${dayOfWeek.text}', which does not exist in ${monthLabel(month)}${when}. Write an occurrence from 1 to 4, or 'L' after the day for the last one.`;
  }
  const advice = 'Write a day that the month has, or \'L\' for its last day.';
  if (dayOfMonth.specials.length > 0) { return `got day-of-month '${dayOfMonth.text}', which does not exist in ${monthLabel(month)}${when}. ${advice}`; }
  const missing = month.values.flatMap((m) => dayOfMonth.values.map((day) => `${day} ${MONTHS[m - 1]}`));
  return `got ${missing.join(', ')}, which ${missing.length === 1 ? 'does' : 'do'} not exist${when}. ${advice}`;
}

function monthLabel(month: CronField): string {
  return restricts(month) ? `month '${month.text}'` : 'any month';
}

/** Written out: to ask `Intl` for them costs a process more than loading all of this folder. */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
