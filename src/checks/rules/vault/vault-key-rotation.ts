import { allOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type VaultKey, keysElsewhere, vaultKeys } from '../../subjects/vault-keys';

const PROPERTY = 'EnableKeyRotation';

export const vaultKeyRotation: Rule = {
  id: RuleId.VAULT_KEY_ROTATION,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'AWS KMS rotates the key of a vault every year.',
  why: 'The key of a vault cannot be replaced. Without rotation, one key material encrypts all recovery points for as long as the vault exists.',
  fix: 'Set EnableKeyRotation of the key to true. AWS KMS keeps the earlier key materials, so that all recovery points can still be restored.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  evaluate: (inventory) => [...vaultKeys(inventory).flatMap(outcomesOf), ...keysElsewhere(inventory, 'whether its key is rotated')],
};

function outcomesOf({ key: { address, canRotate, properties, rotates }, label }: VaultKey): Outcome[] {
  const place = at(address, properties.get(PROPERTY));
  const missing = allOf([canRotate, not(rotates)]);
  if (missing === UNKNOWN) { return [unknown(place, `${label}: whether it is rotated is unknown.`)]; }
  return missing ? [fault(place, new Problem('off', `'${PROPERTY}' should be true, got ${properties.get(PROPERTY).given ? 'false' : 'none'}. Turn on rotation.`).of(label))] : [];
}
