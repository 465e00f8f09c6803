/** A moment, and the time zone of the machine. All results must be the same as on other days. */
export interface Moment {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly zone: string;
  readonly what: string;
  /** Whether it is the day before or after a change. Fewer tests run then, and no task that writes documents. */
  readonly isBeside?: boolean;
}

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const DAY = 24 * 60 * 60 * 1000;

/** All tests run at these moments. */
export const FULL: Moment = { at: '2028-02-29T12:00:00Z', zone: 'Asia/Kolkata', what: 'a leap day' };

/** Tests that read schedules or dates run at these moments. */
export const OTHERS: readonly Moment[] = [
  { at: '2028-02-28T12:00:00Z', zone: 'UTC', what: 'the day before a leap day' },
  { at: '2028-12-31T23:30:00Z', zone: 'Asia/Tokyo', what: 'the last hour of a year that has ended in the time zone of the machine' },
  { at: '2029-01-01T00:30:00Z', zone: 'America/Los_Angeles', what: 'the first hour of a year that has not begun in the time zone of the machine' },
  ...around('2028-03-12T06:59:50Z', NEW_YORK, 'the start of daylight saving time in America'),
  ...around('2028-03-26T00:59:50Z', BERLIN, 'the start of daylight saving time in Europe'),
  ...around('2028-10-29T00:59:50Z', BERLIN, 'the end of daylight saving time in Europe'),
  ...around('2028-11-05T05:59:50Z', NEW_YORK, 'the end of daylight saving time in America'),
  { at: '2031-11-28T12:00:00Z', zone: 'UTC', what: 'a day some years ahead' },
];

/** Shortly before a change, so that it happens while the tests run, and at noon of the days before and after. */
function around(at: string, zone: string, what: string): Moment[] {
  const noon = (days: number) => `${new Date(Date.parse(at) + days * DAY).toISOString().slice(0, 10)}T12:00:00Z`;
  const beside = (days: number, when: string): Moment => ({ at: noon(days), zone, what: `the day ${when} ${what}`, isBeside: true });
  return [beside(-1, 'before'), { at, zone, what }, beside(1, 'after')];
}
