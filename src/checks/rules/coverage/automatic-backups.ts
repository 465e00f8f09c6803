import { EFS_AUTOMATIC_BACKUPS } from '../../../capabilities/automatic-backups';
import type { Protectable } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';

/** Whether a plan of AWS's own takes the resource: that of EFS, which the file system asks for. */
export function hasAutomaticBackups({ address, properties }: Protectable): Answer {
  if (address.cfnType !== 'AWS::EFS::FileSystem') { return false; }
  const policy = properties.get('BackupPolicy');
  if (policy.given === false) { return properties.get(EFS_AUTOMATIC_BACKUPS.byDefaultWith).given === false ? false : UNKNOWN; }
  const status = policy.get('Status').string();
  return status === UNKNOWN ? UNKNOWN : status === 'ENABLED';
}
