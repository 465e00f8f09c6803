import { judgedYears, runDates, runsEveryYear } from './calendar';
import type { CronField, CronFields } from './fields';

const TWELVE_HOURS = 12 * 3_600_000;

/** A sentence fragment if no date matches, in whichever year. */
export function neverRunsProblem(fields: CronFields): string | undefined {
  const { year } = fields;
  if (year.values.length === 0) { return `never runs: year '${year.text}' starts after it ends: write the earlier year first`; }
  return dates(fields).length > 0 ? undefined : `never runs: ${missingDay(fields, restricts(year) ? ` in year '${year.text}'` : '')}`;
}

/** A sentence fragment if all dates of a schedule that runs in some years only are over. The days that are left of this year do not count. */
export function neverRunsAgainProblem(fields: CronFields, moment: Date): string | undefined {
  const { year } = fields;
  if (runsEveryYear(fields) || dates(fields).length === 0) { return undefined; }
  // UTC-12 is the last zone to leave a year
  const thisYear = new Date(moment.getTime() - TWELVE_HOURS).getUTCFullYear();
  const left: CronFields = { ...fields, year: { ...year, values: year.values.filter((value) => value >= thisYear) } };
  if (left.year.values.length === 0) { return `never runs: year '${year.text}' lies before ${thisYear}: write '*' or a later year`; }
  return dates(left).length > 0 ? undefined : `never runs: ${missingDay(left, ` in year '${year.text}' from ${thisYear} on`)}`;
}

/** Whether a field says more than `*` and `?` do. */
export function restricts({ text }: CronField): boolean {
  return text !== '*' && text !== '?';
}

function dates(fields: CronFields): number[] {
  return runDates(fields, judgedYears(fields));
}

function missingDay({ dayOfMonth, month, dayOfWeek }: CronFields, when: string): string {
  if (restricts(dayOfWeek)) {
    return `there is no day-of-week '${dayOfWeek.text}' in month '${month.text}'${when}: write an occurrence from 1 to 4, or 'L' after the day for the last one`;
  }
  const advice = 'write a day that the month has, or \'L\' for its last day';
  if (dayOfMonth.specials.length > 0) { return `there is no day-of-month '${dayOfMonth.text}' in month '${month.text}'${when}: ${advice}`; }
  const missing = month.values.flatMap((m) => dayOfMonth.values.map((day) => `${day} ${MONTHS[m - 1]}`));
  return `${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist${when}: ${advice}`;
}

/** Written out: to ask `Intl` for them costs a process more than loading all of this folder. */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
