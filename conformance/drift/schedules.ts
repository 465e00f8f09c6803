import * as fc from 'fast-check';
import { parseCron, scheduleProblems } from '../../src/schedule/cron';
import { FIELD_NAMES, FIELDS } from '../../src/schedule/fields';
import { DIFFERENCES, cronerRuns, ourRuns } from '../../test/schedule/croner';
import type { Texts } from '../../test/schedule/expressions';
import { broken, expressionOf, readable } from '../../test/schedule/expressions';

/** That of the tests, whose first expressions these are. */
const SEED = 20260615;
const READABLE = 15_000;
const BROKEN = 5_000;
const NOW = new Date('2026-06-15T12:00:00Z');

export interface ComparedSchedules {
  readonly expressions: number;
  /** How many are read otherwise, for one of the reasons or several. */
  readonly differing: number;
  /** How often each reason for a difference was the only one. */
  readonly explained: ReadonlyMap<string, number>;
  readonly unexplained: readonly string[];
  /** Reasons for which no difference was found: they have to go. */
  readonly idle: readonly string[];
}

/** Where croner reads what AWS does not, and we do not therefore. */
const CRONER_TAKES: Readonly<Record<string, (fields: readonly string[], expression: string) => boolean>> = {
  'croner takes the fields alone, AWS wants them in cron(…)': (_, expression) => !expression.startsWith('cron('),
  'croner needs no ?, AWS wants it in one of the days': ([, , dayOfMonth, , dayOfWeek]) => (dayOfMonth === '?') === (dayOfWeek === '?'),
  'croner takes ? in every field and beside values, AWS alone and in a day': (fields) =>
    fields.some((field, index) => field.includes('?') && (field !== '?' || !FIELDS[FIELD_NAMES[index]].wildcards.includes('?'))),
  'croner takes # beside other days of the week, AWS alone': ([, , , , dayOfWeek]) => /#.*,|,.*#/.test(dayOfWeek),
  'croner takes years up to 9999, AWS 1970 to 2199': ([, , , , , year]) =>
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
      .filter((reason) => DIFFERENCES[reason](texts) && reason.startsWith('croner refuses') === refused));
  });
  each(broken, BROKEN, (expression) => {
    const fields = (/^cron\((.*)\)$/.exec(expression)?.[1] ?? expression).split(' ');
    note(expression, ofBroken(expression, fields), () => Object.keys(CRONER_TAKES).filter((reason) => CRONER_TAKES[reason](fields, expression)));
  });
  const reasons = [...Object.keys(DIFFERENCES), ...Object.keys(CRONER_TAKES)];
  return { expressions: READABLE + BROKEN, differing, explained, unexplained, idle: reasons.filter((reason) => !explained.has(reason)) };
}

/** Unlike a sample, the run of a property has many values at the ends of their ranges. */
function each<T>(arbitrary: fc.Arbitrary<T>, count: number, look: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, look), { seed: SEED, numRuns: count });
}

/** Whether both read it, and find the same runs. */
function ofReadable(texts: Texts): { readonly difference?: string; readonly refused: boolean } {
  const expression = expressionOf(texts);
  const { fields } = parseCron(expression);
  const problems = scheduleProblems('schedule', expression, NOW);
  const ours = ourRuns(expression);
  const theirs = cronerRuns(FIELD_NAMES.map((name) => texts[name]).join(' '));
  const agree = fields !== undefined && theirs !== undefined && `${theirs}` === `${ours}` && problems.length > 0 === (theirs.length === 0);
  return {
    refused: theirs === undefined,
    ...agree ? {} : { difference: `we say ${problems.join('; ') || 'it runs'}, at ${ours ?? 'no known time'}; croner says ${theirs ? `it runs at ${theirs}` : 'it cannot be read'}` },
  };
}

/** Whether both refuse it. */
function ofBroken(expression: string, fields: readonly string[]): string | undefined {
  if (parseCron(expression).fields !== undefined) { return 'we read what AWS documents to be wrong'; }
  return cronerRuns(fields.join(' ')) === undefined ? undefined : `we say ${parseCron(expression).problems.join('; ')}; croner reads it`;
}
