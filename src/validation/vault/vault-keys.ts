import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

const ALIAS = /(^|:)alias\//;

export function isAlias(key: Value<string>): boolean {
  return isKnown(key) && ALIAS.test(key);
}

/** An id, as KMS gives it to a key of one Region or of several. */
const KEY_ID = /^(?:mrk-)?[0-9a-f-]{32,36}$/i;
const KEY_ARN = /^arn:[^:]+:kms:[^:]+:\d{12}:key\/./;

export function isKeyId(key: string): boolean {
  return KEY_ID.test(key);
}

/** @param key written out, no alias */
export function keyArnProblems(name: string, key: string): string[] {
  return KEY_ARN.test(key) ? [] : [`'${name}' must be the ARN of a key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got '${key}': write the whole ARN`];
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
