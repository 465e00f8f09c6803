import {
  BackupJobState, BackupVaultEvent, CopyJobState, IndexStatus, RecoveryPointStatus, RestoreJobStatus, ScanResultStatus, ScanState,
} from '@aws-sdk/client-backup';
import {
  type EventDetailType, type VaultEventName, EVENT_BRIDGE_EVENTS, EVENT_SOURCE, VAULT_EVENTS, vaultEventOf,
} from '../../src/capabilities/backup-events';
import { BACKUP_EVENTS, VAULT_MESSAGES } from '../samples/backup-events';

const byName = VAULT_EVENTS.map((event) => [event.name, event] as const);
const byDetailType = EVENT_BRIDGE_EVENTS.map((event) => [event.detailType, event] as const);
const names = (events: readonly { readonly name: string }[]) => events.map((event) => event.name).sort();

/** Values that are newer than the SDK of the tests. */
const NEWER_THAN_SDK = [
  'ACCESS_POINT_AVAILABLE', 'ACCESS_POINT_CREATION_FAILED', 'ACCESS_POINT_DELETED', 'ACCESS_POINT_DELETION_FAILED', 'ACCESS_POINT_DISASSOCIATED',
  'ACCESS_POINT_EXPIRED', 'EKS_RESTORE_MODIFICATION_FAILED', 'EKS_RESTORE_MODIFICATION_SUCCESS',
];

