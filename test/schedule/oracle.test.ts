import * as fc from 'fast-check';
import { expressionOf, readable } from './expressions';
import { CLOCKS, changesOf, firstFreeRun, gaps, read, runs, startOfYear, type Schedule, type Windowed } from './oracle';
import { WRITTEN, ZONES, startWindows, textOf, timezones, windowed, written, type WindowedText } from './written';
import { parseCron } from '../../src/schedule/cron';
import { gapsOf } from '../../src/schedule/gaps';
import { runsBetween } from '../../src/schedule/runs';
import { everyRunIsShadowed } from '../../src/schedule/shadowing';

jest.setTimeout(120_000);

const HOUR = 60;
const DAY = 24 * HOUR;
const NEVER = startOfYear(2200);

/** Its clocks change with Ramadan. The library's cycle of 28 years does not hold every date of such a change. */
const FOLLOWS_THE_MOON = 'Africa/Casablanca';

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, seed: number) => fc.sample(arbitrary, { numRuns, seed });
const dateOf = (minute: number) => new Date(minute * 60_000);
const isoOf = (minute: number | undefined) => minute === undefined ? undefined : dateOf(minute).toISOString();

/** The schedule as the library reads it. Undefined if it rejects the expression. */
function fieldsOf(expression: string) {
  const { fields, problems } = parseCron(expression);
  return problems.length === 0 ? fields : undefined;
}

/** Faster than `expect` with long lists. */
function expectSame(subject: object, ours: readonly unknown[], theirs: readonly unknown[]) {
  if (ours.join() !== theirs.join()) { expect({ ...subject, result: ours }).toEqual({ ...subject, result: theirs }); }
}

const everRuns = (schedule: Schedule) => !runs(schedule, 'UTC', 0, NEVER)[Symbol.iterator]().next().done;

/** Over all years that are listed, or over thirty years and the next run after them. */
const gapsBy = (schedule: Schedule, timezone: string, [first, last] = [2029, 2099], years = 30) => schedule.everyYear
  ? gaps(schedule, timezone, startOfYear(first), startOfYear(first + years), startOfYear(last))
  : gaps(schedule, timezone, 0, NEVER, NEVER);

test('an expression that never runs is rejected, and no other that AWS accepts', () => {
  let never = 0;
  for (const expression of sample(readable.map(expressionOf), 2000, 1)) {
    const runsAtAll = everRuns(read(expression));
    never += Number(!runsAtAll);
    expect({ expression, sound: fieldsOf(expression) !== undefined }).toEqual({ expression, sound: runsAtAll });
  }
  expect(never).toBeGreaterThanOrEqual(100);
});

describe('runs', () => {
  const compare = (expression: string, timezone: string, from: number, until: number) => {
    const ours = [...runsBetween(fieldsOf(expression)!, timezone, dateOf(from), dateOf(until))].map((run) => run.toISOString());
    const theirs = [...runs(read(expression), timezone, from, until)].map(isoOf);
    expectSame({ expression, timezone, from: isoOf(from) }, ours, theirs);
    return theirs.length;
  };

  test.each(ZONES)('in any weeks of any year in %s', (timezone) => {
    const span = fc.record({
      expression: fc.oneof(readable.map(expressionOf), written.map(textOf)),
      from: fc.integer({ min: startOfYear(1991), max: startOfYear(2070) }),
      length: fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.integer({ min: 0, max: 40 * DAY })),
    }).filter(({ expression }) => fieldsOf(expression) !== undefined);
    const found = sample(span, 120, 2).map(({ expression, from, length }) => compare(expression, timezone, from, from + length));
    expect(found.filter((count) => count > 0).length).toBeGreaterThanOrEqual(15);
  });

  test.each(ZONES.filter((timezone) => changesOf(timezone).length > 0))('around the changes of clocks in %s', (timezone) => {
    const moment = fc.record({
      change: fc.constantFrom(...changesOf(timezone)),
      before: fc.integer({ min: 0, max: 30 * HOUR }),
      after: fc.integer({ min: 0, max: 30 * HOUR }),
      times: fc.constantFrom('* *', '0 *', '30 *', '0/15 0-4', '30 2', '0,59 1-3', '15,45 1,2', '0 23-1', '0/20 *'),
      days: fc.constantFrom('* * ?', '* * ?', '? * *', '? * SUN', '25-L * ?', '1-8 * ?', '? 3,4,9,10,11 SUN,SAT'),
    });
    const found = sample(moment, 100, 3).map(({ change, before, after, times, days }) =>
      compare(`cron(${times} ${days} *)`, timezone, change - before, change + after));
    expect(found.filter((count) => count > 0).length).toBeGreaterThanOrEqual(50);
  });
});

