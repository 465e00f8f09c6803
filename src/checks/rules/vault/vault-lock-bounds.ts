import { BOUND_PROPERTIES, boundOutcomes } from './bounds';
import type { Vault } from '../../../inventory';
import { lockProblems } from '../../../validation/vault/vault-lock';
import { isKnown, UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'LockConfiguration';
const NAMES = {
  minRetention: `${PROPERTY}.${BOUND_PROPERTIES.minRetention}`,
  maxRetention: `${PROPERTY}.${BOUND_PROPERTIES.maxRetention}`,
  changeableFor: `${PROPERTY}.${BOUND_PROPERTIES.changeableFor}`,
};

export const vaultLockBounds: Rule = {
  id: RuleId.VAULT_LOCK_BOUNDS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The bounds of a vault lock are within the limits of AWS Backup.',
  why: 'AWS Backup rejects the lock, and the deployment fails.',
  fix: 'Set the retention and the cooling-off time within the limits that the message states.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  evaluate: ({ vaults }) => vaults.filter(({ kind }) => kind === 'standard').flatMap(outcomesOf),
};

function outcomesOf(vault: Vault): Outcome[] {
  const { lock, address, label } = vault;
  const property = vault.properties.get(PROPERTY);
  if (lock === UNKNOWN) { return [unknown(at(address, property), `vault ${label}: whether AWS Backup accepts its lock is unknown.`)]; }
  if (!isKnown(lock)) { return []; }
  return boundOutcomes(vault, property, lock, lockProblems(lock, NAMES));
}
