import * as fc from 'fast-check';
import { parseCron, scheduleProblems } from '../../src/schedule/cron';
import { FIELD_NAMES, FIELDS } from '../../src/schedule/fields';
import { DIFFERENCES, cronerRuns, ourRuns } from '../../test/schedule/croner';
import { type Texts, broken, expressionOf, readable } from '../../test/schedule/expressions';

/** The seed of the tests, which begin with the same expressions. */
const SEED = 20260615;
const READABLE = 15_000;
const BROKEN = 5_000;
const NOW = new Date('2026-06-15T12:00:00Z');

export interface ComparedSchedules {
  readonly expressions: number;
  /** The number of expressions that differ for known reasons. */
  readonly differing: number;
  /** How often each reason was the only reason for a difference. */
  readonly explained: ReadonlyMap<string, number>;
  readonly unexplained: readonly string[];
  /** Reasons without a difference. Remove them. */
  readonly idle: readonly string[];
}

/** Expressions that croner accepts, and AWS and the library do not. */
const CRONER_TAKES: Readonly<Record<string, (fields: readonly string[], expression: string) => boolean>> = {
  'croner accepts the fields alone, AWS requires cron(…)': (_, expression) => !expression.startsWith('cron('),
  'croner does not need ?, AWS requires it in one of the day fields': ([, , dayOfMonth, , dayOfWeek]) => (dayOfMonth === '?') === (dayOfWeek === '?'),
  'croner accepts ? in every field and beside values, AWS only alone and in a day field': (fields) =>
    fields.some((field, index) => field.includes('?') && (field !== '?' || !FIELDS[FIELD_NAMES[index]].wildcards.includes('?'))),
  'croner accepts # beside other days of the week, AWS only alone': ([, , , , dayOfWeek]) => /#.*,|,.*#/.test(dayOfWeek),
  'croner accepts years up to 9999, AWS 1970 to 2199': ([, , , , , year]) =>
    [...year.matchAll(/(?<!\/)\b\d+/g)].some(([text]) => Number(text) > FIELDS.year.max || Number(text) < FIELDS.year.min),
};

/** The same expressions in every run. */
export function compareSchedules(): ComparedSchedules {
  let differing = 0;
  const explained = new Map<string, number>();
  const unexplained: string[] = [];
  const note = (expression: string, difference: string | undefined, reasonsFor: () => readonly string[]) => {
    if (difference === undefined) { return; }
    const reasons = reasonsFor();
    if (reasons.length > 0) { differing++; }
    if (reasons.length === 0) { unexplained.push(`${expression}: ${difference}`); }
    if (reasons.length === 1) { explained.set(reasons[0], (explained.get(reasons[0]) ?? 0) + 1); }
  };
  each(readable, READABLE, (texts) => {
    const { difference, refused } = ofReadable(texts);
    note(expressionOf(texts), difference, () => Object.keys(DIFFERENCES)
      .filter((reason) => DIFFERENCES[reason](texts) && reason.startsWith('croner rejects') === refused));
  });
  each(broken, BROKEN, (expression) => {
    const fields = (/^cron\((.*)\)$/.exec(expression)?.[1] ?? expression).split(' ');
    note(expression, ofBroken(expression, fields), () => Object.keys(CRONER_TAKES).filter((reason) => CRONER_TAKES[reason](fields, expression)));
  });
  const reasons = [...Object.keys(DIFFERENCES), ...Object.keys(CRONER_TAKES)];
  return { expressions: READABLE + BROKEN, differing, explained, unexplained, idle: reasons.filter((reason) => !explained.has(reason)) };
}

/** Unlike a sample, a property run has many values at the ends of their ranges. */
function each<T>(arbitrary: fc.Arbitrary<T>, count: number, look: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, look), { seed: SEED, numRuns: count });
}

/** Whether both accept the expression, and find the same runs. */
function ofReadable(texts: Texts): { readonly difference?: string; readonly refused: boolean } {
  const expression = expressionOf(texts);
  const { fields } = parseCron(expression);
  const problems = scheduleProblems('schedule', expression, NOW);
  const ours = ourRuns(expression);
  const theirs = cronerRuns(FIELD_NAMES.map((name) => texts[name]).join(' '));
  const agree = fields !== undefined && theirs !== undefined && `${theirs}` === `${ours}` && problems.length > 0 === (theirs.length === 0);
  return {
    refused: theirs === undefined,
    ...agree ? {} : { difference: `the library reports ${problems.join('; ') || 'it runs'}, at ${ours ?? 'no known time'}; croner reports ${theirs ? `it runs at ${theirs}` : 'it cannot be read'}` },
  };
}

/** Whether both reject the expression. */
function ofBroken(expression: string, fields: readonly string[]): string | undefined {
  if (parseCron(expression).fields !== undefined) { return 'the library accepts an expression that AWS documents as invalid'; }
  return cronerRuns(fields.join(' ')) === undefined ? undefined : `the library reports ${parseCron(expression).problems.join('; ')}; croner accepts it`;
}