describe('gaps', () => {
  const compare = (expression: string, timezone: string | undefined, expected: ReturnType<typeof gaps>) => {
    expect({ expression, timezone, gaps: gapsOf(fieldsOf(expression)!, timezone) }).toEqual({ expression, timezone, gaps: expected });
  };

  test.each([
    ['all that AWS can read', readable.map(expressionOf), 500],
    ['what people write', written.map(textOf), 1500],
  ])('of %s', (_, expressions, count) => {
    const sound = sample(expressions.filter((expression) => fieldsOf(expression) !== undefined), count, 4);
    for (const expression of sound) { compare(expression, undefined, gapsBy(read(expression), 'UTC')); }
  });

  test.each(ZONES.filter((timezone) => timezone !== FOLLOWS_THE_MOON))('of common expressions in %s', (timezone) => {
    const sound = sample(written.map(textOf).filter((expression) => fieldsOf(expression) !== undefined), 60, 5);
    for (const expression of sound) { compare(expression, timezone, gapsBy(read(expression), timezone, [2030, CLOCKS.end - 1])); }
  });

  test(`of what people write in ${FOLLOWS_THE_MOON}, over the cycle and the next run after it`, () => {
    const sound = sample(written.map(textOf).filter((expression) => fieldsOf(expression) !== undefined), 400, 5);
    for (const expression of sound) { compare(expression, FOLLOWS_THE_MOON, gapsBy(read(expression), FOLLOWS_THE_MOON, [2028, CLOCKS.end - 1], 28)); }
  });

  test(`of what people write in ${FOLLOWS_THE_MOON} in later years, to the hour`, () => {
    const sound = sample(written.map(textOf).filter((expression) => fieldsOf(expression) !== undefined), 200, 5);
    for (const expression of sound) {
      const [ours, theirs] = [gapsOf(fieldsOf(expression)!, FOLLOWS_THE_MOON), gapsBy(read(expression), FOLLOWS_THE_MOON, [2030, CLOCKS.end - 1])];
      const differences = (['shortest', 'longest'] as const).map((gap) => Math.abs((ours?.[gap] ?? 0) - (theirs?.[gap] ?? 0)));
      if (Math.max(...differences) > HOUR) { expect({ expression, gaps: ours }).toEqual({ expression, gaps: theirs }); }
    }
  });

  test.each<[string, string | undefined, object | undefined]>([
    ['cron(0 5 29 * ? *)', undefined, { longest: 59 * DAY }],
    ['cron(0 0/6 29 2 ? *)', undefined, { shortest: 6 * HOUR, longest: 1461 * DAY - 18 * HOUR }],
    ['cron(0,30 5 * * ? 2034)', undefined, { shortest: 30, longest: 1410 }],
    ['cron(0 5 1 1 ? 2027)', undefined, undefined],
    ['cron(30 2 * * ? *)', 'Europe/Berlin', { shortest: 24 * HOUR, longest: 47 * HOUR }],
    ['cron(0 9 L-3 * ? *)', undefined, { shortest: 28 * DAY, longest: 31 * DAY }],
  ])('of %s in %s are %j', (expression, timezone, expected) => {
    const found = gapsOf(fieldsOf(expression)!, timezone);
    if (expected === undefined) { expect(found).toBeUndefined(); } else { expect(found).toMatchObject(expected); }
    compare(expression, timezone, gapsBy(read(expression), timezone ?? 'UTC', [2030, CLOCKS.end - 1]));
  });
});

