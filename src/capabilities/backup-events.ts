import { type Source, apiModel, developerGuide } from './source';

/** The subject of a vault notification. */
export type VaultEventGroup =
  'backupJob' | 'copyJob' | 'restoreJob' | 'recoveryPoint' | 'index' | 'accessPoint' | 'objects' | 'plan';

/** The attributes of an SNS message, as a sample of the guide shows them. A filter policy drops a message that lacks a key it names. */
export interface MessageAttributes {
  /** The attribute with the type of event. Amazon EKS writes it in lower case. */
  readonly eventTypeKey: 'EventType' | 'eventType';
  readonly eventType: string;
  /** The attribute with the state. Absent if the sample has none. */
  readonly stateKey?: 'State' | 'Status' | 'IndexStatus';
  readonly otherKeys: readonly string[];
}

export interface VaultEvent {
  /** The value of the property `BackupVaultEvents`. */
  readonly name: string;
  readonly group: VaultEventGroup;
  /** Whether the guide lists it as supported. The API accepts other values, and its reference says that they send nothing. */
  readonly listed: boolean;
  /** Whether a message means that something was not done: always, in certain states, or never. */
  readonly tellsFailure: 'always' | 'byState' | 'never';
  /** Absent if the guide has no sample, so that the attributes are unknown. */
  readonly attributes?: MessageAttributes;
  /** States that a sample shows. */
  readonly states: readonly string[];
  /** States that fit the event and are in the API only: no sample shows them. */
  readonly apiStates: readonly string[];
  readonly note?: string;
  readonly source: Source;
}

const NOTIFICATIONS = developerGuide('backup-notifications', '2026-08-06');
const LISTED = { listed: true, states: [], apiStates: [], source: NOTIFICATIONS } as const;
const UNLISTED = { listed: false, states: [], apiStates: [], source: apiModel('BackupVaultEvent') } as const;

const BACKUP_JOB = {
  ...LISTED,
  group: 'backupJob',
  attributes: { eventTypeKey: 'EventType', eventType: 'BACKUP_JOB', stateKey: 'State', otherKeys: ['AccountId', 'Id', 'StartTime'] },
} as const;
const NEWLY_LISTED = 'the guide lists it now, and did not list it with the first EKS events (November 2025 or later)';
const COPY_JOB = { ...LISTED, group: 'copyJob' } as const;
const RESTORE_JOB = { ...LISTED, group: 'restoreJob' } as const;
const INDEX = { ...LISTED, group: 'index' } as const;
const ACCESS_POINT = { ...LISTED, group: 'accessPoint' } as const;
const OBJECTS = { ...LISTED, group: 'objects' } as const;

function sampledAccessPoint<const N extends string>(name: N, state: string) {
  const otherKeys = ['AccountId', 'AccessPointArn', 'CreationTime'] as const;
  const attributes = { eventTypeKey: 'EventType', eventType: name, stateKey: 'Status', otherKeys } as const;
  return { ...ACCESS_POINT, name, attributes, states: [state] } as const;
}

const EKS_RESTORE_KEYS = ['clusterName', 'parentRestoreJobId', 'reason', 'resourceName', 'resourceType', 'restoreJobId'] as const;

