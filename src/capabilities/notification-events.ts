import { type EventDetailType, type EventStates, type VaultEventName, EVENT_BRIDGE_EVENTS, vaultEventOf } from './backup-events';
import { type Source, developerGuide } from './source';

/** The place in the `detail` of an event that names its vault. */
export interface VaultKeys {
  readonly holds: 'name' | 'arn';
  /** One of them is enough: a copy has two vaults. */
  readonly keys: readonly string[];
  readonly source: Source;
}

const EVENTS = developerGuide('eventbridge', '2026-01-01');

/** Other events name no vault in their unsuccessful states, so they are reported for the whole account and Region. */
export const VAULT_KEYS: { readonly [detailType in EventDetailType]?: VaultKeys } = {
  'Backup Job State Change': { holds: 'name', keys: ['backupVaultName'], source: EVENTS },
  'Copy Job State Change': { holds: 'arn', keys: ['sourceBackupVaultArn', 'destinationBackupVaultArn'], source: EVENTS },
  'Recovery Point State Change': { holds: 'name', keys: ['backupVaultName'], source: EVENTS },
  'Scan Job State Change': { holds: 'name', keys: ['backupVaultName'], source: EVENTS },
};

/** The states of one detail-type, at one place in its `detail`. */
export interface WantedStates {
  readonly detailType: EventDetailType;
  readonly key: string;
  readonly states: readonly string[];
}

/** The channel of an event: notifications of a vault, or an Amazon EventBridge rule. */
export type Channel =
  | { readonly kind: 'vault'; readonly vaultEvent: VaultEventName }
  | ({ readonly kind: 'eventBridge' } & WantedStates);

const byVault = <const N extends VaultEventName>(name: N) => ({ name, channel: { kind: 'vault', vaultEvent: name } }) as const;

const byRule = <const N extends string, const D extends EventDetailType>(name: N, detailType: D, key: string, state: string) =>
  ({ name, channel: { kind: 'eventBridge', detailType, key, states: [state] } }) as const;

/**
 * Each event once, with a channel that reports only this event and that every version of the service has.
 *
 * EventBridge reports the end of a job. The vault events `BACKUP_JOB_COMPLETED` and `RESTORE_JOB_COMPLETED` report both success
 * and failure. A filter policy cannot separate them, because SNS does not deliver messages without attributes to a subscription
 * that filters on attributes, even with `exists: false`. `…_SUCCESSFUL`, `…_FAILED`, and `…_EXPIRED` are listed now, and were
 * rejected by earlier versions. Which of the two vaults reports a copy is not documented.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
const ROWS = [
  byVault('BACKUP_JOB_STARTED'),
  byVault('BACKUP_JOB_COMPLETED'),
  byRule('BACKUP_JOB_SUCCESSFUL', 'Backup Job State Change', 'state', 'COMPLETED'),
  byRule('BACKUP_JOB_FAILED', 'Backup Job State Change', 'state', 'FAILED'),
  byRule('BACKUP_JOB_EXPIRED', 'Backup Job State Change', 'state', 'EXPIRED'),
  byRule('BACKUP_JOB_ABORTED', 'Backup Job State Change', 'state', 'ABORTED'),
  byRule('BACKUP_JOB_PARTIAL', 'Backup Job State Change', 'state', 'PARTIAL'),
  byVault('CONTINUOUS_BACKUP_INTERRUPTED'),
  byVault('COPY_JOB_STARTED'),
  byVault('COPY_JOB_SUCCESSFUL'),
  byRule('COPY_JOB_FAILED', 'Copy Job State Change', 'state', 'FAILED'),
  byRule('COPY_JOB_PARTIAL', 'Copy Job State Change', 'state', 'PARTIAL'),
  byVault('RESTORE_JOB_STARTED'),
  byVault('RESTORE_JOB_COMPLETED'),
  byRule('RESTORE_JOB_SUCCESSFUL', 'Restore Job State Change', 'status', 'COMPLETED'),
  byRule('RESTORE_JOB_FAILED', 'Restore Job State Change', 'status', 'FAILED'),
  byRule('RESTORE_JOB_ABORTED', 'Restore Job State Change', 'status', 'ABORTED'),
  byVault('RECOVERY_POINT_MODIFIED'),
  byRule('RECOVERY_POINT_PARTIAL', 'Recovery Point State Change', 'status', 'PARTIAL'),
  byRule('RECOVERY_POINT_EXPIRED', 'Recovery Point State Change', 'status', 'EXPIRED'),
  byRule('RECOVERY_POINT_STOPPED', 'Recovery Point State Change', 'status', 'STOPPED'),
  byVault('RECOVERY_POINT_INDEX_COMPLETED'),
  byVault('RECOVERY_POINT_INDEX_DELETED'),
  byRule('RECOVERY_POINT_INDEXING_FAILED', 'Recovery Point Index State Change', 'indexStatus', 'FAILED'),
  byRule('SCAN_JOB_FAILED', 'Scan Job State Change', 'state', 'FAILED'),
  byRule('SCAN_JOB_CANCELED', 'Scan Job State Change', 'state', 'CANCELED'),
  byRule('SCAN_JOB_COMPLETED_WITH_ISSUES', 'Scan Job State Change', 'state', 'COMPLETED_WITH_ISSUES'),
  byRule('SCAN_THREATS_FOUND', 'Scan Job State Change', 'scanResult.scanResultStatus', 'THREATS_FOUND'),
  byRule('SCAN_RESULT_UNKNOWN', 'Scan Job State Change', 'scanResult.scanResultStatus', 'UNKNOWN'),
  byVault('S3_BACKUP_OBJECT_FAILED'),
  byVault('S3_RESTORE_OBJECT_FAILED'),
  byVault('EKS_BACKUP_OBJECT_FAILED'),
  byVault('EKS_RESTORE_OBJECT_FAILED'),
  byVault('EKS_RESTORE_OBJECT_SKIPPED'),
  byVault('ACCESS_POINT_AVAILABLE'),
  byVault('ACCESS_POINT_CREATION_FAILED'),
  byVault('ACCESS_POINT_DELETED'),
  byVault('ACCESS_POINT_DELETION_FAILED'),
  byVault('ACCESS_POINT_EXPIRED'),
  byVault('ACCESS_POINT_DISASSOCIATED'),
] as const satisfies readonly { readonly name: string; readonly channel: Channel }[];

export type NotificationEventName = typeof ROWS[number]['name'];

export interface NotificationEvent {
  readonly name: NotificationEventName;
  readonly channel: Channel;
}

export const NOTIFICATION_EVENTS: readonly NotificationEvent[] = ROWS;

export function notificationEventOf(name: NotificationEventName): NotificationEvent {
  return NOTIFICATION_EVENTS.find((event) => event.name === name)!;
}

/** Whether an event means that a backup, a copy, a restore, or their maintenance failed. An access point contains no backup. */
export function tellsFailure({ channel }: NotificationEvent): boolean {
  if (channel.kind === 'vault') {
    const { group, tellsFailure: tells } = vaultEventOf(channel.vaultEvent);
    return tells === 'always' && group !== 'accessPoint';
  }
  return channel.states.every((state) => statesAt(channel).unsuccessful.includes(state));
}

/** The known values at the place where an event has its state. */
export function statesAt({ detailType, key }: Pick<WantedStates, 'detailType' | 'key'>): EventStates {
  const { states } = EVENT_BRIDGE_EVENTS.find((event) => event.detailType === detailType)!;
  return states.find((each) => each.key === key)!;
}
