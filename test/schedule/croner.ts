import { Cron } from 'croner';
import { type Texts, numberOf } from './expressions';
import { parseCron } from '../../src/schedule/cron';
import { type FieldName, FIELD_NAMES, FIELDS } from '../../src/schedule/fields';
import { runsBetween } from '../../src/schedule/runs';

/** An expression for a past time of this year is not one that never runs. */
const BEFORE_THIS_YEAR = new Date('2025-12-31T23:59:59Z');

const entriesOf = (texts: Texts) => FIELD_NAMES.flatMap((name) => texts[name].split(',').map((entry) => ({ name, entry })));
const anyEntry = (pattern: RegExp, ...names: FieldName[]) =>
  (texts: Texts) => entriesOf(texts).some(({ name, entry }) => names.includes(name) && pattern.test(entry));

/** Known differences between croner and the library, with the reason. */
export const DIFFERENCES: Record<string, (texts: Texts) => boolean> = {
  'croner rejects ranges that wrap around; AWS does not tell': (texts) => entriesOf(texts).some(({ name, entry }) => {
    const [, from, to] = /^(\w+)-(\w+)/.exec(entry) ?? [];
    return from !== undefined && numberOf(from, name) > numberOf(to, name);
  }),
  'croner rejects steps beyond the size of the field; AWS does not tell': (texts) => entriesOf(texts).some(({ name, entry }) =>
    Number(entry.split('/')[1]) > FIELDS[name].max - FIELDS[name].min + 1),
  'croner rejects a comma at the end; EventBridge was seen to accept it': (texts) => Object.values(texts).some((text) => text.endsWith(',')),
  'croner rejects days counted from the last one; AWS does not tell': anyEntry(/^L-|-L$/i, 'dayOfMonth'),
  'croner rejects 5/W, which the Lambda guide has for 5W': anyEntry(/\/W$/i, 'dayOfMonth'),
  'croner rejects LW in a list; AWS does not tell': (texts) => /LW/i.test(texts.dayOfMonth) && texts.dayOfMonth.includes(','),
  'croner rejects L for the last day of the week, which AWS documents': anyEntry(/^L$/i, 'dayOfWeek'),
  'croner counts steps of years from 0 and up to 9999, AWS knows 1970 to 2199': anyEntry(/\//, 'year'),
};

/** The first runs according to croner, from the six fields. Empty if it never runs. */
export function cronerRuns(fields: string): string[] | undefined {
  try {
    const cron = new Cron(`0 ${fields}`, { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, utcOffset: 0 });
    return cron.nextRuns(3, BEFORE_THIS_YEAR).map((run) => run.toISOString());
  } catch {
    return undefined;
  }
}

export function ourRuns(expression: string): string[] | undefined {
  const { fields } = parseCron(expression);
  if (!fields) { return undefined; }
  const runs: string[] = [];
  // A few years are enough for nearly all
  for (const end of ['2030-01-01', '2200-01-01']) {
    runs.splice(0);
    for (const run of runsBetween(fields, undefined, BEFORE_THIS_YEAR, new Date(end))) {
      runs.push(run.toISOString());
      if (runs.length === 3) { return runs; }
    }
  }
  return runs;
}
