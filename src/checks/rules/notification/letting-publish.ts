import { BACKUP_SERVICE } from '../../../capabilities/principals';
import { type Json, refusalOf, readDocument } from '../../../iam';
import type { Property, Text } from '../../../inventory';
import { type Answer, allOf } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';
import { type WrittenPrincipal, allows } from '../../statements';

/** What a policy of a topic applies to, as far as it is known. */
export interface Publishing {
  readonly topic?: Text;
  /** The account of the vault. */
  readonly account?: Text;
}

/** Whether a policy of a topic allows AWS Backup to publish. */
export function letsBackupPublish(document: Property, publishing: Publishing = {}): Answer {
  return allOf([mentionsBackup(document), !refusesBackup(document, publishing)]);
}

/** Whether a statement allows AWS Backup to publish, regardless of its topic and its account, and of statements that deny it. */
export function mentionsBackup(document: Property): Answer {
  return allows(document, ACTION, isBackup);
}

function refusesBackup(document: Property, { topic, account }: Publishing): boolean {
  const request = { service: BACKUP_SERVICE.principal, action: ACTION, resource: topic ?? UNKNOWN, account: account ?? UNKNOWN } as const;
  return refusalOf(readDocument(document.json() as Json, document.effort), request) !== undefined;
}

const ACTION = 'sns:Publish';

function isBackup({ kind, text, conditional }: WrittenPrincipal): Answer {
  if (text === '*') { return conditional ? UNKNOWN : true; }
  if (typeof text !== 'string') { return UNKNOWN; }
  return kind === 'Service' && text === BACKUP_SERVICE.principal;
}
