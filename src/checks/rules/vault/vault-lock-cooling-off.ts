import { BOUND_PROPERTIES } from './bounds';
import type { Vault } from '../../../inventory';
import { coolingOffProblems } from '../../../validation/vault/short-cooling-off';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = `LockConfiguration.${BOUND_PROPERTIES.changeableFor}`;

export const vaultLockCoolingOff: Rule = {
  id: RuleId.VAULT_LOCK_COOLING_OFF,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The compliance lock of a vault can be corrected for longer than the shortest time that AWS Backup accepts.',
  why: 'After that time, nobody can correct the lock. A wrong retention then applies to every recovery point in the vault.',
  fix: 'Set ChangeableForDays (coolingOff of VaultLock.compliance) to the time that you need to find a wrong retention.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  // The lock of a logically air-gapped vault cannot be corrected at all
  evaluate: ({ vaults }) => vaults.filter(({ kind }) => kind === 'standard').flatMap(outcomesOf),
};

function outcomesOf({ lock, properties, address, label }: Vault): Outcome[] {
  if (lock === undefined) { return []; }
  const place = at(address, properties.get('LockConfiguration').get(BOUND_PROPERTIES.changeableFor));
  const days = lock === UNKNOWN ? UNKNOWN : lock.changeableFor;
  return days === UNKNOWN
    ? [unknown(place, `vault ${label}: how long '${PROPERTY}' leaves to correct the lock is unknown.`)]
    : faults(place, coolingOffProblems(PROPERTY, days).map((problem) => problem.of(`vault ${label}`)));
}