describe('the vault events', () => {
  const api: readonly string[] = Object.values(BackupVaultEvent);

  test('are all values that the API accepts', () => {
    expect(api.filter((value) => !names(VAULT_EVENTS).includes(value))).toEqual([]);
  });

  test('have no value that the API does not accept', () => {
    expect(names(VAULT_EVENTS).filter((name) => !api.includes(name))).toEqual(NEWER_THAN_SDK.filter((name) => !api.includes(name)));
  });

  test('are here once', () => {
    expect(new Set(names(VAULT_EVENTS)).size).toBe(VAULT_EVENTS.length);
    expect(VAULT_EVENTS).toHaveLength(32);
  });

  test('that the guide does not list are these', () => {
    expect(names(VAULT_EVENTS.filter((event) => !event.listed))).toEqual([
      'BACKUP_PLAN_CREATED', 'BACKUP_PLAN_MODIFIED', 'EKS_RESTORE_MODIFICATION_FAILED', 'EKS_RESTORE_MODIFICATION_SUCCESS',
    ]);
  });

  test('that report a failure are these', () => {
    expect(names(VAULT_EVENTS.filter((event) => event.tellsFailure === 'always'))).toEqual([
      'ACCESS_POINT_CREATION_FAILED', 'ACCESS_POINT_DELETION_FAILED', 'BACKUP_JOB_EXPIRED', 'BACKUP_JOB_FAILED', 'CONTINUOUS_BACKUP_INTERRUPTED',
      'COPY_JOB_FAILED', 'EKS_BACKUP_OBJECT_FAILED', 'EKS_RESTORE_MODIFICATION_FAILED', 'EKS_RESTORE_OBJECT_FAILED',
      'RECOVERY_POINT_INDEXING_FAILED', 'RESTORE_JOB_FAILED', 'S3_BACKUP_OBJECT_FAILED', 'S3_RESTORE_OBJECT_FAILED',
    ]);
    expect(names(VAULT_EVENTS.filter((event) => event.tellsFailure === 'byState'))).toEqual(['BACKUP_JOB_COMPLETED', 'RESTORE_JOB_COMPLETED']);
  });

  test.each(byName)('%s says where and when it was read', (_name, { source, listed }) => {
    expect(source.page).toMatch(listed ? /^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/ : /^AWS Backup API model .+, BackupVaultEvent /);
    expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  test.each<[VaultEventName, readonly string[]]>([
    ['BACKUP_JOB_STARTED', Object.values(BackupJobState)],
    ['BACKUP_JOB_COMPLETED', Object.values(BackupJobState)],
    ['COPY_JOB_STARTED', Object.values(CopyJobState)],
    ['COPY_JOB_SUCCESSFUL', Object.values(CopyJobState)],
    ['COPY_JOB_FAILED', Object.values(CopyJobState)],
    ['RESTORE_JOB_STARTED', Object.values(RestoreJobStatus)],
    ['RESTORE_JOB_COMPLETED', Object.values(RestoreJobStatus)],
  ])('%s has states of its job', (name, states) => {
    const event = vaultEventOf(name);
    expect(states).toEqual(expect.arrayContaining([...event.states, ...event.apiStates]));
    expect([...event.states, ...event.apiStates]).not.toHaveLength(0);
  });

  test('STARTED and COMPLETED together report every state of a backup job', () => {
    const ends = (['BACKUP_JOB_STARTED', 'BACKUP_JOB_COMPLETED'] as const).map(vaultEventOf);
    expect([...ends.flatMap((event) => [...event.states, ...event.apiStates]), 'ABORTING'].sort()).toEqual(Object.values(BackupJobState).sort());
  });
});

describe('the samples of vault notifications', () => {
  const withAttributes = byName.filter(([, event]) => event.attributes);

  test('exist for exactly the events with known attributes', () => {
    expect([...new Set(VAULT_MESSAGES.flatMap((message) => message.events))].sort()).toEqual(withAttributes.map(([name]) => name).sort());
  });

  test.each(withAttributes)('%s has the attributes of the table', (name, { attributes, states }) => {
    const { eventTypeKey, eventType, stateKey, otherKeys } = attributes!;
    const messages = VAULT_MESSAGES.filter((message) => message.events.includes(name)).map((message) => message.attributes);
    for (const message of messages) {
      expect(message[eventTypeKey]).toEqual({ Type: 'String', Value: eventType });
      expect(Object.keys(message).sort()).toEqual([eventTypeKey, ...stateKey ? [stateKey] : [], ...otherKeys].sort());
    }
    expect(messages.flatMap((message) => (stateKey ? [message[stateKey].Value] : []))).toEqual(states);
  });

  test('of Amazon EKS alone begin in lower case', () => {
    expect(withAttributes.filter(([, event]) => event.attributes!.eventTypeKey === 'eventType').map(([name]) => name).sort())
      .toEqual(['EKS_BACKUP_OBJECT_FAILED', 'EKS_RESTORE_OBJECT_FAILED', 'EKS_RESTORE_OBJECT_SKIPPED']);
  });
});

describe('the events of EventBridge', () => {
  test('are here, once', () => {
    expect(byDetailType.map(([detailType]) => detailType).sort()).toEqual([
      'Backup Job State Change', 'Backup Plan State Change', 'Backup Vault State Change', 'Copy Job State Change',
      'Recovery Point Index State Change', 'Recovery Point State Change', 'Region Setting State Change', 'Restore Job State Change',
      'Scan Job State Change',
    ]);
  });

  test.each(byDetailType)('%s says where and when it was read', (_detailType, { source }) => {
    expect(source.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(source.asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  test.each(byDetailType)('%s names each state once, and as unsuccessful only what it names', (_detailType, { states }) => {
    for (const { states: shown, apiStates, unsuccessful } of states) {
      const all = [...shown, ...apiStates];
      expect(new Set(all).size).toBe(all.length);
      expect(all).toEqual(expect.arrayContaining([...unsuccessful]));
    }
  });

  test.each<[EventDetailType, number, Readonly<Record<string, string>>, readonly string[]]>([
    ['Backup Job State Change', 0, BackupJobState, []],
    ['Copy Job State Change', 0, CopyJobState, []],
    ['Restore Job State Change', 0, RestoreJobStatus, []],
    ['Recovery Point State Change', 0, RecoveryPointStatus, []],
    ['Recovery Point Index State Change', 0, IndexStatus, ['DELETED']],
    ['Scan Job State Change', 0, ScanState, []],
    ['Scan Job State Change', 1, ScanResultStatus, []],
  ])('%s (%i) has every state of the API, and beyond it those of the guide', (detailType, place, enumeration, guideOnly) => {
    const { states, apiStates } = EVENT_BRIDGE_EVENTS.find((event) => event.detailType === detailType)!.states[place];
    expect([...states, ...apiStates].sort()).toEqual([...Object.values(enumeration), ...guideOnly].sort());
  });

  test('report plans, vaults, Region settings, and scans, which vault notifications do not', () => {
    expect(byDetailType.filter(([, event]) => !event.vaultEvents).map(([detailType]) => detailType).sort()).toEqual([
      'Backup Plan State Change', 'Backup Vault State Change', 'Region Setting State Change', 'Scan Job State Change',
    ]);
  });
});

describe('the samples of events', () => {
  const partOf = (value: unknown, part: string): unknown => Object.entries(value ?? {}).find(([name]) => name === part)?.[1];
  const valueAt = (detail: Readonly<Record<string, unknown>>, key: string) => key.split('.').reduce<unknown>(partOf, detail);
  const places = EVENT_BRIDGE_EVENTS.flatMap((event) => event.states.map((states) => [event.detailType, states.key, states] as const));

  test.each(places)('%s have each state at %s', (detailType, key, { states, apiStates }) => {
    const samples = BACKUP_EVENTS.filter(({ event }) => event['detail-type'] === detailType);
    const seen = samples.map(({ event }) => valueAt(event.detail, key)).filter((value) => value !== undefined);
    expect([...new Set(seen)].sort()).toEqual([...states, ...apiStates].sort());
  });

  test.each(places)('%s call documented what the guide shows at %s', (detailType, key, { states }) => {
    const shown = BACKUP_EVENTS.filter(({ event, documented }) => event['detail-type'] === detailType && documented !== 'api')
      .map(({ event }) => valueAt(event.detail, key)).filter((value) => value !== undefined);
    expect([...new Set(shown)].sort()).toEqual([...states].sort());
  });

  const byState = BACKUP_EVENTS.map((sample) => [sample.event['detail-type'], sample.state, sample] as const);

  test.each(byState)('%s, %s is of AWS Backup', (_type, state, { event }) => {
    expect(event.source).toBe(EVENT_SOURCE);
    expect(Object.values(event.detail)).toContain(state);
  });
});
