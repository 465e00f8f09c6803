import type { Vault } from '../../../inventory';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { CheckOptions } from '../../check-options';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'LockConfiguration';

export const vaultLocked: Rule = {
  id: RuleId.VAULT_LOCKED,
  packs: ['RetentionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'A vault has a lock, in compliance mode where that is required.',
  why: 'Without a lock recovery points can be deleted before their time; a lock in governance mode can be lifted by whoever has the right to.',
  fix: 'Give the vault a lock; ChangeableForDays makes it one that nobody can lift.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  // a logically air-gapped vault has a compliance lock by nature
  evaluate: ({ vaults }, options) => vaults.filter(({ kind }) => kind === 'standard').flatMap((vault) => outcomesOf(vault, options)),
};

function outcomesOf({ lock, address, properties, inWords }: Vault, { complianceLock = false }: CheckOptions): Outcome[] {
  const property = properties.get(PROPERTY);
  if (lock === undefined) {
    return complianceLock
      ? [fault(at(address, property), `vault ${inWords}: '${PROPERTY}' must be a compliance lock, got none: add a lock with 'ChangeableForDays'`, 'error')]
      : [fault(at(address, property), `vault ${inWords}: '${PROPERTY}' should be given, got none: add a lock`)];
  }
  if (lock === UNKNOWN || (complianceLock && lock.changeableFor === UNKNOWN)) {
    return [unknown(at(address, property), `vault ${inWords}: whether '${PROPERTY}' is a ${complianceLock ? 'compliance lock' : 'lock'} cannot be known`)];
  }
  return complianceLock && lock.changeableFor === undefined
    ? [fault(at(address, property.get('ChangeableForDays')), `vault ${inWords}: '${PROPERTY}' must be a compliance lock, got one in governance mode: add 'ChangeableForDays'`, 'error')]
    : [];
}
