import { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';
import { isLike } from '../../values/wildcards';

export function accountProblems(name: string, accountId: Value<string>): Problem[] {
  return isKnown(accountId) && !/^\d{12}$/.test(accountId)
    ? [new Problem('account', `'${name}' must be an account ID of 12 digits, got '${accountId}'. Write all digits as a string.`)]
    : [];
}

/** AWS Backup rejects wildcards in the actions of a vault's access policy. */
export function wildcardActionProblems(name: string, actions: readonly Value<string>[]): Problem[] {
  return actions.filter(isKnown).filter((action) => /[*?]/.test(action)).map((action) => new Problem(`wildcard ${action}`,
    `'${name}' must name each action, got '${action}'. List the actions. AWS Backup rejects wildcards in the access policy of a vault.`));
}

/**
 * What the control BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED requires to be denied to everyone on every resource, in one statement.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
 */
export const MANUAL_DELETION = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'];

/** Removes the policy, and its protection. */
export const REMOVAL_OF_POLICY = 'backup:DeleteBackupVaultAccessPolicy';

export interface GuardWarning {
  readonly id: 'incompleteDeletionGuard' | 'removableDeletionGuard';
  readonly message: string;
}

/** @param denied the actions of each statement that denies everyone something on every resource */
export function deletionGuardWarnings(denied: readonly (readonly Value<string>[])[]): GuardWarning[] {
  const best = [...denied].sort((one, other) => missingFrom(one).length - missingFrom(other).length)[0] ?? [];
  const missing = missingFrom(best);
  if (missing.length > 0) {
    return [{
      id: 'incompleteDeletionGuard',
      message: `the access policy should deny ${MANUAL_DELETION.map((action) => `'${action}'`).join(', ')} to everyone in one statement, got a policy without `
        + `${missing.length === MANUAL_DELETION.length ? 'them' : missing.map((action) => `'${action}'`).join(', ')}. Deny them as DeletionGuard.exempting(…) does. `
        + 'Otherwise recovery points that no lock protects can be deleted manually, and the audit control for manual deletion reports the vault.',
    }];
  }
  return denied.some((actions) => actions.includes(REMOVAL_OF_POLICY)) ? [] : [{
    id: 'removableDeletionGuard',
    message: `the access policy should deny '${REMOVAL_OF_POLICY}', got a policy that does not. Deny it as DeletionGuard.exempting(…) does. Otherwise one call removes the policy `
      + 'and its protection.',
  }];
}

function missingFrom(actions: readonly Value<string>[]): string[] {
  return MANUAL_DELETION.filter((action) => !actions.includes(action));
}

/** Condition keys with which a statement exempts some principals. */
const OF_PRINCIPALS = /^aws:(PrincipalArn|userid|username|PrincipalIsAWSService|PrincipalTag\/.+)$/i;
const EXEMPTING = /^((ForAllValues|ForAnyValue):)?((String|Arn)Not(Equals|EqualsIgnoreCase|Like)|Bool)(IfExists)?$/i;

/** The start of any role's ARN, up to the asterisk of a pattern. */
const START_OF_EVERY_ROLE = /^(arn(:[^:/]+(:iam(:(:[^:/]*(:(role\/?)?)?)?)?)?)?)?$/;

/** Whether a condition that exempts principals exempts every role, and so everyone who can assume one. */
export function exemptsEveryRole(operator: string, key: string, value: string): boolean {
  return /StringNotLike|ArnNot/i.test(operator) && /^aws:PrincipalArn$/i.test(key)
    && (value.endsWith('*') && START_OF_EVERY_ROLE.test(value.replace(/:?\*+$/, '')) || ROLES_OF_NO_GUARD.every((arn) => isLike(arn, value, '?')));
}

/** Roles with nothing in common but that they are roles: a pattern that matches all of them names none. */
const ROLES_OF_NO_GUARD = ['a', 'Z/9/x', 'teams/blue/reader'].map((name) => `arn:aws:iam::000000000000:role/${name}`);

/** Whether a condition of a Deny exempts principals and does nothing else. */
export function exemptsPrincipals(operator: string, key: string): boolean {
  return EXEMPTING.test(operator) && OF_PRINCIPALS.test(key);
}
