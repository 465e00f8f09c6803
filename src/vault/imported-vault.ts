import type * as backup from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import type { VaultLock } from './vault-lock';
import { refuse } from '../cdk/problems';
import { stateLock } from '../cdk/vault-facts';

/**
 * An imported vault, with the lock that the user states.
 *
 * @param kind the name by which users know the construct
 */
export function withLock(vault: backup.IBackupVault, lock: VaultLock | undefined, kind: string): backup.IBackupVault {
  if (lock) {
    const { days, problems } = lock._read();
    refuse(vault as unknown as Construct, problems, kind);
    stateLock(vault, days);
  }
  return vault;
}