const VAULT_EVENT_ROWS = [
  { ...LISTED, name: 'BACKUP_JOB_STARTED', group: 'backupJob', tellsFailure: 'never', apiStates: ['CREATED', 'PENDING', 'RUNNING'] },
  {
    ...BACKUP_JOB,
    name: 'BACKUP_JOB_COMPLETED',
    tellsFailure: 'byState',
    states: ['COMPLETED', 'FAILED', 'EXPIRED'],
    apiStates: ['ABORTED', 'PARTIAL'],
    note: 'in earlier editions of the guide, the only event to which the samples with FAILED and EXPIRED can belong',
  },
  { ...BACKUP_JOB, name: 'BACKUP_JOB_SUCCESSFUL', tellsFailure: 'never', states: ['COMPLETED'], note: NEWLY_LISTED },
  { ...BACKUP_JOB, name: 'BACKUP_JOB_FAILED', tellsFailure: 'always', states: ['FAILED'], note: NEWLY_LISTED },
  { ...BACKUP_JOB, name: 'BACKUP_JOB_EXPIRED', tellsFailure: 'always', states: ['EXPIRED'], note: NEWLY_LISTED },
  { ...LISTED, name: 'CONTINUOUS_BACKUP_INTERRUPTED', group: 'backupJob', tellsFailure: 'always' },
  { ...COPY_JOB, name: 'COPY_JOB_STARTED', tellsFailure: 'never', apiStates: ['CREATED', 'RUNNING'] },
  { ...COPY_JOB, name: 'COPY_JOB_SUCCESSFUL', tellsFailure: 'never', apiStates: ['COMPLETED'], note: 'whether any event reports PARTIAL is not documented' },
  { ...COPY_JOB, name: 'COPY_JOB_FAILED', tellsFailure: 'always', apiStates: ['FAILED'] },
  { ...RESTORE_JOB, name: 'RESTORE_JOB_STARTED', tellsFailure: 'never', apiStates: ['PENDING', 'RUNNING'] },
  {
    ...RESTORE_JOB,
    name: 'RESTORE_JOB_COMPLETED',
    tellsFailure: 'byState',
    apiStates: ['COMPLETED', 'FAILED', 'ABORTED'],
    note: 'in earlier editions of the guide the only event that reports the end of a restore',
  },
  { ...RESTORE_JOB, name: 'RESTORE_JOB_SUCCESSFUL', tellsFailure: 'never', apiStates: ['COMPLETED'], note: NEWLY_LISTED },
  { ...RESTORE_JOB, name: 'RESTORE_JOB_FAILED', tellsFailure: 'always', apiStates: ['FAILED'], note: NEWLY_LISTED },
  { ...LISTED, name: 'RECOVERY_POINT_MODIFIED', group: 'recoveryPoint', tellsFailure: 'never' },
  {
    ...INDEX,
    name: 'RECOVERY_POINT_INDEX_COMPLETED',
    tellsFailure: 'never',
    attributes: {
      eventTypeKey: 'EventType',
      eventType: 'RECOVERY_POINT_INDEXING_COMPLETED',
      stateKey: 'IndexStatus',
      otherKeys: ['AccountId', 'IsIndexingContinuous', 'RecoveryPointArn'],
    },
    states: ['ACTIVE'],
    note: 'conflict: the attribute is INDEXING, the event is INDEX',
  },
  { ...INDEX, name: 'RECOVERY_POINT_INDEX_DELETED', tellsFailure: 'never' },
  { ...INDEX, name: 'RECOVERY_POINT_INDEXING_FAILED', tellsFailure: 'always', apiStates: ['FAILED'] },
  { ...sampledAccessPoint('ACCESS_POINT_AVAILABLE', 'AVAILABLE'), tellsFailure: 'never' },
  { ...sampledAccessPoint('ACCESS_POINT_CREATION_FAILED', 'FAILED'), tellsFailure: 'always' },
  { ...ACCESS_POINT, name: 'ACCESS_POINT_DELETED', tellsFailure: 'never' },
  { ...ACCESS_POINT, name: 'ACCESS_POINT_DELETION_FAILED', tellsFailure: 'always', apiStates: ['FAILED'] },
  { ...sampledAccessPoint('ACCESS_POINT_EXPIRED', 'EXPIRED'), tellsFailure: 'never' },
  { ...ACCESS_POINT, name: 'ACCESS_POINT_DISASSOCIATED', tellsFailure: 'never', apiStates: ['DISASSOCIATED'] },
  { ...OBJECTS, name: 'S3_BACKUP_OBJECT_FAILED', tellsFailure: 'always' },
  { ...OBJECTS, name: 'S3_RESTORE_OBJECT_FAILED', tellsFailure: 'always' },
  {
    ...OBJECTS,
    name: 'EKS_BACKUP_OBJECT_FAILED',
    tellsFailure: 'always',
    attributes: {
      eventTypeKey: 'eventType', eventType: 'EKS_BACKUP_OBJECT_FAILED', otherKeys: ['backupJobId', 'clusterName', 'reason', 'resourceName'],
    },
  },
  {
    ...OBJECTS,
    name: 'EKS_RESTORE_OBJECT_FAILED',
    tellsFailure: 'always',
    attributes: { eventTypeKey: 'eventType', eventType: 'EKS_RESTORE_OBJECT_FAILED', otherKeys: EKS_RESTORE_KEYS },
  },
  {
    ...OBJECTS,
    name: 'EKS_RESTORE_OBJECT_SKIPPED',
    tellsFailure: 'never',
    attributes: { eventTypeKey: 'eventType', eventType: 'EKS_RESTORE_OBJECT_SKIPPED', otherKeys: EKS_RESTORE_KEYS },
    note: 'a restore overwrites nothing: the object exists in the cluster',
  },
  { ...UNLISTED, name: 'EKS_RESTORE_MODIFICATION_SUCCESS', group: 'objects', tellsFailure: 'never' },
  { ...UNLISTED, name: 'EKS_RESTORE_MODIFICATION_FAILED', group: 'objects', tellsFailure: 'always' },
  { ...UNLISTED, name: 'BACKUP_PLAN_CREATED', group: 'plan', tellsFailure: 'never' },
  { ...UNLISTED, name: 'BACKUP_PLAN_MODIFIED', group: 'plan', tellsFailure: 'never' },
] as const satisfies readonly VaultEvent[];

export type VaultEventName = typeof VAULT_EVENT_ROWS[number]['name'];

/** Every value of `BackupVaultEvents`. */
export const VAULT_EVENTS: readonly (VaultEvent & { readonly name: VaultEventName })[] = VAULT_EVENT_ROWS;

export function vaultEventOf(name: VaultEventName): VaultEvent {
  return VAULT_EVENTS.find((event) => event.name === name)!;
}

