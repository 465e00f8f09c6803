import * as fc from 'fast-check';

/** Zones with one change of an hour or half an hour, with other seasons, with a date that was skipped, and without changes. */
export const ZONES = [
  'UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'Pacific/Apia',
  'Europe/Dublin', 'Pacific/Chatham',
];

/** The texts of expressions as people write them. Days of the month and of the week come together. */
export const WRITTEN = {
  minutes: fc.constantFrom('0', '0', '0', '30', '15', '59', '0,30'),
  hours: fc.constantFrom('*', '*', '0', '1', '2', '3', '5', '23', '0/6', '5,17', '8-18', '22-2', '*/2', '1/5'),
  days: fc.constantFrom(
    '* ?', '* ?', '? *', '? *', '1 ?', '15 ?', '29 ?', '31 ?', '1-7 ?', '1,15 ?', '*/10 ?', 'L ?', 'LW ?', 'L-3 ?', 'L-29 ?', '1W ?', '30W ?', '31W ?',
    '25-L ?', '28,L ?', '? SUN', '? MON-FRI', '? FRI-MON', '? 2/2', '? L', '? 6L', '? 1L', '? 2#1', '? 1#4', '? 7#5',
  ),
  month: fc.constantFrom('*', '*', '*', '*', '2', '3', '10', '1,7', '1/3', 'NOV-FEB', 'APR-SEP'),
  year: fc.constantFrom('*', '*', '*', '*', '*', '2027', '2028', '2026-2030', '2024-2060/4', '2030,2037', '2019-2031'),
};
export type Written = { [field in keyof typeof WRITTEN]: string };
export const written: fc.Arbitrary<Written> = fc.record(WRITTEN);
export const textOf = ({ minutes, hours, days, month, year }: Written) => {
  const [dayOfMonth, dayOfWeek] = days.split(' ');
  return `cron(${minutes} ${hours} ${dayOfMonth} ${month} ${dayOfWeek} ${year})`;
};

export interface WindowedText { expression: string; timezone?: string; startWindowMinutes: number }

export const startWindows = fc.constantFrom(60, 60, 61, 90, 119, 120, 480, 1440, 10_080);
export const timezones = fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: fc.constantFrom(...ZONES), weight: 2 });
export const windowed = (expression: fc.Arbitrary<string>): fc.Arbitrary<WindowedText> =>
  fc.record({ expression, timezone: timezones, startWindowMinutes: startWindows });
