import type { BackupInventory, Text, Vault } from '../../../inventory';
import { aliasProblem, disabledKeyProblem, isAlias, isKeyId, keyArnProblems, keyPlaceProblems } from '../../../validation/vault/vault-keys';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';

const PROPERTY = 'EncryptionKeyArn';
const REGION = /^arn:[^:]+:kms:([a-z0-9-]+):/;

export const vaultKey: Rule = {
  id: RuleId.VAULT_KEY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A vault is encrypted with an enabled key, not with an alias.',
  why: 'AWS Backup accepts only the ARN of a key in the same Region. The deployment fails. A disabled key is a warning, because AWS Backup needs the key only for types that it manages fully.',
  fix: 'Use the ARN of the key.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: (inventory) => inventory.vaults.flatMap((vault) => [...outcomesOf(vault), ...ofDisabled(vault, inventory)]),
};

function ofDisabled({ key: named, properties, address, environment, label }: Vault, inventory: BackupInventory): Outcome[] {
  const key = inventory.keyNamed(named, environment);
  return isKnown(key) && key.enabled === false
    ? [fault(at(address, properties.get(PROPERTY)), disabledKeyProblem(`'${PROPERTY}' should be`, `the key ${seenFrom(address, key.address)}`).of(`vault ${label}`), 'warning')]
    : [];
}

function outcomesOf({ key, properties, address, environment, label }: Vault): Outcome[] {
  const place = at(address, properties.get(PROPERTY));
  const subject = `vault ${label}`;
  if (key === UNKNOWN) { return [unknown(place, `${subject}: whether '${PROPERTY}' is a key is unknown.`)]; }
  if (!isKnown(key)) { return []; }
  const written = key.toString();
  if (isAlias(written)) { return [fault(place, aliasProblem(PROPERTY, `'${written}'`, 'Use the ARN of the key.').of(subject))]; }
  if (isId(key)) {
    return [fault(place, new Problem('id', `'${PROPERTY}' should be the ARN of a key, got the ID '${written}'. Use its attribute Arn.`).of(subject), 'warning')];
  }
  const malformed = key.literal === undefined ? [] : keyArnProblems(PROPERTY, key.literal);
  if (malformed.length > 0) { return faults(place, malformed.map((problem) => problem.of(subject))); }
  const [first] = key.parts;
  return typeof first === 'string'
    ? faults(place, keyPlaceProblems(PROPERTY, 'the vault', environment.region, regionOf(first)).map((problem) => problem.of(subject)))
    : [unknown(place, `${subject}: whether '${PROPERTY}' is a key is unknown.`)];
}

/** As `Ref` returns it, or as a literal. */
function isId({ literal, parts: [first, ...others] }: Text): boolean {
  if (literal !== undefined) { return isKeyId(literal); }
  return others.length === 0 && typeof first === 'object' && first.kind === 'resource';
}

function regionOf(arn: string): Value<string> {
  return REGION.exec(arn)?.[1] ?? UNKNOWN;
}
