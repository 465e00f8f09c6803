import { type Duration, Token, Tokenization } from 'aws-cdk-lib';
import { Problem } from '../values/problem';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** A duration in whole units, as AWS Backup counts it. */
export interface Measure {
  /** For checks. */
  readonly value: Value<number>;
  /** For the template, in which a token stays a token. */
  readonly rendered: number | undefined;
}

export function inDays(name: string, duration: Duration | undefined, problems: Problem[]): Measure {
  return measure(name, duration, 'days', (given) => given.toDays(), problems);
}

export function inMinutes(name: string, duration: Duration | undefined, problems: Problem[]): Measure {
  return measure(name, duration, 'minutes', (given) => given.toMinutes(), problems);
}

/** Whole days if possible, otherwise whole hours. */
export interface HoursOrDays extends Measure {
  readonly unit: 'hours' | 'days';
}

export function inHoursOrDays(name: string, duration: Duration, problems: Problem[]): HoursOrDays {
  const inHours = (given: Duration) => given.toHours();
  if (duration.isUnresolved() && duration.unitLabel() === 'days') {
    return { unit: 'days', ...inDays(name, duration, problems) };
  }
  const hours = measure(name, duration, 'hours', inHours, problems);
  return isKnown(hours.value) && hours.value % HOURS_OF_A_DAY === 0
    ? { unit: 'days', value: hours.value / HOURS_OF_A_DAY, rendered: hours.value / HOURS_OF_A_DAY }
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

function measure(name: string, duration: Duration | undefined, unit: string, convert: (given: Duration) => number, problems: Problem[]): Measure {
  if (duration === undefined) { return { value: undefined, rendered: undefined }; }
  if (duration.isUnresolved()) {
    if (duration.unitLabel() === unit) { return { value: UNKNOWN, rendered: convert(duration) }; }
    problems.push(new Problem('unit', `'${name}' must be in ${unit} if it is a token, got ${duration.unitLabel()}. Use Duration.${unit}(…).`));
    return { value: UNKNOWN, rendered: undefined };
  }
  const amount = wholeOrUndefined(() => convert(duration));
  if (amount !== undefined) { return { value: amount, rendered: amount }; }
  problems.push(new Problem('fraction', `'${name}' must be a whole number of ${unit}, got ${duration.toHumanString()}. Round it.`));
  return { value: UNKNOWN, rendered: undefined };
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
