import type { CronField, CronFields } from './fields';

const HOUR = 3_600_000;

/** A sentence fragment if no date to come matches; the time of day does not count, nor do the days that are left of this year. */
export function neverRunsProblem(fields: CronFields, now: Date): string | undefined {
  const { dayOfMonth, month, dayOfWeek, year } = fields;
  // UTC-12 is the last zone to leave a year
  const thisYear = new Date(now.getTime() - 12 * HOUR).getUTCFullYear();
  const years = year.values.filter((value) => value >= thisYear);
  if (years.length === 0) { return `never runs: year '${year.text}' lies before ${thisYear}: write '*' or a year to come`; }

  const monthsWith = (hasDay: (year: number, month: number) => boolean) => years.some((y) => month.values.some((m) => hasDay(y, m)));
  const when = restricts(year) ? ` in year '${year.text}'${years.length < year.values.length ? ` from ${thisYear} on` : ''}` : '';
  if (!monthsWith((y, m) => hasDayOfMonth(dayOfMonth, y, m))) {
    const dates = month.values.flatMap((m) => dayOfMonth.values.map((day) => `${day} ${monthName(m)}`));
    return `never runs: ${dates.join(', ')} ${dates.length === 1 ? 'does' : 'do'} not exist${when}: `
      + "write a day that the month has, or 'L' for its last day";
  }
  if (!monthsWith((y, m) => hasDayOfWeek(dayOfWeek, y, m))) {
    return `never runs: there is no day-of-week '${dayOfWeek.text}' in month '${month.text}'${when}: `
      + "write an occurrence from 1 to 4, or 'L' after the day for the last one";
  }
  return undefined;
}

/** Whether a field says more than `*` and `?` do. */
export function restricts({ text }: CronField): boolean {
  return text !== '*' && text !== '?';
}

/** Specials such as `L` or `31W` are taken to find a day in every month: where they do not, AWS tells nothing. */
function hasDayOfMonth(field: CronField, year: number, month: number): boolean {
  const length = daysIn(year, month);
  return field.specials.length > 0 || field.values.some((day) => day <= length);
}

/** Every month has each weekday four times; only the fifth may be missing. */
function hasDayOfWeek(field: CronField, year: number, month: number): boolean {
  const [weekday, occurrence] = (field.specials[0] ?? '').split('#').map(Number);
  if (occurrence === undefined) { return true; }
  const firstOfMonth = new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 1;
  const firstOccurrence = 1 + (weekday - firstOfMonth + 7) % 7;
  return firstOccurrence + 7 * (occurrence - 1) <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function monthName(month: number): string {
  return new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
}
