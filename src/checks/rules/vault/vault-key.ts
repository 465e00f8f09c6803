import type { Text, Vault } from '../../../inventory';
import { aliasProblem, isAlias, isKeyId, keyArnProblems, keyPlaceProblems } from '../../../validation/vault/vault-keys';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'EncryptionKeyArn';
const REGION = /^arn:[^:]+:kms:([a-z0-9-]+):/;

export const vaultKey: Rule = {
  id: RuleId.VAULT_KEY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A vault is encrypted with a key, not an alias.',
  why: 'AWS Backup takes the ARN of a key of the same Region only; the deployment fails.',
  fix: 'Name the key itself by its ARN.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: ({ vaults }) => vaults.flatMap(outcomesOf),
};

function outcomesOf({ key, properties, address, environment, inWords }: Vault): Outcome[] {
  const place = at(address, properties.get(PROPERTY));
  const subject = `vault ${inWords}: `;
  if (key === UNKNOWN) { return [unknown(place, `${subject}whether '${PROPERTY}' is a key cannot be known`)]; }
  if (!isKnown(key)) { return []; }
  const written = key.toString();
  if (isAlias(written)) { return [fault(place, subject + aliasProblem(PROPERTY, `'${written}'`, 'give the ARN of the key itself'))]; }
  if (isId(key)) { return [fault(place, `${subject}'${PROPERTY}' should be the ARN of a key, got the id '${written}': write its attribute Arn`, 'warning')]; }
  const malformed = key.literal === undefined ? [] : keyArnProblems(PROPERTY, key.literal);
  if (malformed.length > 0) { return faults(place, malformed.map((problem) => subject + problem)); }
  const [first] = key.parts;
  return typeof first === 'string'
    ? faults(place, keyPlaceProblems(PROPERTY, 'the vault', environment.region, regionOf(first)).map((problem) => subject + problem))
    : [unknown(place, `${subject}whether '${PROPERTY}' is a key cannot be known`)];
}

/** As `Ref` gives it, or written out. */
function isId({ literal, parts: [first, ...others] }: Text): boolean {
  if (literal !== undefined) { return isKeyId(literal); }
  return others.length === 0 && typeof first === 'object' && first.kind === 'resource';
}

function regionOf(arn: string): Value<string> {
  return REGION.exec(arn)?.[1] ?? UNKNOWN;
}
