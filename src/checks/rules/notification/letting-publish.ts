import { BACKUP_SERVICE } from '../../../capabilities/principals';
import type { Property } from '../../../inventory';
import type { Answer } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';
import { type WrittenPrincipal, allows } from '../../statements';

/** Whether a policy of a topic allows AWS Backup to publish. */
export function letsBackupPublish(document: Property): Answer {
  return allows(document, 'sns:Publish', isBackup);
}

function isBackup({ kind, text, conditional }: WrittenPrincipal): Answer {
  if (text === '*') { return conditional ? UNKNOWN : true; }
  if (typeof text !== 'string') { return UNKNOWN; }
  return kind === 'Service' && text === BACKUP_SERVICE.principal;
}
