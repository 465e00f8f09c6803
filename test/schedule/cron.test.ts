import { parseCron, scheduleProblems } from '../../src/schedule/cron';
import { finerThanHourly } from '../../src/schedule/gaps';

const NOW = new Date('2026-06-15T12:00:00Z');
const FORM = "must be an AWS cron expression of the form 'cron(minutes hours day-of-month month day-of-week year)'";
const SIX = 'must have six fields (minutes hours day-of-month month day-of-week year)';
const PAIR = "needs '?' in exactly one of day-of-month and day-of-week";

const problemsOf = (expression: string, moment = NOW) => scheduleProblems(expression, moment);

test.each([
  // Examples of the EventBridge and AWS Backup pages
  'cron(0 5 ? * * *)',
  'cron(15 * ? * * *)',
  'cron(0 12 * * ? *)',
  'cron(15 10 ? * 6L 2019-2030)',
  'cron(0 18 ? * MON-FRI *)',
  'cron(0/15 * * * ? *)',
  'cron(0/5 8-17 ? * MON-FRI *)',
  'cron(0 9 ? * 2#1 *)',
  'cron(0 9 3W * ? *)',
  'cron(0 9 5/W * ? *)',
  'cron(0 9 L JAN,FEB,MAR ? *)',
  // Both ends of every range
  'cron(0 0 1 1 ? 2026)',
  'cron(59 23 31 12 ? 2199)',
  'cron(0-59 0-23 1-31 1-12 ? 1970-2199)',
  'cron(0 0 ? * 1 *)',
  'cron(0 0 ? * 7 *)',
  'cron(0 0 ? * 2#5 *)',
  // Not documented, hence not refused
  'cron(0 9 LW * ? *)',
  'cron(0 9 L-3 * ? *)',
  'cron(0 9 25-L * ? *)',
  'cron(0 9 L,15,20W * ? *)',
  'cron(0 9 31W 1 ? *)',
  'cron(0 9 ? * L *)',
  'cron(0 9 ? * FRI-MON *)',
  'cron(0 22-2/2 ? NOV-FEB MON/2 *)',
  'cron(*/90 /6 ? * * *)',
  'cron(00 05 *,1 * ? *)',
  'cron(0, 9, ?, *, MON-FRI, *)',
  'cron(0 9 ? jan-Feb mon,fRi *)',
  '  cron( 0 \t 9   ? * *   * )\n',
])('%j is sound', (expression) => {
  expect(parseCron(expression)).toEqual({ fields: expect.anything(), problems: [] });
});

test.each([
  ['rate(1 hour)', "write 'cron(0 * ? * * *)'"],
  ['rate(60 minutes)', "write 'cron(0 * ? * * *)'"],
  ['rate(12 hours)', "write 'cron(0 0/12 ? * * *)'"],
  ['rate(24 hours)', "write 'cron(0 5 ? * * *)'"],
  ['rate(1 day)', "write 'cron(0 5 ? * * *)'"],
  [' Rate( 7 days ) ', "write 'cron(0 5 ? * SUN *)'"],
  ['rate(5 hours)', "write for example 'cron(0 5 ? * * *)'"],
  ['rate(36 hours)', "write for example 'cron(0 5 ? * * *)'"],
  ['rate(2 days)', "write for example 'cron(0 5 ? * * *)'"],
  ['rate(30 minutes)', "write for example 'cron(0 5 ? * * *)'"],
  ['rate(0 hours)', "write for example 'cron(0 5 ? * * *)'"],
  ['rate(often)', "write for example 'cron(0 5 ? * * *)'"],
])('%j is refused with the cron expression for it: %s', (expression, advice) => {
  expect(problemsOf(expression)).toEqual([`${FORM}, got '${expression}': AWS Backup does not support rate expressions, ${advice}`]);
  const [, meant] = /^write '(.*)'$/.exec(advice) ?? [];
  expect(meant === undefined ? [] : problemsOf(meant)).toEqual([]);
});

