import { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

const ALIAS = /(^|:)alias\//;

export function isAlias(key: Value<string>): boolean {
  return isKnown(key) && ALIAS.test(key);
}

/** The id of a single-Region or multi-Region key. */
const KEY_ID = /^(?:mrk-)?[0-9a-f-]{32,36}$/i;
const KEY_ARN = /^arn:[^:]+:kms:[^:]+:\d{12}:key\/./;

export function isKeyId(key: string): boolean {
  return KEY_ID.test(key);
}

/** @param key a literal that is not an alias */
export function keyArnProblems(name: string, key: string): Problem[] {
  return KEY_ARN.test(key) ? [] : [
    new Problem('arn', `'${name}' must be the ARN of a key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got '${key}'. Write the whole ARN.`),
  ];
}

/** @param got the alias, for the reader */
export function aliasProblem(name: string, got: string, fix: string): Problem {
  return new Problem('alias', `'${name}' must be a key, got the alias ${got}. ${fix} AWS Backup accepts only the ARN of a key.`);
}

/** @param subject what the key encrypts */
export function keyPlaceProblems(name: string, subject: string, here: Value<string>, there: Value<string>): Problem[] {
  return isKnown(here) && isKnown(there) && here !== there
    ? [new Problem('region', `'${name}' must be in the Region of ${subject} ('${here}'), got a key in '${there}'. Make a key in the Region of ${subject}.`)]
    : [];
}
