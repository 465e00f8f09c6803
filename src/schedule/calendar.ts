import { type CronFields, FIELDS } from './fields';

const MILLISECONDS_OF_A_DAY = 86_400_000;
const WEEK = 7;
const [SUNDAY, SATURDAY] = [1, 7];

/** Both years are included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/**
 * Stands for every year if a schedule names none. Between 1901 and 2099, the Gregorian calendar repeats every 28 years, so these years contain
 * every sequence of weekdays, month lengths, and leap years.
 */
const CYCLE: Years = { first: 2028, last: 2055 };

/** The year after the cycle, and the cycle that starts with it. Most schedules run in that year, and every schedule that runs at all runs in the cycle. */
export const AFTER_THE_CYCLE: readonly Years[] = [{ first: 2056, last: 2056 }, { first: 2056, last: 2083 }];

/** What the day fields need to know about a month. */
interface Month {
  readonly length: number;
  /** The weekday of its first day, 1 for Sunday. */
  readonly weekday: number;
}

export function runsEveryYear({ year }: CronFields): boolean {
  return year.values.length === FIELDS.year.max - FIELDS.year.min + 1;
}

/** The years in which a schedule is examined. */
export function judgedYears(fields: CronFields): Years {
  const { values } = fields.year;
  return runsEveryYear(fields) ? CYCLE : { first: values[0], last: values[values.length - 1] };
}

/** The dates on which a schedule runs in some years, as days since 1 January 1970. */
export function runDates(fields: CronFields, { first, last }: Years): number[] {
  const listed = runsEveryYear(fields) ? undefined : new Set(fields.year.values);
  const months = new Map<number, readonly number[]>();
  const dates: number[] = [];
  for (let year = first; year <= last; year++) {
    if (listed && !listed.has(year)) { continue; }
    for (const index of fields.month.values) {
      const start = dayNumber(year, index);
      const month: Month = { length: dayNumber(year, index + 1) - start, weekday: weekdayOf(start) };
      const key = month.length * WEEK + month.weekday;
      const days = months.get(key) ?? daysOf(fields, month);
      months.set(key, days);
      for (const day of days) { dates.push(start + day - 1); }
    }
  }
  return dates;
}

function daysOf({ dayOfMonth, dayOfWeek }: CronFields, month: Month): number[] {
  const inMonth = new Set([...dayOfMonth.values, ...dayOfMonth.specials.flatMap((special) => specialDays(special, month))]);
  const inWeek = new Set([
    ...range(1, month.length).filter((day) => dayOfWeek.values.includes(weekdayIn(month, day))),
    ...dayOfWeek.specials.map((special) => specialWeekday(special, month)),
  ]);
  return range(1, month.length).filter((day) => inMonth.has(day) && inWeek.has(day));
}

/** @param special `L`, `LW`, `L-3`, `15W` or `25-L` */
function specialDays(special: string, month: Month): number[] {
  const number = Number(/\d+/.exec(special)?.[0]);
  if (special === 'L') { return [month.length]; }
  if (special === 'LW') { return [nearestWorkday(month.length, month)]; }
  if (special.startsWith('L-')) { return [month.length - number]; }
  if (special.endsWith('-L')) { return range(number, month.length); }
  return number <= month.length ? [nearestWorkday(number, month)] : [];
}

/** The day from Monday to Friday that is nearest to a day, in the same month. */
function nearestWorkday(day: number, month: Month): number {
  const weekday = weekdayIn(month, day);
  if (weekday === SATURDAY) { return day === 1 ? day + 2 : day - 1; }
  if (weekday === SUNDAY) { return day === month.length ? day - 2 : day + 1; }
  return day;
}

/** @param special `6L` or `2#1`; the fifth occurrence might be after the end of the month */
function specialWeekday(special: string, month: Month): number {
  const [weekday, occurrence] = special.split(/[#L]/).map(Number);
  const first = 1 + (weekday - month.weekday + WEEK) % WEEK;
  return special.endsWith('L') ? first + WEEK * Math.floor((month.length - first) / WEEK) : first + WEEK * (occurrence - 1);
}

function weekdayIn(month: Month, day: number): number {
  return (month.weekday + day - 2) % WEEK + 1;
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(date: number): number {
  return ((date + 4) % WEEK + WEEK) % WEEK + 1;
}

/** The first day of a month; the thirteenth is January of the next year. */
function dayNumber(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / MILLISECONDS_OF_A_DAY;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