describe('shadowing', () => {
  const unrelated = fc.tuple(windowed(written.map(textOf)), windowed(written.map(textOf)));
  /** The longer has the fields of the shorter, except some that match more times or other minutes. */
  const related = fc.record({
    shorter: written,
    wider: fc.record({
      minutes: WRITTEN.minutes,
      hours: fc.constant('*'),
      days: fc.constantFrom('* ?', '? *'),
      month: fc.constant('*'),
      year: fc.constantFrom('*', '2020-2060'),
    }, { requiredKeys: [] }),
    zones: fc.oneof({ arbitrary: timezones.map((one) => [one, one]), weight: 2 }, fc.tuple(timezones, timezones)),
    windows: fc.tuple(startWindows, startWindows),
  }).map(({ shorter, wider, zones, windows }): [WindowedText, WindowedText] => [
    { expression: textOf(shorter), timezone: zones[0], startWindowMinutes: windows[0] },
    { expression: textOf({ ...shorter, ...wider }), timezone: zones[1], startWindowMinutes: windows[1] },
  ]);
  /** The window of the first ends when the second runs, or a minute later. */
  const touching = fc.record({
    hour: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: 1, max: 3 }),
    more: fc.constantFrom(0, 1),
    shorterFirst: fc.boolean(),
    days: WRITTEN.days,
    timezone: fc.constantFrom(undefined, 'Asia/Kolkata'),
  }).map(({ hour, hours, more, shorterFirst, days, timezone }): [WindowedText, WindowedText] => {
    const at = (start: number, day: string, startWindowMinutes: number): WindowedText =>
      ({ expression: textOf({ minutes: '0', hours: `${start}`, days: day, month: '*', year: '*' }), timezone, startWindowMinutes });
    const [first, second] = [[hour, hours * HOUR + more], [hour + hours, HOUR]] as const;
    const [shorter, longer] = shorterFirst ? [first, second] : [second, first];
    return [at(shorter[0], days, shorter[1]), at(longer[0], '* ?', longer[1])];
  });
  const sound = (pair: WindowedText[]) => pair.every(({ expression }) => fieldsOf(expression) !== undefined);

  const known = ({ expression, timezone = 'UTC', startWindowMinutes: startWindow }: WindowedText) => ({ schedule: read(expression), timezone, startWindow });

  const freeRunOf = (shorter: Windowed, longer: Windowed, first: number, end: number) => {
    const { everyYear, years } = shorter.schedule;
    // A local year begins and ends in another year of UTC
    const listed = everyYear ? [] : [...years].flatMap((year) => [year - 1, year + 2]);
    return firstFreeRun(shorter, longer, startOfYear(Math.min(first, ...listed)), startOfYear(Math.max(end, ...listed)));
  };

  test.each([
    ['any two', unrelated, 1000, 20, 500],
    ['two, one of which has the wider fields', related, 800, 500, 100],
    ['two whose windows touch', touching, 200, 70, 70],
  ])('of %s', (_, pairs, count, leastShadowed, leastFree) => {
    let shadowed = 0;
    let free = 0;
    for (const [index, [shorter, longer]] of sample(pairs.filter(sound), count, 6).entries()) {
      const [one, other] = [known(shorter), known(longer)];
      const found = everyRunIsShadowed(shorter, longer);
      // Ten years, which differ from pair to pair, or all years that are listed
      const first = 2026 + index % 40;
      const freeRun = freeRunOf(one, other, first, first + 10) ?? (found ? undefined : freeRunOf(one, other, 2028, CLOCKS.end - 1));
      expectSame({ shorter, longer, freeRun: isoOf(freeRun) }, [found], [freeRun === undefined]);
      shadowed += Number(found);
      free += Number(!found);
    }
    expect(shadowed).toBeGreaterThanOrEqual(leastShadowed);
    expect(free).toBeGreaterThanOrEqual(leastFree);
  });
});
