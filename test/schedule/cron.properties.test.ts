import * as fc from 'fast-check';
import { DIFFERENCES, cronerRuns, ourRuns } from './croner';
import { broken, expressionOf, readable } from './expressions';
import { parseCron, scheduleProblems } from '../../src/schedule/cron';
import { FIELD_NAMES } from '../../src/schedule/fields';
import { gapsOf } from '../../src/schedule/gaps';

const NOW = new Date('2026-06-15T12:00:00Z');
const SEED = { seed: 20260615 };

test('what AWS accepts is accepted, and runs at the times of croner', () => {
  const seen = new Set<string>();
  let compared = 0;
  let never = 0;
  fc.assert(fc.property(readable, (texts) => {
    const expression = expressionOf(texts);
    const problems = scheduleProblems('schedule', expression, NOW);
    expect(parseCron(expression).fields).toBeDefined();
    for (const { key } of problems) { expect(key).toBe('never-runs'); }
    const theirs = cronerRuns(FIELD_NAMES.map((name) => texts[name]).join(' '));
    const ours = ourRuns(expression);
    const neverRuns = problems.length > 0;
    if (theirs !== undefined && `${theirs}` === `${ours}` && neverRuns === (theirs.length === 0)) {
      compared++;
      never += Number(neverRuns);
    } else {
      const reasons = Object.keys(DIFFERENCES).filter((reason) => DIFFERENCES[reason](texts) && reason.startsWith('croner rejects') === (theirs === undefined));
      if (reasons.length === 0) { throw new Error(`${expression}: we say ${problems} ${ours}, croner says ${theirs}`); }
      if (reasons.length === 1) { seen.add(reasons[0]); }
    }
  }), { ...SEED, numRuns: 3000 });

  expect(compared).toBeGreaterThanOrEqual(2000);
  expect(never).toBeGreaterThanOrEqual(200);
  // A difference that no longer occurs must be removed from the list
  expect([...seen].sort()).toEqual(Object.keys(DIFFERENCES).sort());
});

test('what AWS rejects is rejected, with a message that follows the name of a property', () => {
  fc.assert(fc.property(broken, (expression) => {
    const { fields, problems } = parseCron(expression);
    expect(fields).toBeUndefined();
    expect(problems).not.toEqual([]);
    for (const { message } of problems) { expect(message).toMatch(/^must .*, got .*\. .*\.$/); }
  }), { ...SEED, numRuns: 2000 });
});

test.each([
  ['any string', fc.string({ unit: 'binary' })],
  ['any string in brackets', fc.string({ unit: 'binary' }).map((text) => `cron(${text})`)],
  ['six fields out of the letters of cron', fc.array(fc.string({ unit: fc.constantFrom(...'0123456789,-*?/LW# MONJAN'), minLength: 1 }), { minLength: 6, maxLength: 6 })
    .map((texts) => `cron(${texts.map((text) => text.replace(/ /g, '')).join(' ')})`)],
])('%s is evaluated and never throws', (_, strings) => {
  fc.assert(fc.property(strings, (expression) => {
    const { fields, problems } = parseCron(expression);
    expect(fields !== undefined || problems.length > 0).toBe(true);
    if (fields) { gapsOf(fields); }
  }), { ...SEED, numRuns: 2000 });
});

test('a repeated entry is read, and rejected, once', () => {
  expect(parseCron('cron(0,0,0 5 ? * MON,MON *)')).toMatchObject({ problems: [], fields: { minutes: { values: [0] }, dayOfWeek: { values: [2] } } });
  expect(parseCron('cron(60,60 5 ? * MON *)').problems).toHaveLength(1);
  expect(parseCron('cron(0 5 ? * 2#1,2#1 *)').problems.map(({ key }) => key)).toEqual(['several-hashes']);
});

test.each([' ', ')', '(', '0', '0,', '1-', '*/', 'L', '#'])('a hundred thousand of %j are fast', (part) => {
  const long = part.repeat(100_000);
  const start = process.cpuUsage();
  parseCron(long);
  parseCron(`cron(${long} ${long} ${long} ${long} ${long} ${long})`);
  // CPU of this process alone, because tests run in parallel
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});