test.each([
  ['', `${FORM}, got '': write for example 'cron(0 5 ? * * *)'`],
  ['at(2027-01-01T00:00:00)', `${FORM}, got 'at(2027-01-01T00:00:00)': write for example 'cron(0 5 ? * * *)'`],
  ['0 9 * * ? *', `${FORM}, got '0 9 * * ? *': write 'cron(0 9 * * ? *)'`],
  ['Cron (0 9 * * ? *)', `${FORM}, got 'Cron (0 9 * * ? *)': write 'cron(0 9 * * ? *)'`],
  ['cron(0 9 * * ? *', `${FORM}, got 'cron(0 9 * * ? *': write 'cron(0 9 * * ? *)'`],
  ['cron()', `${SIX}, got 0 in 'cron()': write for example 'cron(0 5 ? * * *)'`],
  ['cron(0 5 * * *)', `${SIX}, got 5 in 'cron(0 5 * * *)': write for example 'cron(0 5 ? * * *)'`],
  ['cron(0 0 5 * * ? *)', `${SIX}, got 7 in 'cron(0 0 5 * * ? *)': write for example 'cron(0 5 ? * * *)'`],

  ['cron(60 5 ? * * *)', "has minutes '60' outside 0-59: write 0 to 59"],
  ['cron(0 24 ? * * *)', "has hours '24' outside 0-23: write 0 to 23"],
  ['cron(0 5 0 * ? *)', "has day-of-month '0' outside 1-31: write 1 to 31"],
  ['cron(0 5 32 * ? *)', "has day-of-month '32' outside 1-31: write 1 to 31"],
  ['cron(0 5 32W * ? *)', "has day-of-month '32W' outside 1-31: write 1 to 31"],
  ['cron(0 5 ? 0 * *)', "has month '0' outside 1-12 (JAN-DEC): write 1 to 12 or JAN to DEC"],
  ['cron(0 5 ? 13 * *)', "has month '13' outside 1-12 (JAN-DEC): write 1 to 12 or JAN to DEC"],
  ['cron(0 5 ? * 0 *)', "has day-of-week '0' outside 1-7 (SUN-SAT): write 1 to 7 or SUN to SAT"],
  ['cron(0 5 ? * 8 *)', "has day-of-week '8' outside 1-7 (SUN-SAT): write 1 to 7 or SUN to SAT"],
  ['cron(0 5 ? * 8L *)', "has day-of-week '8L' outside 1-7 (SUN-SAT): write 1 to 7 or SUN to SAT"],
  ['cron(0 5 ? * * 1969)', "has year '1969' outside 1970-2199: write 1970 to 2199"],
  ['cron(0 5 ? * * 2200)', "has year '2200' outside 1970-2199: write 1970 to 2199"],
  ['cron(0,30-75 5 ? * * *)', "has minutes '30-75' in '0,30-75' outside 0-59: write 0 to 59"],
  ['cron(0 5 ? * 2#0 *)', "has day-of-week '2#0' whose occurrence is outside 1-5: write 1 to 5 after '#'"],
  ['cron(0 5 ? * 2#6 *)', "has day-of-week '2#6' whose occurrence is outside 1-5: write 1 to 5 after '#'"],
  ['cron(0/0 5 ? * * *)', "has minutes '0/0' whose increment is 0: write 1 or more"],

  ['cron(five 5 ? * * *)', "has minutes 'five' that AWS does not read: write 0-59, with the wildcards , - * / if needed"],
  ['cron(0,1#2 5 ? * * *)', "has minutes '1#2' in '0,1#2' that AWS does not read: write 0-59, with the wildcards , - * / if needed"],
  ['cron(? 5 ? * * *)', "has minutes '?' that AWS does not read: write 0-59, with the wildcards , - * / if needed"],
  ['cron(0 5,,6 ? * * *)', "has hours '' in '5,,6' that AWS does not read: write 0-23, with the wildcards , - * / if needed"],
  ['cron(0 5 1#2 * ? *)', "has day-of-month '1#2' that AWS does not read: write 1-31, with the wildcards , - * ? / L W if needed"],
  ['cron(0 5 ? JANUARY * *)', "has month 'JANUARY' that AWS does not read: write 1-12 (JAN-DEC), with the wildcards , - * / if needed"],
  ['cron(0 5 ? * 2W *)', "has day-of-week '2W' that AWS does not read: write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed"],
  ['cron(0 5 ? * XYZL *)', "has day-of-week 'XYZL' that AWS does not read: write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed"],
  ['cron(0 5 ? * * constructor)', "has year 'constructor' that AWS does not read: write 1970-2199, with the wildcards , - * / if needed"],
  ['cron(0 5 ? * 3#1,6#3 *)', "has day-of-week '3#1,6#3' with more than one entry, but AWS takes only one where '#' is used: write a rule for each"],

  ['cron(0 5 * * * *)', `${PAIR}, got '*' and '*': write 'cron(0 5 * * ? *)'`],
  ['cron(0 5 1 * * *)', `${PAIR}, got '1' and '*': write 'cron(0 5 1 * ? *)'`],
  ['cron(0 5 * * MON *)', `${PAIR}, got '*' and 'MON': write 'cron(0 5 ? * MON *)'`],
  ['cron(0 5 1 * MON *)', `${PAIR}, got '1' and 'MON': write a rule for each`],
  ['cron(0 5 ?, * MON *)', "has day-of-month '?,' that AWS does not read: write '?'"],
  ['cron(0 5 * * ?, *)', "has day-of-week '?,' that AWS does not read: write '?'"],
  ['cron(0 5 ? * L-3 *)', "has day-of-week 'L-3' that AWS does not read: write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed"],
  ['cron(0 5 ? * 3-L *)', "has day-of-week '3-L' that AWS does not read: write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed"],
  ['cron(0 5 ? * ? *)', `${PAIR}, got '?' and '?': write 'cron(0 5 * * ? *)'`],
])('%j is refused', (expression, problem) => {
  expect(parseCron(expression)).toEqual({ fields: undefined, problems: [problem] });
});

