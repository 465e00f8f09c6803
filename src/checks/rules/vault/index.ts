import { airGappedVaultRetention } from './air-gapped-vault-retention';
import { vaultCustomerManagedKey } from './vault-customer-managed-key';
import { vaultDeletionGuard } from './vault-deletion-guard';
import { vaultExemptRoles } from './vault-exempt-roles';
import { vaultGuardExemptions } from './vault-guard-exemptions';
import { vaultGuardRemovable } from './vault-guard-removable';
import { vaultKey } from './vault-key';
import { vaultKeyChangeable } from './vault-key-changeable';
import { vaultKeyDeletionWindow } from './vault-key-deletion-window';
import { vaultKeyPolicy } from './vault-key-policy';
import { vaultKeyRetained } from './vault-key-retained';
import { vaultKeyRotation } from './vault-key-rotation';
import { vaultLockBounds } from './vault-lock-bounds';
import { vaultLockCoolingOff } from './vault-lock-cooling-off';
import { vaultLockSealed } from './vault-lock-sealed';
import { vaultLocked } from './vault-locked';
import { vaultName } from './vault-name';
import { vaultNotifies } from './vault-notifies';
import { vaultPolicyAccounts } from './vault-policy-accounts';
import { vaultPolicyActions } from './vault-policy-actions';
import { vaultRetained } from './vault-retained';
import type { Rule } from '../../rule';

export const VAULT_RULES: readonly Rule[] = [
  airGappedVaultRetention,
  vaultCustomerManagedKey,
  vaultDeletionGuard,
  vaultGuardExemptions,
  vaultExemptRoles,
  vaultGuardRemovable,
  vaultKey,
  vaultKeyChangeable,
  vaultKeyDeletionWindow,
  vaultKeyPolicy,
  vaultKeyRetained,
  vaultKeyRotation,
  vaultLockBounds,
  vaultLockCoolingOff,
  vaultLockSealed,
  vaultLocked,
  vaultName,
  vaultNotifies,
  vaultPolicyAccounts,
  vaultPolicyActions,
  vaultRetained,
];
