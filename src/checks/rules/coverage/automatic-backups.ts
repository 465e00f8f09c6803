import { EFS_AUTOMATIC_BACKUPS } from '../../../capabilities/automatic-backups';
import type { Protectable } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';

/** Whether a plan that AWS makes backs up the resource. EFS has such a plan, which the file system requests. */
export function hasAutomaticBackups({ address, properties }: Protectable): Answer {
  if (address.cfnType !== 'AWS::EFS::FileSystem') { return false; }
  const policy = properties.get('BackupPolicy');
  if (policy.isPresent === false) { return properties.get(EFS_AUTOMATIC_BACKUPS.byDefaultWith).isPresent === false ? false : UNKNOWN; }
  const status = policy.get('Status').string();
  return status === UNKNOWN ? UNKNOWN : status === 'ENABLED';
}
