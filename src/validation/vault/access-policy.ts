import type { Breach } from './guard-probes';
import { Problem } from '../../values/problem';
import { type Value, isKnown } from '../../values/unknown';

export function accountProblems(name: string, accountId: Value<string>): Problem[] {
  return isKnown(accountId) && !/^\d{12}$/.test(accountId)
    ? [new Problem('account', `'${name}' must be an account ID of 12 digits, got '${accountId}'. Write all digits as a string.`)]
    : [];
}

/** AWS Backup rejects wildcards in the actions of a vault's access policy. */
export function wildcardActionProblems(name: string, actions: readonly Value<string>[]): Problem[] {
  return actions.filter(isKnown).filter((action) => /[*?]/.test(action)).map((action) => new Problem('wildcard',
    `'${name}' must name each action, got '${action}'. List the actions. AWS Backup rejects wildcards in the access policy of a vault.`, action));
}

/**
 * What the control BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED requires to be denied to everyone on every resource, in one statement.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
 */
export const MANUAL_DELETION_ACTIONS = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'];

/** Removes the policy, and its protection. */
export const REMOVAL_OF_POLICY = 'backup:DeleteBackupVaultAccessPolicy';

export interface GuardWarning {
  readonly id: 'incompleteDeletionGuard' | 'removableDeletionGuard';
  readonly message: string;
}

const ACTIONS = MANUAL_DELETION_ACTIONS.map((action) => `'${action}'`).join(', ');

/**
 * @param policy as it begins a message
 * @param denied the actions of each statement that denies everyone something on every resource, with or without a condition
 * @param hasPolicy whether the vault has an access policy
 */
export function missingDenials(policy: string, denied: readonly (readonly Value<string>[])[], hasPolicy: boolean): GuardWarning[] {
  const best = [...denied].sort((one, other) => missingFrom(one).length - missingFrom(other).length)[0] ?? [];
  const missing = missingFrom(best);
  const without = missing.length === MANUAL_DELETION_ACTIONS.length ? 'them' : missing.map((action) => `'${action}'`).join(', ');
  return missing.length > 0 ? [{
    id: 'incompleteDeletionGuard',
    message: `${policy} should deny ${ACTIONS} to everyone in one statement, got ${hasPolicy ? `a policy without ${without}` : 'no policy'}. Deny them as DeletionGuard.exempting(…) does. `
      + 'Otherwise recovery points that no lock protects can be deleted manually, and the audit control for manual deletion reports the vault.',
  }] : [];
}

/** Instead of what `missingDenials` returns, if nobody gets through, because several statements or other elements deny the actions. */
export function scatteredDenials(policy: string): GuardWarning {
  return {
    id: 'incompleteDeletionGuard',
    message: `${policy} should deny ${ACTIONS} by their names to everyone in one statement, got other statements that deny them. Write them in one statement. `
      + 'The policy denies manual deletion, but the audit control for manual deletion might report the vault.',
  };
}

/** What is wrong with a guard that `missingDenials` does not report, given who can do the actions nevertheless. */
export function breachWarnings(policy: string, ofDeletion: readonly Breach[], ofRemoval: readonly Breach[]): GuardWarning[] {
  if (ofDeletion.some(({ getsThrough }) => getsThrough === true)) {
    return [{
      id: 'incompleteDeletionGuard',
      message: `${policy} should deny ${ACTIONS} to everyone except named roles, got conditions that exempt ${label(ofDeletion)}. `
        + 'Exempt each role by its ARN with ArnNotLike on aws:PrincipalArn, as DeletionGuard.exempting(…) does. Otherwise these principals can delete recovery points that no lock protects.',
    }];
  }
  return ofRemoval.some(({ getsThrough }) => getsThrough === true) ? [{
    id: 'removableDeletionGuard',
    message: `${policy} should deny '${REMOVAL_OF_POLICY}' to everyone except named roles, got a policy that does not deny it to ${label(ofRemoval)}. `
      + 'Deny it as DeletionGuard.exempting(…) does. Otherwise one call removes the policy and its protection.',
  }] : [];
}

/** Those that certainly get through. If any role does, which is the first, other roles are not listed. */
function label(breaches: readonly Breach[]): string {
  const [anyRole] = breaches;
  const through = breaches.filter(({ getsThrough }) => getsThrough === true);
  return through.filter((each) => each === anyRole || !each.areRoles || anyRole.getsThrough !== true).map(({ who }) => who).join(', ');
}

function missingFrom(actions: readonly Value<string>[]): string[] {
  const denied = new Set(actions.filter(isKnown).map((action) => action.toLowerCase()));
  return MANUAL_DELETION_ACTIONS.filter((action) => !denied.has(action.toLowerCase()));
}
