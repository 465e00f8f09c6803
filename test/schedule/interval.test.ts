import { longestInterval } from '../../src/schedule/interval';

const HOUR = 60;
const DAY = 24 * HOUR;
const FROM = new Date('2026-11-21T10:30:00Z');

test.each<[string, number | undefined]>([
  ['cron(0 * ? * * *)', HOUR],
  ['cron(0/15 * ? * * *)', 15],
  ['cron(0 0/6 ? * * *)', 6 * HOUR],
  ['cron(0 5,17 ? * * *)', 12 * HOUR],
  ['cron(0 5,9 ? * * *)', 20 * HOUR],
  ['cron(0 5 ? * * *)', DAY],
  ['cron(0 5 ? * MON-FRI *)', 3 * DAY],
  ['cron(0 8-18 ? * MON-FRI *)', (24 + 24 + 14) * HOUR],
  ['cron(0 7 ? * SUN *)', 7 * DAY],
  ['cron(0 9 1 * ? *)', 31 * DAY],
  ['cron(0 9 31 * ? *)', 61 * DAY],
  ['cron(0 11 1 1 ? *)', 365 * DAY],
  ['cron(0 5 29 2 ? *)', (4 * 365 + 1) * DAY],
  ['cron(0 5 1 1 ? 2027-2028)', 365 * DAY],
  // one run only makes no interval, and what is no schedule has none
  ['cron(0 5 1 1 ? 2027)', undefined],
  ['rate(1 day)', undefined],
])('%s runs every %s minutes at least', (expression, minutes) => {
  expect(longestInterval(expression, FROM)).toBe(minutes);
});
