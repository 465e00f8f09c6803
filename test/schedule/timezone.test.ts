import { timezoneProblem } from '../../src/schedule/timezone';

test.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'Etc/GMT+2', 'America/Argentina/Buenos_Aires', 'US/Pacific', 'EST5EDT', 'CET', 'utc', 'GB', 'Europe/Kyiv'])(
  '%s is an IANA time zone', (zone) => {
    expect(timezoneProblem(zone)).toBeUndefined();
  },
);

test.each(['Mars/Olympus', '', '+02:00', '-0500', 'UTC+2', 'GMT+02:00', 'Z', 'PST', 'ist', 'Europe/Berlin ', 'Europe', 'local'])(
  '%j is none', (zone) => {
    expect(timezoneProblem(zone)).toBe(`must be an IANA time zone, got '${zone}': write for example 'Europe/Berlin' or 'UTC'`);
  },
);

test('offsets are refused even where the runtime takes them', () => {
  jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(() => ({}) as Intl.DateTimeFormat);
  try {
    expect(timezoneProblem('+02:00')).toBeDefined();
    expect(timezoneProblem('Europe/Berlin')).toBeUndefined();
  } finally {
    jest.restoreAllMocks();
  }
});
