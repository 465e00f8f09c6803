import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';

export function accountProblems(name: string, accountId: Value<string>): string[] {
  return isKnown(accountId) && !/^\d{12}$/.test(accountId) ? [`'${name}' must be an account id of twelve digits, got '${accountId}': write all of them, as a string`] : [];
}

/** AWS Backup takes no wildcard in the actions of a vault's access policy. */
export function wildcardActionProblems(name: string, actions: readonly Value<string>[]): string[] {
  return actions.filter(isKnown).filter((action) => /[*?]/.test(action))
    .map((action) => `'${name}' must name each action, got '${action}': AWS Backup takes no wildcard in the actions of a vault, so list them`);
}

/**
 * What the control BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED wants to see denied to everyone on everything, in one statement.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/backup-recovery-point-manual-deletion-disabled.html
 */
export const MANUAL_DELETION = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'];

/** What would remove the protection itself. */
export const REMOVAL_OF_POLICY = 'backup:DeleteBackupVaultAccessPolicy';

export interface GuardWarning {
  readonly id: 'incompleteDeletionGuard' | 'removableDeletionGuard';
  readonly message: string;
}

/** @param denied the actions of each statement that denies everyone something on everything */
export function deletionGuardWarnings(denied: readonly (readonly Value<string>[])[]): GuardWarning[] {
  const best = [...denied].sort((one, other) => missingFrom(one).length - missingFrom(other).length)[0] ?? [];
  const missing = missingFrom(best);
  if (missing.length > 0) {
    return [{
      id: 'incompleteDeletionGuard',
      message: `the access policy has no Deny statement with ${missing.map((action) => `'${action}'`).join(', ')} beside the rest of ${MANUAL_DELETION.length}: `
        + 'recovery points that no lock holds can be deleted by hand, and the audit control for manual deletion reports the vault; '
        + 'deny them to everyone, as DeletionGuard.exempting(…) does',
    }];
  }
  return denied.some((actions) => actions.includes(REMOVAL_OF_POLICY)) ? [] : [{
    id: 'removableDeletionGuard',
    message: `the access policy does not deny '${REMOVAL_OF_POLICY}': one call removes the policy, and with it the protection; deny it, as DeletionGuard.exempting(…) does`,
  }];
}

function missingFrom(actions: readonly Value<string>[]): string[] {
  return MANUAL_DELETION.filter((action) => !actions.includes(action));
}

/** Keys of conditions by which a statement lets some principals through, whoever else it denies. */
const OF_PRINCIPALS = /^aws:(PrincipalArn|userid|username|PrincipalIsAWSService|PrincipalTag\/.+)$/i;
const EXEMPTING = /^((ForAllValues|ForAnyValue):)?((String|Arn)Not(Equals|EqualsIgnoreCase|Like)|Bool)(IfExists)?$/i;

/** The start of any role's ARN, as far as a pattern states it before its asterisk. */
const START_OF_EVERY_ROLE = /^(arn(:[^:/]+(:iam(:(:[^:/]*(:(role\/?)?)?)?)?)?)?)?$/;

/** Whether a condition that exempts principals exempts every role, and with that whoever can take one. */
export function exemptsEveryRole(operator: string, key: string, value: string): boolean {
  return /StringNotLike|ArnNot/i.test(operator) && /^aws:PrincipalArn$/i.test(key) && value.endsWith('*') && START_OF_EVERY_ROLE.test(value.replace(/:?\*+$/, ''));
}

/** Whether a condition of a Deny exempts principals and does nothing else. */
export function exemptsPrincipals(operator: string, key: string): boolean {
  return EXEMPTING.test(operator) && OF_PRINCIPALS.test(key);
}
