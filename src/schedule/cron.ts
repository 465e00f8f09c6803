import { readField } from './entries';
import { type CronField, type CronFields, type FieldName, FIELD_NAMES, FIELDS } from './fields';
import { neverRunsAgainProblem, neverRunsProblem, restricts } from './never-runs';
import { cronOfRate } from './rate';
import { Problem } from '../values/problem';
import { remember } from '../values/remember';

export interface ParsedCron {
  /** Set if AWS can read the expression, even if it never runs. */
  readonly fields?: CronFields;
  /** Empty for a valid expression. Each message follows the quoted name of a property. */
  readonly problems: readonly Problem[];
}

const FIELD_LABELS = FIELD_NAMES.map((name) => FIELDS[name].name).join(' ');

/** The default of AWS Backup for a rule without a schedule. */
export const EVERY_DAY = 'cron(0 5 ? * * *)';

/** How a message writes a schedule. */
export interface CronNotation {
  /** A schedule for readers who might mean any. */
  readonly example: string;
  readonly write: (expression: string) => string;
}

const TEXT: CronNotation = { example: EVERY_DAY, write: (expression) => `'${expression}'` };

/**
 * Reads and checks a schedule of AWS Backup, regardless of the year.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export const parseCron = remember((expression) => read(expression, TEXT));

/** The problems of a schedule that is deployed at a given time. The years that it names can be over by then. */
export function scheduleProblems(name: string, expression: string, moment: Date, notation = TEXT): Problem[] {
  const { fields, problems } = notation === TEXT ? parseCron(expression) : read(expression, notation);
  const over = fields && neverRunsAgainProblem(fields, moment);
  return [...problems, ...over ? [over] : []].map((problem) => problem.reworded(`'${name}' ${problem.message}`));
}

function read(expression: string, notation: CronNotation): ParsedCron {
  const text = expression.trim();
  if (!text.startsWith('cron(') || !text.endsWith(')')) { return { problems: [formProblem(expression, notation)] }; }

  const texts = withoutCommas(wordsOf(text.slice('cron('.length, -1)));
  if (texts.length !== FIELD_NAMES.length) {
    return { problems: [new Problem('field-count', `must have six fields (${FIELD_LABELS}), got ${texts.length} in '${expression}'. ${advice(undefined, notation)}`)] };
  }

  const entries = FIELD_NAMES.map((name, index) => ({ name, ...readField(texts[index], FIELDS[name]) }));
  const fields = Object.fromEntries(entries.map(({ name, field }) => [name, field])) as Record<FieldName, CronField>;
  const unread = entries.flatMap(({ problems }) => problems);
  const unsound = [...unread, ...dayProblems(fields, notation)];
  // If both days are set, it is unknown which one counts, so only a single day is checked
  const judged = unread.length === 0 && !(restricts(fields.dayOfMonth) && restricts(fields.dayOfWeek));
  const never = judged ? neverRunsProblem(fields) : undefined;
  return { fields: unsound.length === 0 ? fields : undefined, problems: [...unsound, ...never ? [never] : []] };
}

function formProblem(expression: string, notation: CronNotation): Problem {
  const words = wordsOf(expression.replace(/^\s*cron|[()]/gi, ' '));
  const fix = /^\s*rate\s*\(/i.test(expression)
    // https://github.com/hashicorp/terraform-provider-aws/issues/8269
    ? `AWS Backup does not support rate expressions. ${advice(cronOfRate(expression, hourOf(notation.example)), notation)}`
    : advice(words.length === FIELD_NAMES.length ? `cron(${words.join(' ')})` : undefined, notation);
  return new Problem('form', `must be an AWS cron expression of the form 'cron(${FIELD_LABELS})', got '${expression}'. ${fix}`);
}

function advice(meant: string | undefined, { example, write }: CronNotation): string {
  return meant === undefined ? `For example, write ${write(example)}.` : `Write ${write(meant)}.`;
}

/** The hour of a schedule that runs in one hour. */
function hourOf(expression: string): string | undefined {
  return /^cron\(\S+ (\d+) /.exec(expression)?.[1];
}

/** AWS accepts only one of the two days, and requires '?' for the other. */
function dayProblems(fields: CronFields, { write }: CronNotation): Problem[] {
  const { dayOfMonth: { text: dayOfMonth }, dayOfWeek: { text: dayOfWeek } } = fields;
  if ((dayOfMonth === '?') !== (dayOfWeek === '?')) { return []; }
  const withDays = (first: string, second: string) =>
    `Write ${write(`cron(${FIELD_NAMES.map((name) => name === 'dayOfMonth' ? first : name === 'dayOfWeek' ? second : fields[name].text).join(' ')})`)}.`;
  const fix = dayOfMonth === '?' ? withDays('*', '?')
    : dayOfWeek === '*' ? withDays(dayOfMonth, '?')
      : dayOfMonth === '*' ? withDays('?', dayOfWeek)
        : 'Write a rule for each.';
  return [new Problem('days', `must have '?' in exactly one of day-of-month and day-of-week, got '${dayOfMonth}' and '${dayOfWeek}'. ${fix}`)];
}

/** EventBridge has accepted commas after the fields: https://github.com/boto/boto3/issues/2876. A single `?,` is not such a comma. */
function withoutCommas(words: readonly string[]): string[] {
  const separated = words.slice(0, -1).every((word) => word.endsWith(','));
  return words.map((word) => !separated && word === '?,' ? word : word.replace(/,$/, ''));
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
