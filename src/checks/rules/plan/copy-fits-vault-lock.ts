import type { CopyAction } from '../../../inventory';
import { isPossibleRetention } from '../../../validation/plan/lifecycle';
import { isPossibleLock, retentionOutsideLock } from '../../../validation/vault/vault-lock';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_PATHS, copyLabel, inheritsRetention, lifecycleOf } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const copyFitsVaultLock: Rule = {
  id: RuleId.COPY_FITS_VAULT_LOCK,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The retention of a copy is within the lock of its destination vault.',
  why: 'The lock of a vault rejects copies whose retention is below its minimum or above its maximum. A copy without a lifecycle has the retention of its backup.',
  fix: 'Give the copy a retention that the lock allows, or copy into a vault with another lock.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  evaluate: ({ copies }) => copies.flatMap(outcomesOf),
};

function outcomesOf(copy: CopyAction): Outcome[] {
  const { vault, text } = copy.destination;
  if (text === undefined) { return []; }
  const place = below(copy.address, RETENTION);
  if (!vault) { return [unknown(place, `${copyLabel(copy)}: whether '${RETENTION}' fits the lock of the vault is unknown.`)]; }
  if (vault.lock === undefined) { return []; }
  if (vault.lock === UNKNOWN) { return [unknown(place, `${copyLabel(copy)}: the lock of the vault is unknown.`)]; }
  if (!isPossibleLock(vault.kind, vault.lock)) { return []; }
  const { deleteAfter } = lifecycleOf(copy);
  if (inheritsRetention(copy) && !isPossibleRetention(deleteAfter)) { return []; }
  const problems = retentionOutsideLock(RETENTION, deleteAfter, vault.lock, vault.label);
  if (problems.length > 0) { return faults(place, problems.map((problem) => problem.of(copyLabel(copy)))); }
  const doubtful = [deleteAfter, vault.lock.minRetention, vault.lock.maxRetention].includes(UNKNOWN);
  return doubtful ? [unknown(place, `${copyLabel(copy)}: whether '${RETENTION}' fits the lock is unknown.`)] : [];
}