const MONTH_LACKS_DAY = "write a day that the month has, or 'L' for its last day";
const NO_FIFTH = "write an occurrence from 1 to 4, or 'L' after the day for the last one";

test.each([
  ['cron(0 5 30 2 ? *)', `30 February does not exist: ${MONTH_LACKS_DAY}`],
  ['cron(0 5 30-31 FEB ? *)', `30 February, 31 February do not exist: ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31 4,6,9,11 ? *)', `31 April, 31 June, 31 September, 31 November do not exist: ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2027)', `29 February does not exist in year '2027': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2100)', `29 February does not exist in year '2100': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2024-2027)', `29 February does not exist in year '2024-2027' from 2026 on: ${MONTH_LACKS_DAY}`],
  ['cron(0 5 ? 2 2#5 2027)', `there is no day-of-week '2#5' in month '2' in year '2027': ${NO_FIFTH}`],
  ['cron(0 5 ? 2 TUE#5 2028)', null],
  ['cron(0 5 ? 2 2#5 2028)', `there is no day-of-week '2#5' in month '2' in year '2028': ${NO_FIFTH}`],
  ['cron(0 5 29 2 ? 2028)', null],
  ['cron(0 5 29 2 ? *)', null],
  ['cron(0 5 28 2 ? 2027)', null],
  ['cron(0 5 31 4-5 ? *)', null],
  ['cron(0 5 30,31 4 ? *)', null],
  ['cron(0 5 30,L 2 ? *)', null],
  ['cron(0 5 L-31 * ? *)', `there is no day-of-month 'L-31' in month '*': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 L-30 * ? *)', null],
  ['cron(0 5 L-30 2,4 ? *)', `there is no day-of-month 'L-30' in month '2,4': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31W 4,6,9,11 ? *)', `there is no day-of-month '31W' in month '4,6,9,11': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31W 4,5 ? *)', null],
  ['cron(0 5 30W 2 ? *)', `there is no day-of-month '30W' in month '2': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29W 2 ? *)', null],
  ['cron(0 5 29W 2 ? 2027)', `there is no day-of-month '29W' in month '2' in year '2027': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 30-L 2 ? *)', `there is no day-of-month '30-L' in month '2': ${MONTH_LACKS_DAY}`],
  ['cron(0 5 * * ? 2030-2026)', "year '2030-2026' starts after it ends: write the earlier year first"],
  ['cron(0 5 * * ? 2030-2026,2028)', null],
  ['cron(0 5 * * ? 2030-2030)', null],
  ['cron(0 5 ? 2 2#4 2027)', null],
  ['cron(0 5 ? 2 2L 2027)', null],
  ['cron(0 5 * * ? 2020,2025)', "year '2020,2025' lies before 2026: write '*' or a later year"],
  ['cron(0 5 * * ? 2020,2026)', null],
])('%j never runs: %s', (expression, reason) => {
  expect(problemsOf(expression)).toEqual(reason === null ? [] : [`never runs: ${reason}`]);
  expect(parseCron(expression).fields).toBeDefined();
});

