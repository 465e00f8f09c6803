import { parseCron } from '../../src/schedule/cron';
import { gapsOf } from '../../src/schedule/gaps';

const HOUR = 60;
const DAY = 24 * HOUR;

const gaps = (expression: string, timezone?: string) => {
  const { fields } = parseCron(expression);
  return fields && gapsOf(fields, timezone);
};

test.each<[string, number, number]>([
  ['cron(0 * ? * * *)', HOUR, HOUR],
  ['cron(0/15 * ? * * *)', 15, 15],
  ['cron(0 0/6 ? * * *)', 6 * HOUR, 6 * HOUR],
  ['cron(0 5,17 ? * * *)', 12 * HOUR, 12 * HOUR],
  ['cron(0 5,9 ? * * *)', 4 * HOUR, 20 * HOUR],
  ['cron(0 5 ? * * *)', DAY, DAY],
  ['cron(0 5 ? * MON-FRI *)', DAY, 3 * DAY],
  ['cron(0 8-18 ? * MON-FRI *)', HOUR, (24 + 24 + 14) * HOUR],
  ['cron(0 7 ? * SUN *)', 7 * DAY, 7 * DAY],
  ['cron(0 9 1 * ? *)', 28 * DAY, 31 * DAY],
  ['cron(0 9 L-3 * ? *)', 28 * DAY, 31 * DAY],
  ['cron(0 9 LW * ? *)', 28 * DAY, 33 * DAY],
  ['cron(0 9 31W * ? *)', 29 * DAY, 63 * DAY],
  ['cron(0 9 29 * ? *)', 29 * DAY, 59 * DAY],
  ['cron(0 9 31 * ? *)', 31 * DAY, 61 * DAY],
  ['cron(0 9 ? * 2#5 *)', 63 * DAY, 119 * DAY],
  ['cron(0 11 1 1 ? *)', 365 * DAY, 366 * DAY],
  ['cron(0 5 29 2 ? *)', (4 * 365 + 1) * DAY, (4 * 365 + 1) * DAY],
  ['cron(0 0/6 29 2 ? *)', 6 * HOUR, (4 * 365 + 1) * DAY - 18 * HOUR],
  ['cron(0 5 ? 2 2#5 *)', 28 * 365.25 * DAY, 28 * 365.25 * DAY],
  ['cron(0 5 1 1 ? 2027-2028)', 365 * DAY, 365 * DAY],
  ['cron(0 5 1 1 ? 2028-2029)', 366 * DAY, 366 * DAY],
  ['cron(0 5 29 2 ? 2096-2104)', (8 * 365 + 1) * DAY, (8 * 365 + 1) * DAY],
  ['cron(0,30 5 * * ? 2034)', 30, DAY - 30],
  ['cron(0 5 1 1 ? 1990,2020)', (30 * 365 + 7) * DAY, (30 * 365 + 7) * DAY],
])('%s runs every %s to %s minutes', (expression, shortest, longest) => {
  expect(gaps(expression)).toEqual({ shortest, longest });
});

test.each<[string, string, number, number]>([
  // Both changes of daylight saving time
  ['cron(0 5 * * ? *)', 'Europe/Berlin', 23 * HOUR, 25 * HOUR],
  ['cron(0 5 * * ? *)', 'Australia/Lord_Howe', 23.5 * HOUR, 24.5 * HOUR],
  ['cron(0 5 * * ? *)', 'Asia/Kolkata', DAY, DAY],
  ['cron(0 5 1 * ? *)', 'Europe/Berlin', 28 * DAY, 31 * DAY + HOUR],
  ['cron(0 5 1 1 ? *)', 'Europe/Berlin', 365 * DAY, 366 * DAY],
  // The skipped run leaves a gap, the repeated hour has one run
  ['cron(30 2 * * ? *)', 'Europe/Berlin', DAY, 2 * DAY - HOUR],
  ['cron(0 * * * ? *)', 'Europe/Berlin', HOUR, 2 * HOUR],
  ['cron(30 2 * * ? *)', 'America/New_York', DAY, 2 * DAY - HOUR],
  ['cron(30 3 * * ? *)', 'America/New_York', 23 * HOUR, 25 * HOUR],
])('%s in %s runs every %s to %s minutes', (expression, timezone, shortest, longest) => {
  expect(gaps(expression, timezone)).toEqual({ shortest, longest });
});

test.each([
  ['one run', 'cron(0 5 1 1 ? 2027)', undefined],
  ['no run', 'cron(0 5 30 2 ? *)', undefined],
  ['a rate', 'rate(1 day)', undefined],
  ['an unknown zone', 'cron(0 5 * * ? *)', 'Mars/Olympus'],
])('%s makes no gap', (_, expression, timezone) => {
  expect(gaps(expression, timezone)).toBeUndefined();
});

test('a single run that daylight saving time skips does not happen', () => {
  // Daylight saving time starts on 26 March 2028, 25 March 2029 and 31 March 2030
  expect(gaps('cron(30 2 26 3 ? 2028)', 'Europe/Berlin')).toBeUndefined();
  expect(gaps('cron(30 2 26 3 ? 2028,2029,2030)', 'Europe/Berlin')).toEqual({ shortest: 365 * DAY + HOUR, longest: 365 * DAY + HOUR });
});
