import { deletedKeyProblem } from '../../../validation/vault/vault-keys';
import { UNKNOWN } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';
import { type VaultKey, keysElsewhere, vaultKeys } from '../../subjects/vault-keys';

export const vaultKeyRetained: Rule = {
  id: RuleId.VAULT_KEY_RETAINED,
  packs: ['EncryptionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'The key of a vault is retained when its stack is deleted.',
  why: 'Without the key, nobody can restore the recovery points that it encrypts. A vault lock does not protect the key.',
  fix: 'Give the key the DeletionPolicy RetainExceptOnCreate. In the CDK, this is RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE.',
  page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  evaluate: (inventory) => [
    ...vaultKeys(inventory).flatMap(outcomesOf),
    ...keysElsewhere(inventory, 'whether its key is retained when a stack is deleted'),
  ],
};

function outcomesOf({ key: { address, retained }, vaults: [{ address: here, label }] }: VaultKey): Outcome[] {
  const name = seenFrom(here, address);
  if (retained === UNKNOWN) { return [unknown(address, `vault ${label}: whether its key ${name} is retained when its stack is deleted is unknown.`)]; }
  return retained
    ? []
    : [fault(address, deletedKeyProblem('EncryptionKeyArn', `the key ${name}`, 'Give it the DeletionPolicy RetainExceptOnCreate.').of(`vault ${label}`))];
}
