import type { Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { deletionWindowOutcomes } from '../../subjects/key-outcomes';
import { keysElsewhere, vaultKeys } from '../../subjects/vault-keys';

export const vaultKeyDeletionWindow: Rule = {
  id: RuleId.VAULT_KEY_DELETION_WINDOW,
  packs: ['EncryptionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'The key of a vault has the longest waiting period before it is deleted.',
  why: 'When the period ends, the recovery points that the key encrypts are lost, even in a vault with a lock.',
  fix: 'Leave PendingWindowInDays out, or set it to 30.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  evaluate: (inventory) => [
    ...vaultKeys(inventory).flatMap(({ key, label }) => deletionWindowOutcomes(key, label)),
    ...keysElsewhere(inventory, 'the waiting period before its key is deleted'),
  ],
};
