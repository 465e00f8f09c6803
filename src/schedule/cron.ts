import { readField } from './entries';
import type { CronField, CronFields, FieldName } from './fields';
import { FIELD_NAMES, FIELDS } from './fields';
import { neverRunsAgainProblem, neverRunsProblem, restricts } from './never-runs';
import { cronOfRate } from './rate';
import { remember } from '../values/remember';

export interface ParsedCron {
  /** Given as soon as AWS can read the expression, even if it never runs. */
  readonly fields?: CronFields;
  /** Sentence fragments to follow the quoted name of a property; all of them, none for a sound expression. */
  readonly problems: string[];
}

const FIELD_LABELS = FIELD_NAMES.map((name) => FIELDS[name].label).join(' ');

/** What AWS Backup itself takes if a rule has no schedule. */
const EXAMPLE = 'cron(0 5 ? * * *)';

/**
 * Reads and judges a schedule of AWS Backup, in whichever year.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export const parseCron = remember(read);

/** The problems of a schedule that is deployed at some moment: the years that it names can be over by then. */
export function scheduleProblems(expression: string, moment: Date): string[] {
  const { fields, problems } = parseCron(expression);
  const over = fields && neverRunsAgainProblem(fields, moment);
  return over === undefined ? problems : [...problems, over];
}

function read(expression: string): ParsedCron {
  const text = expression.trim();
  if (!text.startsWith('cron(') || !text.endsWith(')')) { return { problems: [formProblem(expression)] }; }

  const texts = withoutCommas(wordsOf(text.slice('cron('.length, -1)));
  if (texts.length !== FIELD_NAMES.length) {
    const problem = `must have six fields (${FIELD_LABELS}), got ${texts.length} in '${expression}': write for example '${EXAMPLE}'`;
    return { problems: [problem] };
  }

  const entries = FIELD_NAMES.map((name, index) => ({ name, ...readField(texts[index], FIELDS[name]) }));
  const fields = Object.fromEntries(entries.map(({ name, field }) => [name, field])) as Record<FieldName, CronField>;
  const unread = entries.flatMap(({ problems }) => problems);
  const unsound = [...unread, ...dayProblems(fields)];
  // Of two days that are both given it is not known which counts, so only one alone can be said never to come
  const judged = unread.length === 0 && !(restricts(fields.dayOfMonth) && restricts(fields.dayOfWeek));
  const never = judged ? neverRunsProblem(fields) : undefined;
  return { fields: unsound.length === 0 ? fields : undefined, problems: never === undefined ? unsound : [...unsound, never] };
}

function formProblem(expression: string): string {
  const words = wordsOf(expression.replace(/^\s*cron|[()]/gi, ' '));
  const advice = /^\s*rate\s*\(/i.test(expression)
    // https://github.com/hashicorp/terraform-provider-aws/issues/8269
    ? `AWS Backup does not support rate expressions, ${write(cronOfRate(expression))}`
    : write(words.length === FIELD_NAMES.length ? `cron(${words.join(' ')})` : undefined);
  return `must be an AWS cron expression of the form 'cron(${FIELD_LABELS})', got '${expression}': ${advice}`;
}

function write(meant: string | undefined): string {
  return meant === undefined ? `write for example '${EXAMPLE}'` : `write '${meant}'`;
}

/** AWS lets only one of the two days be given, and wants to see which one is not. */
function dayProblems(fields: CronFields): string[] {
  const { dayOfMonth: { text: dayOfMonth }, dayOfWeek: { text: dayOfWeek } } = fields;
  if ((dayOfMonth === '?') !== (dayOfWeek === '?')) { return []; }
  const withDays = (first: string, second: string) =>
    `write 'cron(${FIELD_NAMES.map((name) => name === 'dayOfMonth' ? first : name === 'dayOfWeek' ? second : fields[name].text).join(' ')})'`;
  const advice = dayOfMonth === '?' ? withDays('*', '?')
    : dayOfWeek === '*' ? withDays(dayOfMonth, '?')
      : dayOfMonth === '*' ? withDays('?', dayOfWeek)
        : 'write a rule for each';
  return [`needs '?' in exactly one of day-of-month and day-of-week, got '${dayOfMonth}' and '${dayOfWeek}': ${advice}`];
}

/** EventBridge was seen to accept commas after the fields: https://github.com/boto/boto3/issues/2876. A single `?,` is another thing. */
function withoutCommas(words: readonly string[]): string[] {
  const separated = words.slice(0, -1).every((word) => word.endsWith(','));
  return words.map((word) => !separated && word === '?,' ? word : word.replace(/,$/, ''));
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