test.each([
  ['2027-01-01T11:59:59Z', 0],
  ['2027-01-01T12:00:00Z', 1],
])('at %s the year 2026 is over in %s of all zones', (now, over) => {
  expect(problemsOf('cron(0 5 * * ? 2026)', new Date(now))).toHaveLength(over);
});

test('a schedule is read without a clock', () => {
  expect(parseCron('cron(0 5 * * ? 1970)')).toEqual({ fields: expect.anything(), problems: [] });
  expect(parseCron('cron(0 5 * * ? 1970)')).toBe(parseCron('cron(0 5 * * ? 1970)'));
});

test('all problems are told at once', () => {
  expect(problemsOf('cron(60 24 30 2 * *)')).toEqual([
    "has minutes '60' outside 0-59: write 0 to 59",
    "has hours '24' outside 0-23: write 0 to 23",
    `${PAIR}, got '30' and '*': write 'cron(60 24 30 2 ? *)'`,
  ]);
  expect(problemsOf('cron(0 5 30 2 * *)')).toEqual([
    `${PAIR}, got '30' and '*': write 'cron(0 5 30 2 ? *)'`,
    `never runs: 30 February does not exist: ${MONTH_LACKS_DAY}`,
  ]);
  expect(problemsOf('cron(0 5 30 2 MON *)')).toHaveLength(1);
});

test.each([
  ['cron(0 * ? * * *)', { minutes: [0], hours: [...Array(24).keys()] }],
  ['cron(50-10/10 22-2 ? * * *)', { minutes: [0, 10, 50], hours: [0, 1, 2, 22, 23] }],
  ['cron(40/10,5,5 */8 ? * * *)', { minutes: [5, 40, 50], hours: [0, 8, 16] }],
])('%j has the values %j', (expression, values) => {
  const { fields } = parseCron(expression);
  expect({ minutes: fields?.minutes.values, hours: fields?.hours.values }).toEqual(values);
});

test.each([
  ['cron(0 5 ? * FRIL *)', '6L'],
  ['cron(0 5 ? * mon#1 *)', '2#1'],
  ['cron(0 5 15/W * ? *)', '15W'],
  ['cron(0 5 l-3 * ? *)', 'L-3'],
])('%j has the special %s', (expression, special) => {
  const { fields } = parseCron(expression);
  expect([...fields!.dayOfMonth.specials, ...fields!.dayOfWeek.specials]).toEqual([special]);
});

test.each([
  ['cron(0 * ? * * *)', false],
  ['cron(30 5,6 ? * * *)', false],
  ['cron(0/60 * ? * * *)', false],
  ['cron(7,7 * ? * * *)', false],
  ['cron(0,59 * ? * * *)', true],
  ['cron(0/30 5 1 1 ? *)', true],
  ['cron(* * ? * * *)', true],
])('%j runs more than once in an hour: %s', (expression, finer) => {
  expect(finerThanHourly(parseCron(expression).fields!)).toBe(finer);
});
