import { createRequire } from 'node:module';
import type * as Croner from 'croner';
import { parseCron } from './cron';
import type { CronField } from './fields';
import { FIELD_NAMES, FIELDS } from './fields';
import { timezoneProblem } from './timezone';

/** The first run after a moment, if there is one. */
export type NextRun = (after: Date) => Date | undefined;

const UTC = 'UTC';

/** croner is loaded by the first schedule that is run through: most plans need none. */
const load = createRequire(__filename);

/**
 * How to step through a schedule; `undefined` if it cannot be told when it runs.
 *
 * Around a change to or from daylight saving time croner decides, since AWS Backup only warns that runs may be skipped or doubled.
 */
export function nextRunOf(expression: string, timezone: string = UTC): NextRun | undefined {
  const { fields } = parseCron(expression);
  if (fields === undefined || timezoneProblem(timezone) !== undefined) { return undefined; }
  const pattern = ['0', ...FIELD_NAMES.map((name) => patternOf(fields[name], FIELDS[name]))].join(' ');
  try {
    const { Cron } = load('croner') as typeof Croner;
    const cron = new Cron(pattern, {
      mode: '7-part',
      alternativeWeekdays: true,
      // An offset costs croner a fifth of what a zone does
      ...(timezone === UTC ? { utcOffset: 0 } : { timezone }),
    });
    // An Invalid Date, as a window without bounds makes it, has no run after it
    return (after) => Number.isNaN(after.getTime()) ? undefined : cron.nextRun(after) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The runs from `from` on and before `to`; `undefined` if it cannot be told when the schedule runs. */
export function runsBetween(expression: string, timezone: string | undefined, from: Date, to: Date, max = Infinity): Iterable<Date> | undefined {
  const next = nextRunOf(expression, timezone);
  return next && runs(next, from, to, max);
}

function* runs(next: NextRun, from: Date, to: Date, max: number): Generator<Date> {
  let run = next(justBefore(from));
  for (let count = 0; count < max && run !== undefined && run < to; count++) {
    yield run;
    run = next(run);
  }
}

/** For a `NextRun` that may start at the moment itself. */
export function justBefore(moment: Date): Date {
  return new Date(moment.getTime() - 1);
}

/** croner reads fewer forms than AWS does, so it gets the numbers; it refuses the few specials that it does not know. */
function patternOf({ values, specials }: CronField, { min, max }: { min: number; max: number }): string {
  return values.length === max - min + 1 ? '*' : [...specials, ...values].join(',');
}
