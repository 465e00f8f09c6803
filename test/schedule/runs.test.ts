import { parseCron } from '../../src/schedule/cron';
import { runsBetween } from '../../src/schedule/runs';

const NEW_YEAR = new Date('2026-01-01T00:00:00Z');
const NEXT_YEAR = new Date('2027-01-01T00:00:00Z');

function runs(expression: string, timezone?: string, from = NEW_YEAR, to = NEXT_YEAR): string[] {
  return [...runsBetween(parseCron(expression).fields!, timezone, from, to)].map((run) => run.toISOString().replace(':00.000Z', ''));
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
  ['cron(0 5 LW,3 * ? *)', undefined, ['2026-01-03T05:00', '2026-01-30T05:00', '2026-02-03T05:00']],
  ['cron(0 5 L-3 * ? *)', undefined, ['2026-01-28T05:00', '2026-02-25T05:00', '2026-03-28T05:00']],
  ['cron(0 5 30-L * ? *)', undefined, ['2026-01-30T05:00', '2026-01-31T05:00', '2026-03-30T05:00']],
  ['cron(0 5 31W * ? *)', undefined, ['2026-01-30T05:00', '2026-03-31T05:00', '2026-05-29T05:00']],
  ['cron(0 5 1W * ? *)', undefined, ['2026-01-01T05:00', '2026-02-02T05:00', '2026-03-02T05:00']],
  ['cron(0 5 1W 8 ? *)', undefined, ['2026-08-03T05:00']],
  ['cron(0 5 15/W * ? *)', undefined, ['2026-01-15T05:00', '2026-02-16T05:00', '2026-03-16T05:00']],
  ['cron(0 22-1 ? * * *)', undefined, ['2026-01-01T00:00', '2026-01-01T01:00', '2026-01-01T22:00']],
  ['cron(0 5 ? * * 2027)', undefined, []],
  ['cron(0 5 30 2 ? *)', undefined, []],
])('%j in %s runs at %j', (expression, timezone, expected) => {
  expect(runs(expression, timezone).slice(0, 3)).toEqual(expected);
});

test('the first moment belongs to the span, the last does not', () => {
  const five = new Date('2026-01-01T05:00:00Z');
  const six = new Date('2026-01-01T06:00:00Z');
  expect(runs('cron(0 * ? * * *)', undefined, five, six)).toEqual(['2026-01-01T05:00']);
});

test.each([
  ['skips', '2026-03-28T00:00Z', '2026-03-31T00:00Z', ['2026-03-28T01:30', '2026-03-30T00:30']],
  ['repeats', '2026-10-24T00:00Z', '2026-10-27T00:00Z', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
])('on the date that %s an hour, a run happens if its local time exists, and at most once', (_, from, to, expected) => {
  expect(runs('cron(30 2 * * ? *)', 'Europe/Berlin', new Date(from), new Date(to))).toEqual(expected);
});

test('in a zone that is ahead of UTC the year starts early, and late in one that is behind', () => {
  const yearly = 'cron(0 5 1 1 ? 2027)';
  const [from, to] = [new Date('2026-12-31T00:00Z'), new Date('2027-01-03T00:00Z')];
  expect(runs(yearly, 'Pacific/Kiritimati', from, to)).toEqual(['2026-12-31T15:00']);
  expect(runs(yearly, 'Pacific/Pago_Pago', from, to)).toEqual(['2027-01-01T16:00']);
});

test('a daily schedule runs on every day of a year', () => {
  expect(runs('cron(0 5 ? * * *)')).toHaveLength(365);
});
