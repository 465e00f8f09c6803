import { everyRunIsShadowed } from '../../src/schedule/shadowing';

const DAILY = 'cron(0 5 ? * * *)';
const WEEKLY = 'cron(0 5 ? * SUN *)';
const MONTHLY = 'cron(0 5 1 * ? *)';
const YEARLY = 'cron(0 5 1 1 ? *)';
const HOURLY = 'cron(0 * ? * * *)';

interface Case {
  /** Expression, start window and zone. */
  readonly shorter: [string, number, string?];
  readonly longer: [string, number, string?];
  readonly shadowed: boolean;
}

const CASES: Record<string, Case> = {
  'a daily tier by another at the same hour': { shorter: [DAILY, 60], longer: [DAILY, 60], shadowed: true },
  'a daily tier by a weekly one, which leaves six days': { shorter: [DAILY, 480], longer: [WEEKLY, 480], shadowed: false },
  'a weekly tier by a daily one': { shorter: [WEEKLY, 480], longer: [DAILY, 480], shadowed: true },
  'a weekly tier by a monthly one': { shorter: [WEEKLY, 480], longer: [MONTHLY, 480], shadowed: false },
  'a monthly tier by a weekly one, which meets it now and then': { shorter: [MONTHLY, 60], longer: [WEEKLY, 60], shadowed: false },
  'an hourly tier by a daily one': { shorter: [HOURLY, 60], longer: [DAILY, 60], shadowed: false },
  'an hourly tier by an hourly one': { shorter: [HOURLY, 60], longer: ['cron(30 * ? * * *)', 60], shadowed: true },
  'an hourly tier by weekdays': { shorter: [HOURLY, 60], longer: ['cron(0 * ? * MON-FRI *)', 60], shadowed: false },
  'an hourly tier by a daily one with a start window of a day': { shorter: [HOURLY, 60], longer: [DAILY, 1440], shadowed: true },

  'windows that touch, the longer first': { shorter: ['cron(0 6 ? * * *)', 60], longer: [DAILY, 60], shadowed: false },
  'windows that touch, the shorter first': { shorter: [DAILY, 60], longer: ['cron(0 6 ? * * *)', 60], shadowed: false },
  'windows that overlap by a minute, the longer first': { shorter: ['cron(0 6 ? * * *)', 60], longer: [DAILY, 61], shadowed: true },
  'windows that overlap by a minute, the shorter first': { shorter: [DAILY, 61], longer: ['cron(0 6 ? * * *)', 60], shadowed: true },
  'a run at the end of the window that covers the one before': { shorter: ['cron(0 5,6 ? * * *)', 60], longer: [DAILY, 60], shadowed: false },
  'a window that reaches past midnight': { shorter: ['cron(0 1 ? * * *)', 60], longer: ['cron(0 23 ? * * *)', 180], shadowed: true },

  'one free run in a year': { shorter: [DAILY, 60], longer: ['cron(0 5 ? 1-11 * *)', 60], shadowed: false },
  'a yearly tier by a monthly one': { shorter: [YEARLY, 60], longer: [MONTHLY, 60], shadowed: true },
  'a yearly tier by one that lasts a year only': { shorter: [YEARLY, 60], longer: ['cron(0 5 ? * * 2026)', 60], shadowed: false },
  'a yearly tier by weekdays: 1 January 2028 is a Saturday': { shorter: [YEARLY, 60], longer: ['cron(0 5 ? * MON-FRI *)', 60], shadowed: false },
  'a leap day by a monthly tier': { shorter: ['cron(0 5 29 2 ? *)', 60], longer: ['cron(0 5 29 * ? *)', 60], shadowed: true },
  'a yearly tier by the same of other years': { shorter: ['cron(0 5 1 1 ? 2026-2030)', 60], longer: ['cron(0 5 1 1 ? 2027-2031)', 60], shadowed: false },
  'a tier of some years by one of more years': { shorter: ['cron(0 5 1 1 ? 2027-2030)', 60], longer: ['cron(0 5 1 1 ? 2026-2031)', 60], shadowed: true },
  'a tier of some years by one of every year': { shorter: ['cron(0 5 1 * ? 2096-2101)', 60], longer: [DAILY, 60], shadowed: true },
  'a tier of years that are over by one of every year': { shorter: ['cron(0 5 ? * * 2020)', 60], longer: [DAILY, 60], shadowed: true },
  'New Year by the last night of the year before': { shorter: ['cron(0 1 1 1 ? 2030)', 60], longer: ['cron(0 23 31 12 ? 2029)', 180], shadowed: true },
  'days from the last one by a daily tier': { shorter: ['cron(0 5 L-3 * ? *)', 60], longer: [DAILY, 60], shadowed: true },
  'a run that comes once in 28 years': { shorter: ['cron(0 5 ? 2 2#5 *)', 60], longer: ['cron(0 5 ? 2 2 *)', 60], shadowed: true },
  'a start window of a hundred years': { shorter: [DAILY, 60], longer: [YEARLY, 52_560_000], shadowed: true },

  'a start window that no calendar holds': { shorter: [DAILY, 60], longer: [DAILY, Infinity], shadowed: false },

  'one hour named in two zones': { shorter: [DAILY, 60, 'Asia/Kolkata'], longer: ['cron(30 23 ? * * *)', 60, 'UTC'], shadowed: true },
  'the same hour in one zone': { shorter: [DAILY, 60, 'Europe/Berlin'], longer: [DAILY, 60, 'Europe/Berlin'], shadowed: true },
  'no zone and UTC': { shorter: [DAILY, 60], longer: [DAILY, 60, 'UTC'], shadowed: true },
  'zones that change on the same day': { shorter: [DAILY, 60, 'Europe/Berlin'], longer: [DAILY, 60, 'Europe/Paris'], shadowed: true },
  'an hour that is the same in winter only': { shorter: ['cron(0 6 ? * * *)', 60, 'Europe/Berlin'], longer: [DAILY, 60], shadowed: false },
  'an hour that is the same in winter only, window of an hour more': {
    shorter: ['cron(0 6 ? * * *)', 61, 'Europe/Berlin'], longer: [DAILY, 60], shadowed: true,
  },
  'one zone, where the longer tier has no run in the hour that is skipped': {
    shorter: ['cron(0 3 * * ? *)', 60, 'Europe/Berlin'], longer: ['cron(30 2 * * ? *)', 60, 'Europe/Berlin'], shadowed: false,
  },
  'one zone, where no hour is skipped': { shorter: ['cron(0 3 * * ? *)', 60, 'Asia/Kolkata'], longer: ['cron(30 2 * * ? *)', 60, 'Asia/Kolkata'], shadowed: true },
  'zones that change weeks apart': { shorter: ['cron(0 6 ? * * *)', 60, 'America/New_York'], longer: ['cron(0 12 ? * * *)', 60, 'Europe/Berlin'], shadowed: false },

  'a tier that never runs': { shorter: ['cron(0 5 30 2 ? *)', 60], longer: [DAILY, 60], shadowed: false },
  'by a tier that never runs': { shorter: [DAILY, 60], longer: ['cron(0 5 30 2 ? *)', 60], shadowed: false },
  'a tier of unknown runs': { shorter: ['cron(0 5 1 * 2 *)', 60], longer: [DAILY, 60], shadowed: false },
  'by a tier of unknown runs': { shorter: [DAILY, 60], longer: ['rate(1 day)', 60], shadowed: false },
  'an unknown zone': { shorter: [DAILY, 60, 'Mars/Olympus'], longer: [DAILY, 60, 'Mars/Olympus'], shadowed: false },
};

const windowed = ([expression, startWindowMinutes, timezone]: Case['shorter']) => ({ expression, startWindowMinutes, timezone });

test.each(Object.entries(CASES))('%s', (_, { shorter, longer, shadowed }) => {
  expect(everyRunIsShadowed(windowed(shorter), windowed(longer))).toBe(shadowed);
});
