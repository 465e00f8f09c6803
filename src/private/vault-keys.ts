import type { Value } from './unknown';
import { isKnown } from './unknown';

const ALIAS = /(^|:)alias\//;

export function isAlias(key: Value<string>): boolean {
  return isKnown(key) && ALIAS.test(key);
}

/** @param got the alias, for the reader */
export function aliasProblem(name: string, got: string, remedy: string): string {
  return `'${name}' must be a key, got the alias ${got}: AWS Backup takes the ARN of a key only, ${remedy}`;
}

/** @param subject what the key is to encrypt */
export function keyPlaceProblems(name: string, subject: string, here: Value<string>, there: Value<string>): string[] {
  return isKnown(here) && isKnown(there) && here !== there
    ? [`'${name}' must be in the Region of ${subject} ('${here}'), got a key of '${there}': make one there`]
    : [];
}
