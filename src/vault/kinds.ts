import type { CompliantVaultProps } from './compliant-vault-props';
import type { CopySource } from './copy-source';
import type { DeletionGuard } from './deletion-guard';
import type { VaultLock } from './vault-lock';
import { listOf, literalText, mapOf, required, severalOf, struct, text, valueOf } from '../cdk/kinds';
import { SCOPE_AND_ID, grantee, key, policyStatement, quoted, removalPolicy, role } from '../cdk/kinds-of-cdk';

export const vaultLock = valueOf<VaultLock>('a VaultLock', '_read', () => 'VaultLock.governance(…)');
export const deletionGuard = valueOf<DeletionGuard>('a DeletionGuard', '_statements', () => 'DeletionGuard.exempting(…)');
export const copySource = valueOf<CopySource>('a CopySource', '_statement', (given) => `CopySource.account(${quoted(given)})`);

/** The arguments of the constructor of a vault. */
export const NEW_VAULT = {
  ...SCOPE_AND_ID,
  props: required(struct<CompliantVaultProps>({
    vaultName: text,
    lock: vaultLock,
    encryptionKey: key,
    guard: deletionGuard,
    allowCopiesFrom: listOf(copySource),
    removalPolicy,
    tags: mapOf(text),
  })),
};

/** The arguments of its methods. */
export const VAULT_BY_ARN = { ...SCOPE_AND_ID, backupVaultArn: required(literalText), lock: vaultLock };
export const VAULT_BY_NAME = { ...SCOPE_AND_ID, backupVaultName: required(literalText), lock: vaultLock };
export const STATEMENT = { statement: required(policyStatement) };
export const SOURCE = { source: required(copySource) };
export const GRANT = { grantee: required(grantee), actions: severalOf(text) };
export const GRANT_BACKUP = { grantee: required(grantee), backupRole: role };
export const GRANT_RESTORE = { grantee: required(grantee), restoreRole: role };
export const ACCOUNT = { accountId: required(text) };
