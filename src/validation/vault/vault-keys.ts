import { KEY_DELETION_WINDOW } from '../../capabilities/keys';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, isKnown } from '../../values/unknown';

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
    ? [new Problem('region', `'${name}' must be in the Region of ${subject} ('${here}'), got a key in '${there}'. Create a key in the Region of ${subject}.`)]
    : [];
}

/** @param fix how to retain the key */
export function deletedKeyProblem(name: string, got: string, fix: string): Problem {
  return new Problem('deleted', `'${name}' should be a key that is retained when its stack is deleted, got ${got}, which is deleted. ${fix} `
    + 'Without the key, nobody can restore the recovery points that it encrypts.');
}

/** @param got the key, for the reader */
export function disabledKeyProblem(rule: string, got: string): Problem {
  return new Problem('disabled', `${rule} a key that is enabled, got ${got}, whose 'Enabled' is false. Leave 'Enabled' out. AWS KMS rejects every encryption with a disabled key.`);
}

/** @param written whether the property is false, and not left out */
export function rotationProblem(name: string, written: boolean): Problem {
  return new Problem('off', `'${name}' should be true, got ${written ? 'false' : 'none'}. Turn on rotation.`);
}

/** A shorter time leaves less time to notice that a key is about to be deleted. */
export function deletionWindowProblems(name: string, days: Value<number>): Problem[] {
  const { default: longest } = KEY_DELETION_WINDOW;
  return isKnown(days) && days < longest
    ? [new Problem('window', `'${name}' should be ${longest} days for a key that encrypts recovery points, got ${count(days, 'days')}. Leave it out. `
      + 'In this time, you can still cancel the deletion of the key.')]
    : [];
}
