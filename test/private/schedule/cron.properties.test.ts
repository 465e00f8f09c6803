import { Cron } from 'croner';
import * as fc from 'fast-check';
import { broken, expressionOf, numberOf, readable } from './expressions';
import type { Texts } from './expressions';
import { parseCron } from '../../../src/private/schedule/cron';
import type { FieldName } from '../../../src/private/schedule/fields';
import { FIELD_NAMES, FIELDS } from '../../../src/private/schedule/fields';
import { nextRunOf, runsBetween } from '../../../src/private/schedule/runs';

const NOW = new Date('2026-06-15T12:00:00Z');
/** What is past of this year does not make an expression that never runs. */
const BEFORE_THIS_YEAR = new Date('2025-12-31T23:59:59Z');
const SEED = { seed: 20260615 };

const entriesOf = (texts: Texts) => FIELD_NAMES.flatMap((name) => texts[name].split(',').map((entry) => ({ name, entry })));
const anyEntry = (pattern: RegExp, ...names: FieldName[]) =>
  (texts: Texts) => entriesOf(texts).some(({ name, entry }) => names.includes(name) && pattern.test(entry));

/** Where croner sees an expression in another way than we do, and why that is all right. */
const DIFFERENCES: Record<string, (texts: Texts) => boolean> = {
  'croner refuses ranges that wrap around; AWS does not tell': (texts) => entriesOf(texts).some(({ name, entry }) => {
    const [, from, to] = /^(\w+)-(\w+)/.exec(entry) ?? [];
    return from !== undefined && numberOf(from, name) > numberOf(to, name);
  }),
  'croner refuses steps beyond the size of the field; AWS does not tell': (texts) => entriesOf(texts).some(({ name, entry }) =>
    Number(entry.split('/')[1]) > FIELDS[name].max - FIELDS[name].min + 1),
  'croner refuses a comma at the end; EventBridge was seen to take it': (texts) => Object.values(texts).some((text) => text.endsWith(',')),
  'croner refuses days counted from the last one; AWS does not tell': anyEntry(/^L-|-L$/i, 'dayOfMonth'),
  'croner refuses 5/W, which the Lambda guide has for 5W': anyEntry(/\/W$/i, 'dayOfMonth'),
  'croner refuses LW in a list; AWS does not tell': (texts) => /LW/i.test(texts.dayOfMonth) && texts.dayOfMonth.includes(','),
  'croner refuses L for the last day of the week, which AWS documents': anyEntry(/^L\b|-L\b/i, 'dayOfWeek'),
  'croner finds no weekday near a day that the month lacks; AWS does not tell': anyEntry(/^(29|30|31)W$/i, 'dayOfMonth'),
  'croner counts steps of years from 0 and up to 9999, AWS knows 1970 to 2199': anyEntry(/\//, 'year'),
};

/** The first runs in the eyes of croner, which gets the expression as it is; none if it never runs. */
function cronerRuns(texts: Texts): string[] | undefined {
  try {
    const pattern = `0 ${FIELD_NAMES.map((name) => texts[name]).join(' ')}`;
    const cron = new Cron(pattern, { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, utcOffset: 0 });
    return cron.nextRuns(3, BEFORE_THIS_YEAR).map((run) => run.toISOString());
  } catch {
    return undefined;
  }
}

function ourRuns(expression: string): string[] | undefined {
  const found = runsBetween(expression, undefined, BEFORE_THIS_YEAR, new Date('9999-01-01'), 3);
  return found && [...found].map((run) => run.toISOString());
}

test('what AWS can read is read, and runs when croner says so', () => {
  const seen = new Set<string>();
  let compared = 0;
  let never = 0;
  fc.assert(fc.property(readable, (texts) => {
    const expression = expressionOf(texts);
    const { fields, problems } = parseCron(expression, NOW);
    expect(fields).toBeDefined();
    for (const problem of problems) { expect(problem).toMatch(/^never runs: /); }
    const theirs = cronerRuns(texts);
    const ours = ourRuns(expression);
    const neverRuns = problems.length > 0;
    if (theirs !== undefined && `${theirs}` === `${ours}` && neverRuns === (theirs.length === 0)) {
      compared++;
      never += Number(neverRuns);
    } else {
      const reasons = Object.keys(DIFFERENCES).filter((reason) => DIFFERENCES[reason](texts) && reason.startsWith('croner refuses') === (theirs === undefined));
      if (reasons.length === 0) { throw new Error(`${expression}: we say ${problems} ${ours}, croner says ${theirs}`); }
      if (reasons.length === 1) { seen.add(reasons[0]); }
    }
  }), { ...SEED, numRuns: 3000 });

  expect(compared).toBeGreaterThanOrEqual(2000);
  expect(never).toBeGreaterThanOrEqual(200);
  // A difference that is gone has to leave the list
  expect([...seen].sort()).toEqual(Object.keys(DIFFERENCES).sort());
});

test('what AWS refuses is refused, in a fragment of a sentence', () => {
  fc.assert(fc.property(broken, (expression) => {
    const { fields, problems } = parseCron(expression, NOW);
    expect(fields).toBeUndefined();
    expect(problems).not.toEqual([]);
    for (const problem of problems) { expect(problem).toMatch(/^(must|needs|has|never runs:) .*[^.]$/); }
  }), { ...SEED, numRuns: 2000 });
});

test.each([
  ['any string', fc.string({ unit: 'binary' })],
  ['any string in brackets', fc.string({ unit: 'binary' }).map((text) => `cron(${text})`)],
  ['six fields out of the letters of cron', fc.array(fc.string({ unit: fc.constantFrom(...'0123456789,-*?/LW# MONJAN'), minLength: 1 }), { minLength: 6, maxLength: 6 })
    .map((texts) => `cron(${texts.map((text) => text.replace(/ /g, '')).join(' ')})`)],
])('%s is judged and never throws', (_, strings) => {
  fc.assert(fc.property(strings, (expression) => {
    const { fields, problems } = parseCron(expression, NOW);
    expect(fields !== undefined || problems.length > 0).toBe(true);
    nextRunOf(expression)?.(NOW);
  }), { ...SEED, numRuns: 2000 });
});

test.each([' ', ')', '(', '0', '0,', '1-', '*/', 'L', '#'])('a hundred thousand of %j take no time', (part) => {
  const long = part.repeat(100_000);
  const start = performance.now();
  parseCron(long, NOW);
  parseCron(`cron(${long} ${long} ${long} ${long} ${long} ${long})`, NOW);
  expect(performance.now() - start).toBeLessThan(3000);
});
