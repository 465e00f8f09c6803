import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'EncryptionKeyArn';

export const vaultCustomerManagedKey: Rule = {
  id: RuleId.VAULT_CUSTOMER_MANAGED_KEY,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'A vault is encrypted with a customer managed key.',
  why: 'The policy of the AWS managed key cannot be changed. You cannot restrict who in the account uses the key, or let another account use it. '
    + 'The key of a vault cannot be changed later.',
  fix: 'Create a key for the vault before you store recovery points in the vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  // AWS recommends an AWS owned key for a logically air-gapped vault
  evaluate: ({ vaults }) => vaults.filter(({ kind }) => kind === 'standard').flatMap(({ address, properties, keyKind, label }) => {
    const place = at(address, properties.get(PROPERTY));
    if (keyKind === UNKNOWN) { return [unknown(place, `vault ${label}: whether '${PROPERTY}' is a customer managed key is unknown.`)]; }
    return keyKind === 'customerManaged' ? [] : [
      fault(place, new Problem('managed-key', `'${PROPERTY}' should be a customer managed key, got the AWS managed key. Create a key for the vault.`).of(`vault ${label}`)),
    ];
  }),
};
