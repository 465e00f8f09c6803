import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'EncryptionKeyArn';

export const vaultCustomerManagedKey: Rule = {
  id: RuleId.VAULT_CUSTOMER_MANAGED_KEY,
  packs: ['EncryptionChecks'],
  level: 'warning',
  what: 'A vault is encrypted with a customer managed key.',
  why: 'The policy of the AWS managed key cannot be changed: it neither keeps anyone in the account out nor lets another account in, and the key of a vault '
    + 'cannot be changed later.',
  fix: 'Make a key for the vault before anything is backed up into it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  // AWS recommends the key that it owns for a logically air-gapped vault
  evaluate: ({ vaults }) => vaults.filter(({ kind }) => kind === 'standard').flatMap(({ address, properties, keyKind, inWords }) => {
    const place = at(address, properties.get(PROPERTY));
    if (keyKind === UNKNOWN) { return [unknown(place, `vault ${inWords}: whether '${PROPERTY}' is a customer managed key cannot be known`)]; }
    return keyKind === 'customerManaged' ? [] : [
      fault(place, `vault ${inWords}: '${PROPERTY}' should be a customer managed key, got that of AWS: make a key for the vault`),
    ];
  }),
};
