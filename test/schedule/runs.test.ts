import { nextRunOf, runsBetween } from '../../src/schedule/runs';

const NEW_YEAR = new Date('2026-01-01T00:00:00Z');
const NEXT_YEAR = new Date('2027-01-01T00:00:00Z');

function runs(expression: string, timezone?: string, from = NEW_YEAR, to = NEXT_YEAR, max = 3): string[] | undefined {
  const found = runsBetween(expression, timezone, from, to, max);
  return found && [...found].map((run) => run.toISOString().replace(':00.000Z', ''));
}

test.each<[string, string | undefined, string[]]>([
  ['cron(0 5 ? * * *)', undefined, ['2026-01-01T05:00', '2026-01-02T05:00', '2026-01-03T05:00']],
  ['cron(0 5 ? * * *)', 'UTC', ['2026-01-01T05:00', '2026-01-02T05:00', '2026-01-03T05:00']],
  ['cron(0 5 ? * * *)', 'Europe/Berlin', ['2026-01-01T04:00', '2026-01-02T04:00', '2026-01-03T04:00']],
  ['cron(0 5 ? 7 * *)', 'Europe/Berlin', ['2026-07-01T03:00', '2026-07-02T03:00', '2026-07-03T03:00']],
  ['cron(0 5 ? * SUN *)', undefined, ['2026-01-04T05:00', '2026-01-11T05:00', '2026-01-18T05:00']],
  ['cron(0 5 ? * 1 *)', undefined, ['2026-01-04T05:00', '2026-01-11T05:00', '2026-01-18T05:00']],
  ['cron(0 5 ? * L *)', undefined, ['2026-01-03T05:00', '2026-01-10T05:00', '2026-01-17T05:00']],
  ['cron(0 5 ? * FRIL *)', undefined, ['2026-01-30T05:00', '2026-02-27T05:00', '2026-03-27T05:00']],
  ['cron(0 5 ? * 2#5 *)', undefined, ['2026-03-30T05:00', '2026-06-29T05:00', '2026-08-31T05:00']],
  ['cron(0 5 L * ? *)', undefined, ['2026-01-31T05:00', '2026-02-28T05:00', '2026-03-31T05:00']],
  ['cron(0 5 LW * ? *)', undefined, ['2026-01-30T05:00', '2026-02-27T05:00', '2026-03-31T05:00']],
  ['cron(0 5 15/W * ? *)', undefined, ['2026-01-15T05:00', '2026-02-16T05:00', '2026-03-16T05:00']],
  ['cron(0 22-1 ? * * *)', undefined, ['2026-01-01T00:00', '2026-01-01T01:00', '2026-01-01T22:00']],
  ['cron(0 5 ? * * 2027)', undefined, []],
  ['cron(0 5 30 2 ? *)', undefined, []],
])('%j in %s runs at %j', (expression, timezone, expected) => {
  expect(runs(expression, timezone)).toEqual(expected);
});

test('the first moment belongs to the span, the last does not', () => {
  const five = new Date('2026-01-01T05:00:00Z');
  const six = new Date('2026-01-01T06:00:00Z');
  expect(runs('cron(0 * ? * * *)', undefined, five, six)).toEqual(['2026-01-01T05:00']);
});

test('no more runs than wanted, all of the span by default', () => {
  expect(runs('cron(0 5 ? * * *)', undefined, NEW_YEAR, NEXT_YEAR, 0)).toEqual([]);
  expect([...runsBetween('cron(0 5 ? * * *)', undefined, NEW_YEAR, NEXT_YEAR)!]).toHaveLength(365);
});

test.each([
  ['cron(0 5 L-3 * ? *)', undefined],
  ['cron(0 5 25-L * ? *)', undefined],
  ['cron(0 5 LW,3 * ? *)', undefined],
  ['cron(0 5 * * * *)', undefined],
  ['rate(1 day)', undefined],
  ['cron(0 5 ? * * *)', 'Mars/Olympus'],
])('it is unknown when %j in %s runs', (expression, timezone) => {
  expect(nextRunOf(expression, timezone)).toBeUndefined();
  expect(runsBetween(expression, timezone, NEW_YEAR, NEXT_YEAR)).toBeUndefined();
});

test('croner is not loaded before a schedule is run through', () => {
  const loaded = jest.fn();
  jest.doMock('croner', () => {
    loaded();
    return jest.requireActual('croner');
  });
  jest.isolateModules(() => {
    const isolated = jest.requireActual<typeof import('../../src/schedule/runs')>('../../src/schedule/runs');
    expect(isolated.nextRunOf('cron(0 5 * * * *)')).toBeUndefined();
    expect(loaded).not.toHaveBeenCalled();
    expect(isolated.nextRunOf('cron(0 5 ? * * *)')).toBeDefined();
    expect(loaded).toHaveBeenCalledTimes(1);
  });
  jest.dontMock('croner');
});