/** States that an event of Amazon EventBridge has at one place. */
export interface EventStates {
  /** Where in `detail`, with dots. */
  readonly key: string;
  /** States that the guide shows or names. */
  readonly states: readonly string[];
  /** States in the API only. */
  readonly apiStates: readonly string[];
  /** Those of all of them that mean that something was not done, or not done well. */
  readonly unsuccessful: readonly string[];
}

export interface EventBridgeEvent {
  readonly detailType: string;
  readonly states: readonly EventStates[];
  /** The vault events with the same subject. Absent if there are none. */
  readonly vaultEvents?: VaultEventGroup;
  readonly note?: string;
  readonly source: Source;
}

/** What `source` is in every event. */
export const EVENT_SOURCE = 'aws.backup';

const EVENTS = developerGuide('eventbridge', '2026-01-01');

function at(key: string, states: readonly string[], more: Partial<Pick<EventStates, 'apiStates' | 'unsuccessful'>> = {}): EventStates {
  return { key, states, apiStates: [], unsuccessful: [], ...more };
}

const EVENT_ROWS = [
  {
    detailType: 'Backup Job State Change',
    states: [at('state', ['CREATED', 'PENDING', 'RUNNING', 'ABORTED', 'COMPLETED', 'FAILED', 'EXPIRED'], {
      apiStates: ['ABORTING', 'PARTIAL'],
      unsuccessful: ['ABORTED', 'FAILED', 'EXPIRED', 'PARTIAL'],
    })],
    vaultEvents: 'backupJob',
    note: "'Completed with issues' of the console is COMPLETED with a 'statusMessage'; CREATED names no vault",
    source: EVENTS,
  },
  {
    detailType: 'Copy Job State Change',
    states: [at('state', ['CREATED', 'RUNNING', 'COMPLETED', 'FAILED'], { apiStates: ['PARTIAL'], unsuccessful: ['FAILED', 'PARTIAL'] })],
    vaultEvents: 'copyJob',
    note: "sizes are numbers here and strings elsewhere; 'destinationRecoveryPointArn' is an object while there is none",
    source: EVENTS,
  },
  {
    detailType: 'Restore Job State Change',
    states: [
      at('status', ['PENDING', 'RUNNING', 'COMPLETED', 'FAILED'], { apiStates: ['ABORTED'], unsuccessful: ['FAILED', 'ABORTED'] }),
      at('state', ['CREATED']),
    ],
    vaultEvents: 'restoreJob',
    note: 'CREATED has another key than the other states',
    source: EVENTS,
  },
  {
    detailType: 'Recovery Point State Change',
    states: [at('status', ['COMPLETED', 'PARTIAL', 'DELETING', 'EXPIRED', 'AVAILABLE', 'STOPPED', 'CREATING'], {
      unsuccessful: ['PARTIAL', 'EXPIRED', 'STOPPED'],
    })],
    vaultEvents: 'recoveryPoint',
    note: 'EXPIRED: past its retention, not deleted; STOPPED: continuous backup interrupted; unknown whether RECOVERY_POINT_MODIFIED reports these',
    source: EVENTS,
  },
  {
    detailType: 'Recovery Point Index State Change',
    states: [at('indexStatus', ['ACTIVE', 'DELETED', 'FAILED'], { apiStates: ['PENDING', 'DELETING'], unsuccessful: ['FAILED'] })],
    vaultEvents: 'index',
    note: 'conflict: DELETED is in the guide, not in the API',
    source: EVENTS,
  },
  {
    detailType: 'Scan Job State Change',
    states: [
      at('state', ['CREATED', 'RUNNING', 'COMPLETED', 'COMPLETED_WITH_ISSUES', 'FAILED', 'CANCELED'], {
        unsuccessful: ['COMPLETED_WITH_ISSUES', 'FAILED', 'CANCELED'],
      }),
      at('scanResult.scanResultStatus', ['THREATS_FOUND', 'NO_THREATS_FOUND'], {
        apiStates: ['UNKNOWN'],
        unsuccessful: ['THREATS_FOUND', 'UNKNOWN'],
      }),
    ],
    source: EVENTS,
  },
  { detailType: 'Backup Plan State Change', states: [at('state', ['CREATED', 'MODIFIED', 'DELETED'])], source: EVENTS },
  {
    detailType: 'Backup Vault State Change',
    states: [at('state', ['CREATED', 'MODIFIED', 'DELETED'])],
    note: "a locked vault has 'isLocked', a string",
    source: EVENTS,
  },
  { detailType: 'Region Setting State Change', states: [at('state', ['MODIFIED'])], source: EVENTS },
] as const satisfies readonly EventBridgeEvent[];

export type EventDetailType = typeof EVENT_ROWS[number]['detailType'];

/** The events that AWS Backup sends to Amazon EventBridge, with best effort, every five minutes. */
export const EVENT_BRIDGE_EVENTS: readonly (EventBridgeEvent & { readonly detailType: EventDetailType })[] = EVENT_ROWS;
