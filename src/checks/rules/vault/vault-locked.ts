import type { Vault } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { CheckOptions } from '../../check-options';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'LockConfiguration';

export const vaultLocked: Rule = {
  id: RuleId.VAULT_LOCKED,
  packs: ['RetentionChecks', 'ResilienceChecks'],
  level: 'warning',
  what: 'A vault has a lock, in compliance mode where that is required.',
  why: 'Without a lock, recovery points can be deleted before they expire. A lock in governance mode can be removed by a principal with the permission.',
  fix: 'Add a lock to the vault. A lock with ChangeableForDays is a compliance lock, which nobody can remove after that time.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  // A logically air-gapped vault always has a compliance lock
  evaluate: ({ vaults }, options) => vaults.filter(({ kind }) => kind === 'standard').flatMap((vault) => outcomesOf(vault, options)),
};

function outcomesOf({ lock, address, properties, label }: Vault, { requireComplianceLock = false }: CheckOptions): Outcome[] {
  const property = properties.get(PROPERTY);
  const subject = `vault ${label}`;
  if (lock === undefined) {
    return requireComplianceLock
      ? [fault(at(address, property), new Problem('none', `'${PROPERTY}' must be a compliance lock, got none. Add a lock with 'ChangeableForDays'.`).of(subject), 'error')]
      : [fault(at(address, property), new Problem('none', `'${PROPERTY}' should be set, got none. Add a lock.`).of(subject))];
  }
  if (lock === UNKNOWN || (requireComplianceLock && lock.changeableFor === UNKNOWN)) {
    return [unknown(at(address, property), `${subject}: whether '${PROPERTY}' is a ${requireComplianceLock ? 'compliance lock' : 'lock'} is unknown.`)];
  }
  return requireComplianceLock && lock.changeableFor === undefined
    ? [fault(at(address, property.get('ChangeableForDays')),
      new Problem('governance', `'${PROPERTY}' must be a compliance lock, got a lock in governance mode. Add 'ChangeableForDays'.`).of(subject), 'error')]
    : [];
}
