/**
 * A second reader of schedules, for the tests only. It is written from AWS's pages and shares no code with the library. It is simple and
 * slow: it tests each day of the calendar, and reads the local time of a zone from `Intl`.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */

const DAY = 24 * 60;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
/** Time zones are known from the year `first` to before the year `end`. */
export const CLOCKS = { first: 1990, end: 2090 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const SUNDAY = 1;
const SATURDAY = 7;

/** A day of the calendar. The weekday is 1 to 7, from Sunday. A day field decides the same for all days of a kind, in every year. */
interface Day { year: number; month: number; day: number; weekday: number; lastDay: number; kind: number }
const KINDS = 13 * 32 * 8 * 2;

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lastDayOf = (year: number, month: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];

/** Each day of the years that AWS accepts, and the number of days before each year. */
const CALENDAR: Day[] = [];
const DAYS_BEFORE = new Map<number, number>();
let weekday = 1 + WEEKDAYS.indexOf('THU'); // 1 January 1970
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
  DAYS_BEFORE.set(year, CALENDAR.length);
  for (let month = 1; month <= 12; month++) {
    const lastDay = lastDayOf(year, month);
    for (let day = 1; day <= lastDay; day++) {
      const kind = ((month * 32 + day) * 8 + weekday) * 2 + Number(isLeap(year));
      CALENDAR.push({ year, month, day, weekday, lastDay, kind });
      weekday = weekday === SATURDAY ? SUNDAY : weekday + 1;
    }
  }
}
DAYS_BEFORE.set(LAST_YEAR + 1, CALENDAR.length);

/** Moments are minutes since 1970, in UTC or in local time. */
export const startOfYear = (year: number) => DAYS_BEFORE.get(year)! * DAY;

type Matches = (day: Day) => boolean;

export interface Schedule {
  years: Set<number>;
  everyYear: boolean;
  /** Whether the schedule runs on a day of one of its years. */
  matches: Matches;
  /** In minutes after midnight, ascending. */
  times: number[];
}

const upTo = (end: number) => [...Array(end).keys()];
const number = (word: string, names: string[] = []) => names.includes(word) ? names.indexOf(word) + 1 : Number(word);

/** The values of `*`, `5`, `5-9`, `5/3`, `5-9/3` and `/3`. A backward range continues at the least value, except for years, where it is empty. */
function valuesOf(entry: string, least: number, greatest: number, names?: string[]): number[] {
  const [span, step = '1'] = entry.split('/');
  const [first, last] = span.split('-');
  const from = span === '*' || span === '' ? least : number(first, names);
  const until = last !== undefined ? number(last, names) : span === '*' || entry.includes('/') ? greatest : from;
  const size = greatest - least + 1;
  const length = until >= from ? until - from : greatest === LAST_YEAR ? -1 : until - from + size;
  const values = [];
  for (let way = 0; way <= length; way += Number(step)) { values.push(least + (from - least + way) % size); }
  return values;
}

/** The Monday to Friday nearest to a day, in the same month. */
function nearestWeekday(wanted: number, { day, weekday: today, lastDay }: Day): number {
  const weekdayOf = (other: number) => ((today - 1 + other - day) % 7 + 7) % 7 + 1;
  if (weekdayOf(wanted) === SATURDAY) { return wanted === 1 ? 3 : wanted - 1; }
  if (weekdayOf(wanted) === SUNDAY) { return wanted === lastDay ? wanted - 2 : wanted + 1; }
  return wanted;
}

function dayOfMonth(entry: string): Matches {
  if (entry === '?') { return () => true; }
  if (entry === 'L') { return ({ day, lastDay }) => day === lastDay; }
  if (entry === 'LW') { return (today) => today.day === nearestWeekday(today.lastDay, today); }
  if (entry.startsWith('L-')) { return ({ day, lastDay }) => day === lastDay - Number(entry.slice(2)); }
  if (entry.endsWith('-L')) { return ({ day }) => day >= Number.parseInt(entry); }
  if (entry.endsWith('W')) {
    const wanted = Number.parseInt(entry);
    return (today) => wanted <= today.lastDay && today.day === nearestWeekday(wanted, today);
  }
  const days = valuesOf(entry, 1, 31);
  return ({ day }) => days.includes(day);
}

function dayOfWeek(entry: string): Matches {
  if (entry === '?') { return () => true; }
  if (entry === 'L') { return (today) => today.weekday === SATURDAY; }
  if (entry.endsWith('L')) {
    const wanted = number(entry.slice(0, -1), WEEKDAYS);
    return (today) => today.weekday === wanted && today.day + 7 > today.lastDay;
  }
  if (entry.includes('#')) {
    const [name, nth] = entry.split('#');
    return (today) => today.weekday === number(name, WEEKDAYS) && Math.ceil(today.day / 7) === Number(nth);
  }
  const days = valuesOf(entry, SUNDAY, SATURDAY, WEEKDAYS);
  return (today) => days.includes(today.weekday);
}

/** Reads an expression that is known to be valid. */
export function read(expression: string): Schedule {
  const fields = expression.slice('cron('.length, -1).toUpperCase().split(' ');
  // A field can end with a comma
  const [minutes, hours, days, months, weekdays, years] = fields.map((field) => field.replace(/,$/, '').split(','));
  const someMinutes = new Set(minutes.flatMap((entry) => valuesOf(entry, 0, 59)));
  const someHours = new Set(hours.flatMap((entry) => valuesOf(entry, 0, 23)));
  const someMonths = new Set(months.flatMap((entry) => valuesOf(entry, 1, 12, MONTHS)));
  const someYears = new Set(years.flatMap((entry) => valuesOf(entry, FIRST_YEAR, LAST_YEAR)));
  const onDay = days.map(dayOfMonth);
  const onWeekday = weekdays.map(dayOfWeek);
  const asked = new Array<boolean | undefined>(KINDS).fill(undefined);
  return {
    years: someYears,
    everyYear: someYears.size === LAST_YEAR - FIRST_YEAR + 1,
    matches: (day) => asked[day.kind] ??= someMonths.has(day.month)
      && onDay.some((matches) => matches(day)) && onWeekday.some((matches) => matches(day)),
    times: upTo(24).filter((hour) => someHours.has(hour))
      .flatMap((hour) => upTo(60).filter((minute) => someMinutes.has(minute)).map((minute) => hour * 60 + minute)),
  };
}

