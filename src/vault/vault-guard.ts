import type * as iam from 'aws-cdk-lib/aws-iam';
import { denial } from './denial';
import { MANUAL_DELETION_ACTIONS, REMOVAL_OF_POLICY } from '../validation/vault/access-policy';

// Without these denials, one call would remove the guard or the lock
const REMOVAL_OF_PROTECTION = [
  REMOVAL_OF_POLICY,
  'backup:PutBackupVaultLockConfiguration',
  'backup:DeleteBackupVaultLockConfiguration',
];

/** Without a role that can deploy them, the notifications of a vault could never change. */
const SILENCING = ['backup:PutBackupVaultNotifications', 'backup:DeleteBackupVaultNotifications'];

/** What the policy of a guarded vault denies. */
export function vaultGuard(exempt: readonly string[], deployerIsExempt: boolean): iam.PolicyStatement[] {
  const changes = deployerIsExempt ? [...REMOVAL_OF_PROTECTION, ...SILENCING] : REMOVAL_OF_PROTECTION;
  return [MANUAL_DELETION_ACTIONS, changes].map((actions) => denial(actions, exempt));
}
