import { Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';

/** A duration, in a form that is easy to read. */
export type Span = `${number} ${keyof typeof UNITS}`;

const UNITS = { days: Duration.days, hours: Duration.hours, minutes: Duration.minutes, seconds: Duration.seconds };

export function durationOf(span: Span): Duration {
  const [amount, unit] = span.split(' ');
  return UNITS[unit as keyof typeof UNITS](Number(amount));
}

export const optionalDuration = (span: Span | undefined) => span === undefined ? undefined : durationOf(span);

/** Mostly usual values, sometimes values at a limit, and seldom wrong values, because an app has about thirty values. */
export function mostly<T>(usual: fc.Arbitrary<T>, allowed: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 260 }, { arbitrary: allowed, weight: 40 }, { arbitrary: wrong, weight: 1 });
}

/** Whole numbers around two limits, with both sides of each. */
export function around(usual: readonly number[], min: number, max: number): fc.Arbitrary<number> {
  return mostly(fc.constantFrom(...usual), fc.constantFrom(min, min + 1, max - 1, max), fc.constantFrom(min - 1, max + 1));
}

const DAY = 24;

/** The same days in other units, and durations that are not a whole number of days. */
export function inSpans(days: fc.Arbitrary<number>): fc.Arbitrary<Span> {
  return fc.oneof(
    { arbitrary: days.map((each): Span => `${each} days`), weight: 120 },
    { arbitrary: days.map((each): Span => `${each * DAY} hours`), weight: 20 },
    fc.constantFrom<Span>('36 hours', '90 minutes', '1 seconds'),
  );
}

/** A list that is mostly short, and seldom near a quota. */
export function counted<T>(each: fc.Arbitrary<T>, usualMax: number, quota: number): fc.Arbitrary<T[]> {
  const of = (length: number) => fc.array(each, { minLength: length, maxLength: length });
  return mostly(fc.array(each, { maxLength: usualMax }), fc.oneof(of(1), of(quota)), of(quota + 1));
}

/** Names with the characters and lengths that AWS allows, and some that it does not allow. */
export function names(usual: readonly string[], shortest: number, extra: string): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...`azAZ09${extra}`);
  const ofLength = (length: number) => fc.string({ unit: letter, minLength: length, maxLength: length });
  return mostly(
    fc.constantFrom(...usual),
    fc.oneof(ofLength(shortest), ofLength(50)),
    fc.oneof(ofLength(shortest - 1), ofLength(51), fc.constantFrom('with space', 'Straße', 'a/b', 'a:b', '${x}')),
  );
}

const tagText = fc.constantFrom('backup', 'Owner', 'cost center', 'équipe', 'a:b', 'k+-=._:/@');

/** Tags. AWS does not allow keys that begin with its own prefix. */
export function tagsUpTo(quota: number): fc.Arbitrary<{ [key: string]: string }> {
  const numbered = (length: number) => fc.constant(Object.fromEntries(Array.from({ length }, (_, index) => [`tag${index}`, 'x'])));
  return mostly(
    fc.dictionary(tagText, tagText, { maxKeys: 3, noNullPrototype: true }),
    numbered(quota),
    fc.oneof(numbered(quota + 1), fc.constant({ 'aws:reserved': 'x' })),
  );
}
