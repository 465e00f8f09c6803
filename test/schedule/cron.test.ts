import { parseCron, scheduleProblems } from '../../src/schedule/cron';
import { finerThanHourly } from '../../src/schedule/gaps';

const NOW = new Date('2026-06-15T12:00:00Z');
const FORM = "must be an AWS cron expression of the form 'cron(minutes hours day-of-month month day-of-week year)'";
const SIX = 'must have six fields (minutes hours day-of-month month day-of-week year)';
const PAIR = "must have '?' in exactly one of day-of-month and day-of-week";

const problemsOf = (expression: string, moment = NOW) => scheduleProblems('schedule', expression, moment).map(({ message }) => message.slice('\'schedule\' '.length));

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
  // Not documented, so not rejected
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
])('%j is valid', (expression) => {
  expect(parseCron(expression)).toEqual({ fields: expect.anything(), problems: [] });
});

test.each([
  ['rate(1 hour)', "Write 'cron(0 * ? * * *)'."],
  ['rate(60 minutes)', "Write 'cron(0 * ? * * *)'."],
  ['rate(12 hours)', "Write 'cron(0 0/12 ? * * *)'."],
  ['rate(24 hours)', "Write 'cron(0 5 ? * * *)'."],
  ['rate(1 day)', "Write 'cron(0 5 ? * * *)'."],
  [' Rate( 7 days ) ', "Write 'cron(0 5 ? * SUN *)'."],
  ['rate(5 hours)', "For example, write 'cron(0 5 ? * * *)'."],
  ['rate(36 hours)', "For example, write 'cron(0 5 ? * * *)'."],
  ['rate(2 days)', "For example, write 'cron(0 5 ? * * *)'."],
  ['rate(30 minutes)', "For example, write 'cron(0 5 ? * * *)'."],
  ['rate(0 hours)', "For example, write 'cron(0 5 ? * * *)'."],
  ['rate(often)', "For example, write 'cron(0 5 ? * * *)'."],
])('%j is rejected with the cron expression for it: %s', (expression, advice) => {
  expect(problemsOf(expression)).toEqual([`${FORM}, got '${expression}'. AWS Backup does not support rate expressions. ${advice}`]);
  const [, meant] = /^Write '(.*)'\.$/.exec(advice) ?? [];
  expect(meant === undefined ? [] : problemsOf(meant)).toEqual([]);
});

