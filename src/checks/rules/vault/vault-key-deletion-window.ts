import { deletionWindowProblems } from '../../../validation/vault/vault-keys';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { type VaultKey, keysElsewhere, vaultKeys } from '../../subjects/vault-keys';

const PROPERTY = 'PendingWindowInDays';

export const vaultKeyDeletionWindow: Rule = {
  id: RuleId.VAULT_KEY_DELETION_WINDOW,
  packs: ['EncryptionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'The key of a vault has the longest waiting period before it is deleted.',
  why: 'When the period ends, the recovery points that the key encrypts are lost, even in a vault with a lock.',
  fix: 'Leave PendingWindowInDays out, or set it to 30.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  evaluate: (inventory) => [...vaultKeys(inventory).flatMap(outcomesOf), ...keysElsewhere(inventory, 'the waiting period before its key is deleted')],
};

function outcomesOf({ key: { address, deletionWindow, properties }, label }: VaultKey): Outcome[] {
  const problems = deletionWindowProblems(PROPERTY, deletionWindow).map((problem) => problem.of(label));
  return judged(at(address, properties.get(PROPERTY)), problems, [deletionWindow], `${label}: '${PROPERTY}' is unknown.`);
}
