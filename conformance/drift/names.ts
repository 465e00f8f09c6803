import type { Fact } from './aws/fact';

const CHARACTERS = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).concat('ā', 'Ω', '中', '😀');
const LENGTHS = [0, 1, 2, 3, 49, 50, 51, 199, 200, 201, 255, 256, 257, 300];

/** Names with each character at the start, at the end, and between letters, and with each length near a bound. */
const SAMPLES = [
  ...CHARACTERS.flatMap((character) => [character, `a${character}`, `${character}a`, `ab${character}cd`]),
  ...['a', '0', '_', '-', '.'].flatMap((character) => LENGTHS.map((length) => character.repeat(length))),
  ...LENGTHS.map((length) => `a${'0'.repeat(length)}`),
];

/** The names that AWS and our pattern match differently. AWS matches the whole value. */
export function matchedOtherwise(pattern: RegExp, facts: readonly Fact[]): string[] {
  const first = (kind: Fact['kind']) => facts.find((fact) => fact.kind === kind)?.value;
  const theirs = new RegExp(`^(?:${(first('pattern') ?? '.*').replace(/^\^|\$$/g, '')})$`, 's');
  const [min, max] = [Number(first('min') ?? 0), Number(first('max') ?? Infinity)];
  return SAMPLES.filter((sample) => pattern.test(sample) !== (theirs.test(sample) && sample.length >= min && sample.length <= max));
}

export const SAMPLED = SAMPLES.length;
