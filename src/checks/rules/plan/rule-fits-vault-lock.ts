import type { PlanRule, VaultTarget } from '../../../inventory';
import { continuousOutsideLock, isPossibleLock, retentionOutsideLock } from '../../../validation/vault/vault-lock';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_PATHS, targetLabel } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const ruleFitsVaultLock: Rule = {
  id: RuleId.RULE_FITS_VAULT_LOCK,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The retention of a rule is within the lock of its vault.',
  why: 'The lock of a vault rejects recovery points whose retention is below its minimum or above its maximum.',
  fix: 'Change the retention, or back up into a vault with another lock.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  evaluate: ({ rules }) => rules.flatMap((rule) => [rule.target, ...rule.airGappedTarget ? [rule.airGappedTarget] : []]
    .flatMap((target) => outcomesOf(rule, target))),
};

function outcomesOf({ address, lifecycle, continuous, label, airGappedTarget }: PlanRule, target: VaultTarget): Outcome[] {
  if (target.text === undefined) { return []; }
  const place = below(address, RETENTION);
  if (!target.vault) { return [unknown(place, `rule ${label}: whether '${RETENTION}' fits the lock of ${targetLabel(target)} is unknown.`)]; }
  const { lock } = target.vault;
  if (lock === undefined) { return []; }
  if (lock === UNKNOWN) { return [unknown(place, `rule ${label}: the lock of the vault is unknown.`)]; }
  if (!isPossibleLock(target.vault.kind, lock)) { return []; }
  const vault = target.vault.label;
  const impossible = continuous === true ? continuousOutsideLock('TargetBackupVault', lock, vault) : [];
  const problems = impossible.length > 0 ? impossible : retentionOutsideLock(RETENTION, lifecycle.deleteAfter, lock, vault);
  if (problems.length > 0) {
    return faults(place, problems.map((problem) => (target === airGappedTarget ? problem.ofElement('air-gapped') : problem).of(`rule ${label}`)));
  }
  const doubtful = [lifecycle.deleteAfter, lock.minRetention, lock.maxRetention].includes(UNKNOWN);
  return doubtful ? [unknown(place, `rule ${label}: whether '${RETENTION}' fits the lock of vault ${vault} is unknown.`)] : [];
}