/** A time in UTC during which the clocks of a zone do not change. The offset makes it local time. */
interface Stretch { start: number; end: number; offset: number }

/** Reads the clocks of a zone once a week. In a week with another offset at its end it reads them each day, then each hour and each minute. */
function stretchesOf(timezone: string): Stretch[] {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
  });
  const offsetAt = (minute: number) => {
    const shown = Object.fromEntries(clock.formatToParts(minute * 60_000).map(({ type, value }) => [type, Number(value)]));
    let local = startOfYear(shown.year) + (shown.day - 1) * DAY + shown.hour * 60 + shown.minute;
    for (let month = 1; month < shown.month; month++) { local += lastDayOf(shown.year, month) * DAY; }
    return local - minute;
  };
  const [start, end] = [startOfYear(CLOCKS.first), startOfYear(CLOCKS.end)];
  const found = [{ start, end, offset: offsetAt(start) }];
  const look = (from: number, until: number, steps: number[]) => {
    const [step, ...finer] = steps;
    for (let minute = from; minute < until; minute += step) {
      const offset = offsetAt(minute + step);
      if (offset !== found[found.length - 1].offset) {
        if (finer.length > 0) {
          look(minute, minute + step, finer);
        } else {
          found[found.length - 1].end = minute + step;
          found.push({ start: minute + step, end, offset });
        }
      }
    }
  };
  look(start, end, [7 * DAY, DAY, 60, 1]);
  return found;
}

/** When the clocks of a zone change, in UTC. */
export const changesOf = (timezone: string) => clocksOf(timezone).slice(1).map(({ start }) => start);

const zones = new Map([['UTC', [{ start: 0, end: startOfYear(LAST_YEAR + 1), offset: 0 }]]]);

function clocksOf(timezone: string): Stretch[] {
  if (!zones.has(timezone)) { zones.set(timezone, stretchesOf(timezone)); }
  return zones.get(timezone)!;
}

/** The runs of a local date: `start` plus each of `times`. Dates on which the clocks do not change share one array. */
interface DailyRuns { start: number; times: number[] }

/** The clocks never show the local times that they skip. Of those that they show twice, the second time does not count. */
function* dailyRuns({ years, matches, times }: Schedule, timezone: string, from: number, until: number): Iterable<DailyRuns> {
  let shown = -Infinity;
  for (const { start, end, offset } of clocksOf(timezone)) {
    const [first, last] = [Math.max(start, from) + offset, Math.min(end, until) + offset];
    const begin = Math.max(first, shown);
    for (let day = Math.floor(begin / DAY); day * DAY < last; day++) {
      const { year } = CALENDAR[day];
      if (!years.has(year)) {
        day = DAYS_BEFORE.get(year + 1)! - 1;
      } else if (matches(CALENDAR[day])) {
        const isWhole = begin <= day * DAY && (day + 1) * DAY <= last;
        const some = isWhole ? times : times.filter((time) => begin <= day * DAY + time && day * DAY + time < last);
        if (some.length > 0) { yield { start: day * DAY - offset, times: some }; }
      }
    }
    shown = Math.max(shown, end + offset);
  }
}

/** The runs from one minute to before another. */
export function* runs(schedule: Schedule, timezone: string, from: number, until: number): Iterable<number> {
  for (const { start, times } of dailyRuns(schedule, timezone, from, until)) {
    for (const time of times) { yield start + time; }
  }
}

export interface Gaps { shortest: number; longest: number }

/** The shortest and the longest time from a run between `from` and `until` to the next run, which can be as late as `end`. */
export function gaps(schedule: Schedule, timezone: string, from: number, until: number, end: number): Gaps | undefined {
  let [shortest, longest] = [Infinity, -Infinity];
  let before: number | undefined;
  let seen: number[] | undefined;
  for (const { start, times } of dailyRuns(schedule, timezone, from, end)) {
    // The gaps within a date are the same as on any other date with these times
    for (let index = 0; index < (times === seen ? 1 : times.length); index++) {
      const run = start + times[index];
      if (before !== undefined) {
        if (before >= until) { return longest > 0 ? { shortest, longest } : undefined; }
        shortest = Math.min(shortest, run - before);
        longest = Math.max(longest, run - before);
      }
      before = run;
    }
    before = start + times[times.length - 1];
    seen = times;
  }
  return longest > 0 ? { shortest, longest } : undefined;
}

export interface Windowed { schedule: Schedule; timezone: string; startWindow: number }

/** The first run of `shorter` whose start window overlaps none of `longer`. */
export function firstFreeRun(shorter: Windowed, longer: Windowed, from: number, until: number): number | undefined {
  const others = runs(longer.schedule, longer.timezone, from - longer.startWindow, until + shorter.startWindow)[Symbol.iterator]();
  let before = -Infinity;
  let next = others.next();
  for (const run of runs(shorter.schedule, shorter.timezone, from, until)) {
    for (; !next.done && next.value < run + shorter.startWindow; next = others.next()) { before = next.value; }
    if (before <= run - longer.startWindow) { return run; }
  }
  return undefined;
}