test.each([
  ['', `${FORM}, got ''. For example, write 'cron(0 5 ? * * *)'.`],
  ['at(2027-01-01T00:00:00)', `${FORM}, got 'at(2027-01-01T00:00:00)'. For example, write 'cron(0 5 ? * * *)'.`],
  ['0 9 * * ? *', `${FORM}, got '0 9 * * ? *'. Write 'cron(0 9 * * ? *)'.`],
  ['Cron (0 9 * * ? *)', `${FORM}, got 'Cron (0 9 * * ? *)'. Write 'cron(0 9 * * ? *)'.`],
  ['cron(0 9 * * ? *', `${FORM}, got 'cron(0 9 * * ? *'. Write 'cron(0 9 * * ? *)'.`],
  ['cron()', `${SIX}, got 0 in 'cron()'. For example, write 'cron(0 5 ? * * *)'.`],
  ['cron(0 5 * * *)', `${SIX}, got 5 in 'cron(0 5 * * *)'. For example, write 'cron(0 5 ? * * *)'.`],
  ['cron(0 0 5 * * ? *)', `${SIX}, got 7 in 'cron(0 0 5 * * ? *)'. For example, write 'cron(0 5 ? * * *)'.`],

  ['cron(60 5 ? * * *)', "must have a valid minutes field, got '60'. Write 0 to 59."],
  ['cron(0 24 ? * * *)', "must have a valid hours field, got '24'. Write 0 to 23."],
  ['cron(0 5 0 * ? *)', "must have a valid day-of-month field, got '0'. Write 1 to 31."],
  ['cron(0 5 32 * ? *)', "must have a valid day-of-month field, got '32'. Write 1 to 31."],
  ['cron(0 5 32W * ? *)', "must have a valid day-of-month field, got '32W'. Write 1 to 31."],
  ['cron(0 5 ? 0 * *)', "must have a valid month field, got '0'. Write 1 to 12 or JAN to DEC."],
  ['cron(0 5 ? 13 * *)', "must have a valid month field, got '13'. Write 1 to 12 or JAN to DEC."],
  ['cron(0 5 ? * 0 *)', "must have a valid day-of-week field, got '0'. Write 1 to 7 or SUN to SAT."],
  ['cron(0 5 ? * 8 *)', "must have a valid day-of-week field, got '8'. Write 1 to 7 or SUN to SAT."],
  ['cron(0 5 ? * 8L *)', "must have a valid day-of-week field, got '8L'. Write 1 to 7 or SUN to SAT."],
  ['cron(0 5 ? * * 1969)', "must have a valid year field, got '1969'. Write 1970 to 2199."],
  ['cron(0 5 ? * * 2200)', "must have a valid year field, got '2200'. Write 1970 to 2199."],
  ['cron(0,30-75 5 ? * * *)', "must have a valid minutes field, got '30-75' in '0,30-75'. Write 0 to 59."],
  ['cron(0 5 ? * 2#0 *)', "must have a valid day-of-week field, got '2#0'. Write an occurrence of 1 to 5 after '#'."],
  ['cron(0 5 ? * 2#6 *)', "must have a valid day-of-week field, got '2#6'. Write an occurrence of 1 to 5 after '#'."],
  ['cron(0/0 5 ? * * *)', "must have a valid minutes field, got '0/0'. Write an increment of 1 or more."],

  ['cron(five 5 ? * * *)', "must have a valid minutes field, got 'five'. Write 0-59, with the wildcards , - * / if needed."],
  ['cron(0,1#2 5 ? * * *)', "must have a valid minutes field, got '1#2' in '0,1#2'. Write 0-59, with the wildcards , - * / if needed."],
  ['cron(? 5 ? * * *)', "must have a valid minutes field, got '?'. Write 0-59, with the wildcards , - * / if needed."],
  ['cron(0 5,,6 ? * * *)', "must have a valid hours field, got '' in '5,,6'. Write 0-23, with the wildcards , - * / if needed."],
  ['cron(0 5 1#2 * ? *)', "must have a valid day-of-month field, got '1#2'. Write 1-31, with the wildcards , - * ? / L W if needed."],
  ['cron(0 5 ? JANUARY * *)', "must have a valid month field, got 'JANUARY'. Write 1-12 (JAN-DEC), with the wildcards , - * / if needed."],
  ['cron(0 5 ? * 2W *)', "must have a valid day-of-week field, got '2W'. Write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed."],
  ['cron(0 5 ? * XYZL *)', "must have a valid day-of-week field, got 'XYZL'. Write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed."],
  ['cron(0 5 ? * * constructor)', "must have a valid year field, got 'constructor'. Write 1970-2199, with the wildcards , - * / if needed."],
  ['cron(0 5 ? * 3#1,6#3 *)', "must have only one entry with '#' in the day-of-week field, got '3#1,6#3'. Write a rule for each."],

  ['cron(0 5 * * * *)', `${PAIR}, got '*' and '*'. Write 'cron(0 5 * * ? *)'.`],
  ['cron(0 5 1 * * *)', `${PAIR}, got '1' and '*'. Write 'cron(0 5 1 * ? *)'.`],
  ['cron(0 5 * * MON *)', `${PAIR}, got '*' and 'MON'. Write 'cron(0 5 ? * MON *)'.`],
  ['cron(0 5 1 * MON *)', `${PAIR}, got '1' and 'MON'. Write a rule for each.`],
  ['cron(0 5 ?, * MON *)', "must have a valid day-of-month field, got '?,'. Write '?'."],
  ['cron(0 5 * * ?, *)', "must have a valid day-of-week field, got '?,'. Write '?'."],
  ['cron(0 5 ? * L-3 *)', "must have a valid day-of-week field, got 'L-3'. Write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed."],
  ['cron(0 5 ? * 3-L *)', "must have a valid day-of-week field, got '3-L'. Write 1-7 (SUN-SAT), with the wildcards , - * ? / L # if needed."],
  ['cron(0 5 ? * ? *)', `${PAIR}, got '?' and '?'. Write 'cron(0 5 * * ? *)'.`],
])('%j is refused', (expression, problem) => {
  expect(parseCron(expression)).toEqual({ fields: undefined, problems: [expect.objectContaining({ message: problem })] });
});

