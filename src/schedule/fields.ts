/** The syntax of one field of a cron expression. */
export interface FieldSyntax {
  /** As AWS names the field. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Words that stand for a number. */
  readonly names: ReadonlyMap<string, number>;
  /** For messages. */
  readonly wildcards: string;
  /** Whether the first value follows the last one, as in the hours. */
  readonly startsAgain: boolean;
  /** Words that stand for a number as a whole entry only. */
  readonly aliases?: ReadonlyMap<string, number>;
  /** Whole entries that only a calendar can resolve to days. `value` must be in the range of the field. */
  readonly special?: RegExp;
}

const NO_NAMES: ReadonlyMap<string, number> = new Map();
const MONTHS = numbered('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC');
const WEEKDAYS = numbered('SUN MON TUE WED THU FRI SAT');

/**
 * The six fields in their order. Ranges, names, and wildcards are those of EventBridge, whose syntax AWS Backup uses.
 *
 * Syntax that the EventBridge guide leaves open is accepted, because rejecting a valid schedule costs more than missing a mistake: `LW`, `L-3`,
 * `25-L`, ranges that wrap around, and increments in day-of-week. `5/W` and `L` for Saturday are from the Lambda guide.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/tutorial-scheduled-events-schedule-expressions.html
 */
export const FIELDS = {
  minutes: { name: 'minutes', min: 0, max: 59, names: NO_NAMES, wildcards: ', - * /', startsAgain: true },
  hours: { name: 'hours', min: 0, max: 23, names: NO_NAMES, wildcards: ', - * /', startsAgain: true },
  dayOfMonth: {
    name: 'day-of-month',
    min: 1,
    max: 31,
    names: NO_NAMES,
    wildcards: ', - * ? / L W',
    startsAgain: true,
    special: /^(?:LW?|L-\d+|(?<value>\d+)(?<suffix>-L|\/?W))$/,
  },
  month: { name: 'month', min: 1, max: 12, names: MONTHS, wildcards: ', - * /', startsAgain: true },
  dayOfWeek: {
    name: 'day-of-week',
    min: 1,
    max: 7,
    names: WEEKDAYS,
    aliases: new Map([['L', 7]]),
    wildcards: ', - * ? / L #',
    startsAgain: true,
    special: /^(?<value>\d+|[A-Z]{3})(?<suffix>L|#(?<occurrence>\d+))$/,
  },
  year: { name: 'year', min: 1970, max: 2199, names: NO_NAMES, wildcards: ', - * /', startsAgain: false },
} as const satisfies Record<string, FieldSyntax>;

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** A field that was read. It matches if one of its values or specials matches. */
export interface CronField {
  /** As written, without a comma at the end. */
  readonly text: string;
  /** In ascending order. `*` and `?` stand for the whole range. */
  readonly values: readonly number[];
  /** Upper-case, with numbers for names: `L`, `LW`, `L-3`, `15W`, `6L`, `2#1`. */
  readonly specials: readonly string[];
}

export type CronFields = Readonly<Record<FieldName, CronField>>;

/** `0-59`, or `1-7 (SUN-SAT)` if names can be used. */
export function rangeLabel(syntax: FieldSyntax): string {
  const [first, last] = endsByName(syntax);
  return first === undefined ? `${syntax.min}-${syntax.max}` : `${syntax.min}-${syntax.max} (${first}-${last})`;
}

/** `0 to 59`, or `1 to 7 or SUN to SAT` if names can be used. */
export function rangeToWrite(syntax: FieldSyntax): string {
  const [first, last] = endsByName(syntax);
  return `${syntax.min} to ${syntax.max}${first === undefined ? '' : ` or ${first} to ${last}`}`;
}

function endsByName({ names }: FieldSyntax): (string | undefined)[] {
  const words = [...names.keys()].filter((word) => word.length === 3);
  return [words[0], words[words.length - 1]];
}

function numbered(words: string): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, index + 1]));
}
