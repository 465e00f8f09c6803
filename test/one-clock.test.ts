import { restrictedIn } from './restricted-in';

const TODAY = 'Synthesized output must not depend on today\'s date: pass the date as an argument';
const ELAPSED = 'Synthesized output must not depend on elapsed time: do not measure it';
const LOCAL = 'Synthesized output must not depend on the time zone of this machine: use the method for UTC';

test.each([
  ['new Date()', TODAY],
  ['new Date(...[])', TODAY],
  ['Date()', TODAY],
  ['Date.now()', TODAY],
  ['Date["now"]()', TODAY],
  ['[].map(Date.now)', TODAY],
  ['const Clock = Date', TODAY],
  ['Reflect.construct(Date, [])', TODAY],
  ['new globalThis.Date()', TODAY],
  ['new global["Date"]()', TODAY],
  ['new Intl.DateTimeFormat("en").format()', TODAY],
  ['function runs(from = new Date()) { return from; }', TODAY],
  ['performance.now()', ELAPSED],
  ['performance.timeOrigin', ELAPSED],
  ['process.hrtime.bigint()', ELAPSED],
  ['new Date(2028, 0, 1)', LOCAL],
  ['new Date(0).getHours()', LOCAL],
  ['new Date(0).setDate(1)', LOCAL],
  ['new Date(0).toLocaleDateString()', LOCAL],
  ['new Date(0).toTimeString()', LOCAL],
])('the linter rejects %s in src/', async (code, message) => {
  expect(await restrictedIn(code, 'src/plan/backup-tier.ts')).toEqual([message]);
});

test.each([
  'new Date(0)',
  'new Date(Date.UTC(2028, 0, 1))',
  'Date.parse("2028-01-01")',
  'function next(after: Date): Date | undefined { return after instanceof Date ? after : undefined; }',
  'new Intl.DateTimeFormat("en").format(new Date(0))',
  'new Date(0).getUTCHours()',
  'holds.map((hold) => hold.Date)',
])('the linter accepts %s in src/', async (code) => {
  expect(await restrictedIn(code, 'src/plan/backup-tier.ts')).toEqual([]);
});

test.each([
  ['new Date()', 'A test must not depend on the day: write a date'],
  ['jest.setSystemTime(Date.now())', 'A test must not depend on the day: write a date'],
  ['fc.assert(property)', 'A test must not depend on the day: give the property a seed'],
  ['fc.assert(property, { numRuns: 300 })', 'A test must not depend on the day: give the property a seed'],
  ['fc.sample(arbitrary, 10)', 'A test must not depend on the day: give the property a seed'],
])('the linter rejects %s in test/', async (code, message) => {
  expect(await restrictedIn(code, 'test/plan/backup-tier.test.ts')).toEqual([message]);
});

test.each(['new Date("2028-02-29")', 'fc.assert(property, { seed: 20261128 })', 'fc.assert(property, { ...SEED, numRuns: 300 })'])(
  'the linter accepts %s in test/', async (code) => {
    expect(await restrictedIn(code, 'test/plan/backup-tier.test.ts')).toEqual([]);
  },
);

test('one file can read the clock', async () => {
  expect(await restrictedIn('new Date()', 'src/values/now.ts')).toEqual([]);
});