const MONTH_LACKS_DAY = "Write a day that the month has, or 'L' for its last day.";
const NO_FIFTH = "Write an occurrence from 1 to 4, or 'L' after the day for the last one.";

test.each([
  ['cron(0 5 30 2 ? *)', `got 30 February, which does not exist. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 30-31 FEB ? *)', `got 30 February, 31 February, which do not exist. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31 4,6,9,11 ? *)', `got 31 April, 31 June, 31 September, 31 November, which do not exist. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2027)', `got 29 February, which does not exist in year '2027'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2100)', `got 29 February, which does not exist in year '2100'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29 2 ? 2024-2027)', `got 29 February, which does not exist in year '2024-2027' from 2026 on. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 ? 2 2#5 2027)', `got day-of-week '2#5', which does not exist in month '2' in year '2027'. ${NO_FIFTH}`],
  ['cron(0 5 ? 2 TUE#5 2028)', null],
  ['cron(0 5 ? 2 2#5 2028)', `got day-of-week '2#5', which does not exist in month '2' in year '2028'. ${NO_FIFTH}`],
  ['cron(0 5 29 2 ? 2028)', null],
  ['cron(0 5 29 2 ? *)', null],
  ['cron(0 5 28 2 ? 2027)', null],
  ['cron(0 5 31 4-5 ? *)', null],
  ['cron(0 5 30,31 4 ? *)', null],
  ['cron(0 5 30,L 2 ? *)', null],
  ['cron(0 5 L-31 * ? *)', `got day-of-month 'L-31', which does not exist in any month. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 L-30 * ? *)', null],
  ['cron(0 5 L-30 2,4 ? *)', `got day-of-month 'L-30', which does not exist in month '2,4'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31W 4,6,9,11 ? *)', `got day-of-month '31W', which does not exist in month '4,6,9,11'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 31W 4,5 ? *)', null],
  ['cron(0 5 30W 2 ? *)', `got day-of-month '30W', which does not exist in month '2'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 29W 2 ? *)', null],
  ['cron(0 5 29W 2 ? 2027)', `got day-of-month '29W', which does not exist in month '2' in year '2027'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 30-L 2 ? *)', `got day-of-month '30-L', which does not exist in month '2'. ${MONTH_LACKS_DAY}`],
  ['cron(0 5 * * ? 2030-2026)', "got year '2030-2026', which starts after it ends. Write the earlier year first."],
  ['cron(0 5 * * ? 2030-2026,2028)', null],
  ['cron(0 5 * * ? 2030-2030)', null],
  ['cron(0 5 ? 2 2#4 2027)', null],
  ['cron(0 5 ? 2 2L 2027)', null],
  ['cron(0 5 * * ? 2020,2025)', "got year '2020,2025', which is before 2026. Write '*' or a later year."],
  ['cron(0 5 * * ? 2020,2026)', null],
])('%j never runs: %s', (expression, reason) => {
  expect(problemsOf(expression)).toEqual(reason === null ? [] : [`must run at least once, ${reason}`]);
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

test('all problems are reported at once', () => {
  expect(problemsOf('cron(60 24 30 2 * *)')).toEqual([
    "must have a valid minutes field, got '60'. Write 0 to 59.",
    "must have a valid hours field, got '24'. Write 0 to 23.",
    `${PAIR}, got '30' and '*'. Write 'cron(60 24 30 2 ? *)'.`,
  ]);
  expect(problemsOf('cron(0 5 30 2 * *)')).toEqual([
    `${PAIR}, got '30' and '*'. Write 'cron(0 5 30 2 ? *)'.`,
    `must run at least once, got 30 February, which does not exist. ${MONTH_LACKS_DAY}`,
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
