import { type Duration, Token, Tokenization } from 'aws-cdk-lib';
import { Problem } from '../values/problem';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** A duration in whole units, as AWS Backup counts it. */
export interface Measure {
  /** For checks. */
  readonly value: Value<number>;
  /** For the template, in which a token stays a token. */
  readonly rendered: number | undefined;
  /** Why it is not a number of whole units. The value is then unknown. */
  readonly problems: readonly Problem[];
}

export function inDays(name: string, duration: Duration | undefined): Measure {
  return measure(name, duration, 'days', (given) => given.toDays());
}

export function inMinutes(name: string, duration: Duration | undefined): Measure {
  return measure(name, duration, 'minutes', (given) => given.toMinutes());
}

/** Whole days if possible, otherwise whole hours. */
export interface HoursOrDays extends Measure {
  readonly unit: 'hours' | 'days';
}

export function inHoursOrDays(name: string, duration: Duration): HoursOrDays {
  if (duration.isUnresolved() && duration.unitLabel() === 'days') { return { unit: 'days', ...inDays(name, duration) }; }
  const hours = measure(name, duration, 'hours', (given) => given.toHours());
  return isKnown(hours.value) && hours.value % HOURS_OF_A_DAY === 0
    ? { unit: 'days', ...exactly(hours.value / HOURS_OF_A_DAY) }
    : { unit: 'hours', ...hours };
}

export const HOURS_OF_A_DAY = 24;

/** A value for checks: a token is unknown, never compared. */
export function knownOf<T>(value: T | undefined): Value<T> {
  return value !== undefined && Token.isUnresolved(value) ? UNKNOWN : value;
}

/** A text whose tokens are replaced with the word 'token'. A text that is one token as a whole is unknown. */
export function readableText(text: string): Value<string> {
  return withoutTokens(text, 'token');
}

/** A text whose tokens are replaced with another text. A text that is one token as a whole is unknown. */
export function withoutTokens(text: string, replacement: string): Value<string> {
  if (Token.isUnresolved([text])) { return UNKNOWN; }
  const fragments = Tokenization.reverseString(text);
  return fragments.length === 1 && fragments.tokens.length === 1
    ? UNKNOWN
    : fragments.mapTokens({ mapToken: () => replacement }).join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
}

function measure(name: string, duration: Duration | undefined, unit: string, convert: (given: Duration) => number): Measure {
  if (duration === undefined) { return exactly(undefined); }
  if (duration.isUnresolved()) {
    return duration.unitLabel() === unit
      ? { value: UNKNOWN, rendered: convert(duration), problems: [] }
      : unreadable(new Problem('unit', `'${name}' must be in ${unit} if it is a token, got ${duration.unitLabel()}. Use Duration.${unit}(…).`));
  }
  const amount = wholeOrUndefined(() => convert(duration));
  return amount !== undefined
    ? exactly(amount)
    : unreadable(new Problem('fraction', `'${name}' must be a whole number of ${unit}, got ${duration.toHumanString()}. Round it.`));
}

function exactly(amount: number | undefined): Measure {
  return { value: amount, rendered: amount, problems: [] };
}

function unreadable(problem: Problem): Measure {
  return { value: UNKNOWN, rendered: undefined, problems: [problem] };
}

/** `Duration` throws if a conversion would lose a fraction. */
function wholeOrUndefined(convert: () => number): number | undefined {
  try {
    const amount = convert();
    return Number.isInteger(amount) ? amount : undefined;
  } catch {
    return undefined;
  }
}
