import { timezoneProblem } from '../../src/schedule/timezone';
import { Problem } from '../../src/values/problem';

test.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'Etc/GMT+2', 'America/Argentina/Buenos_Aires', 'US/Pacific', 'EST5EDT', 'CET', 'utc', 'GB', 'Europe/Kyiv'])(
  '%s is an IANA time zone', (zone) => {
    expect(timezoneProblem('timeZone', zone)).toBeUndefined();
  },
);

test.each(['Mars/Olympus', '', '+02:00', '-0500', 'UTC+2', 'GMT+02:00', 'Z', 'PST', 'ist', 'Europe/Berlin ', 'Europe', 'local'])(
  '%j is none', (zone) => {
    expect(timezoneProblem('timeZone', zone)).toEqual(new Problem('time-zone', `'timeZone' must be an IANA time zone, got '${zone}'. For example, write 'Europe/Berlin' or 'UTC'.`));
  },
);

test('offsets are rejected even if the runtime accepts them', () => {
  jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(() => ({}) as Intl.DateTimeFormat);
  try {
    expect(timezoneProblem('timeZone', '+02:00')).toBeDefined();
    expect(timezoneProblem('timeZone', 'Europe/Berlin')).toBeUndefined();
  } finally {
    jest.restoreAllMocks();
  }
});
