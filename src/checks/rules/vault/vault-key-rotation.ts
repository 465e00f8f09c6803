import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { rotationOutcomes } from '../../subjects/key-outcomes';
import { keysElsewhere, vaultKeys } from '../../subjects/vault-keys';

export const vaultKeyRotation: Rule = {
  id: RuleId.VAULT_KEY_ROTATION,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'AWS KMS rotates the key of a vault every year.',
  why: 'The key of a vault cannot be replaced. Without rotation, one key material encrypts all recovery points for as long as the vault exists.',
  fix: 'Set EnableKeyRotation of the key to true. AWS KMS keeps the earlier key materials, so that all recovery points can still be restored.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  evaluate: (inventory) => [...vaultKeys(inventory).flatMap(({ key, label }) => rotationOutcomes(key, label)), ...keysElsewhere(inventory, 'whether its key is rotated')],
};
