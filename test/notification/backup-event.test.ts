import type { Stack } from 'aws-cdk-lib';
import { matches } from './event-bridge';
import { RULE, SUBSCRIPTION, VAULT, ofType, vaultIn, wire } from './wiring';
import { BackupEvent } from '../../src';
import { NOTIFICATION_EVENTS, tellsFailure } from '../../src/capabilities/notification-events';
import { type BackupEventSample, BACKUP_EVENTS, VAULT_MESSAGES } from '../samples/backup-events';
import { stackIn } from '../stacks';

// The samples are of the vault 'orders' of this account and Region
let stack: Stack;
beforeEach(() => { stack = stackIn('eu-west-1'); });

/** The patterns of the rules, as they are in Europe. */
function patternsIn(of: Stack): object[] {
  const evaluate = (value: unknown): unknown => {
    if (Array.isArray(value)) { return value.map(evaluate); }
    if (typeof value !== 'object' || value === null) { return value; }
    if ('Fn::Join' in value) {
      const [, parts] = value['Fn::Join'] as [string, unknown[]];
      return parts.map((part) => typeof part === 'string' ? part : 'aws').join('');
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, evaluate(each)]));
  };
  return ofType(of, RULE).map(({ Properties: properties }) => evaluate(properties.EventPattern) as object);
}

const heard = (patterns: object[], { event }: BackupEventSample) => patterns.some((pattern) => matches(pattern, event));
const label = ({ event, state }: BackupEventSample) => `${event['detail-type']} ${state}`;
const vaultEventsIn = (of: Stack): string[] => ofType(of, VAULT).flatMap(({ Properties: vault }) => vault.Notifications?.BackupVaultEvents ?? []);

const constants = Object.entries(BackupEvent).filter((entry): entry is [string, BackupEvent] => entry[1] instanceof BackupEvent);

test('every event of the table has a constant of its name', () => {
  expect(constants.map(([name]) => name)).toEqual(NOTIFICATION_EVENTS.map(({ name }) => name));
  expect(constants.map(([, event]) => `${event}`)).toEqual(NOTIFICATION_EVENTS.map(({ name }) => name));
});

describe('by a rule,', () => {
  const byRule = NOTIFICATION_EVENTS.flatMap(({ name, channel }) => channel.kind === 'eventBridge' ? [[name, channel] as const] : []);

  test.each(byRule)('%s matches exactly its samples', (name, { detailType, key, states }) => {
    wire(stack, { events: [BackupEvent[name]] });

    const valueAt = (detail: unknown) => key.split('.').reduce<any>((value, part) => value?.[part], detail);
    const promised = BACKUP_EVENTS.filter(({ event }) => event['detail-type'] === detailType && states.includes(valueAt(event.detail)));
    const patterns = patternsIn(stack);
    expect(promised.length).toBeGreaterThan(0);
    expect(BACKUP_EVENTS.filter((sample) => heard(patterns, sample)).map(label)).toEqual(promised.map(label));
    expect(vaultEventsIn(stack)).toEqual([]);
  });

  test('one rule reports all of them', () => {
    wire(stack, { events: byRule.map(([name]) => BackupEvent[name]) });

    expect(patternsIn(stack)).toHaveLength(1);
  });
});

describe('by the vault,', () => {
  const byVault = NOTIFICATION_EVENTS.flatMap(({ name, channel }) => channel.kind === 'vault' ? [[name, channel.vaultEvent] as const] : []);

  test.each(byVault)('%s is subscribed to, and passes every subscription', (name, vaultEvent) => {
    wire(stack, { events: [BackupEvent[name]] });

    expect(vaultEventsIn(stack)).toEqual([vaultEvent]);
    expect(patternsIn(stack)).toEqual([]);
    // Without a filter policy, SNS delivers every message, regardless of its attributes
    expect(ofType(stack, SUBSCRIPTION).map(({ Properties: { FilterPolicy: filter } }) => filter)).toEqual([undefined]);
  });
});

describe('by default', () => {
  beforeEach(() => { wire(stack); });

  test('every failure is reported', () => {
    const patterns = patternsIn(stack);
    expect(BACKUP_EVENTS.filter((sample) => heard(patterns, sample)).map(label)).toEqual([
      'Backup Job State Change ABORTED', 'Backup Job State Change FAILED', 'Backup Job State Change EXPIRED', 'Backup Job State Change PARTIAL',
      'Copy Job State Change FAILED', 'Copy Job State Change PARTIAL', 'Restore Job State Change FAILED', 'Restore Job State Change ABORTED',
      'Recovery Point State Change PARTIAL', 'Recovery Point State Change EXPIRED', 'Recovery Point State Change STOPPED',
      'Recovery Point Index State Change FAILED',
      'Scan Job State Change FAILED', 'Scan Job State Change CANCELED', 'Scan Job State Change COMPLETED', 'Scan Job State Change COMPLETED_WITH_ISSUES',
      'Scan Job State Change COMPLETED',
    ]);
    expect(ofType(stack, RULE)).toHaveLength(1);
  });

  test('vaults report no successes', () => {
    const events = vaultEventsIn(stack);
    const sent = VAULT_MESSAGES.filter((message) => message.events.some((event) => events.includes(event)));
    expect(sent.flatMap((message) => message.events)).toEqual(['EKS_BACKUP_OBJECT_FAILED', 'EKS_RESTORE_OBJECT_FAILED']);
    expect(events).not.toContain('BACKUP_JOB_COMPLETED');
  });

  test('a scan without threats is not reported', () => {
    const [clean] = BACKUP_EVENTS.filter(({ state }) => state === 'COMPLETED').filter(({ event }) => event['detail-type'] === 'Scan Job State Change')
      .map(({ event }) => ({ ...event, detail: { ...event.detail, scanResult: { scanResultStatus: 'NO_THREATS_FOUND' } } }));
    expect(patternsIn(stack).some((pattern) => matches(pattern, clean))).toBe(false);
  });

  test('all events of failures, except those of access points', () => {
    const names = BackupEvent.failures().map(({ eventName }) => eventName);
    expect(names).toEqual(NOTIFICATION_EVENTS.filter(tellsFailure).map(({ name }) => name));
    expect(NOTIFICATION_EVENTS.map(({ name }) => name).filter((name) => /FAILED|EXPIRED|ABORTED|PARTIAL|INTERRUPTED|STOPPED|THREATS/.test(name) && !names.includes(name)))
      .toEqual(['ACCESS_POINT_CREATION_FAILED', 'ACCESS_POINT_DELETION_FAILED', 'ACCESS_POINT_EXPIRED']);
  });
});

describe('of other vaults', () => {
  const other = stackIn('eu-west-1');
  wire(other, { vaults: [vaultIn(other, 'second')] });

  test('nothing is reported, except restores and indexes, whose events name no vault', () => {
    const patterns = patternsIn(other);
    expect(BACKUP_EVENTS.filter((sample) => heard(patterns, sample)).map(label))
      .toEqual(['Restore Job State Change FAILED', 'Restore Job State Change ABORTED', 'Recovery Point Index State Change FAILED']);
  });

  test('a copy is reported from both ends', () => {
    wire(stack);
    const patterns = patternsIn(stack);
    const [copy] = BACKUP_EVENTS.filter(({ event, state }) => event['detail-type'] === 'Copy Job State Change' && state === 'FAILED').map(({ event }) => event);
    const elsewhere = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:orders';
    const with_ = (detail: object) => ({ ...copy, detail: { ...copy.detail, ...detail } });
    expect([
      with_({ sourceBackupVaultArn: elsewhere }), with_({ destinationBackupVaultArn: elsewhere }),
      with_({ sourceBackupVaultArn: elsewhere, destinationBackupVaultArn: elsewhere }),
    ].map((event) => patterns.some((pattern) => matches(pattern, event)))).toEqual([true, true, false]);
  });
});

describe('many vaults', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `${'v'.repeat(47)}-${String(index).padStart(2, '0')}`);

  test('are divided among several rules, each within the quota of EventBridge', () => {
    wire(stack, { vaults: names(12).map((name) => vaultIn(stack, name)) });

    const patterns = patternsIn(stack);
    expect(patterns.length).toBeGreaterThan(1);
    for (const pattern of patterns) { expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(2048); }
    expect(new Set(ofType(stack, RULE).map(({ Properties: { Name: name } }) => name)).size).toBe(patterns.length);
  });

  test('are each reported once', () => {
    wire(stack, { vaults: names(12).map((name) => vaultIn(stack, name)) });

    const patterns = patternsIn(stack);
    const failed = (detailType: string) => BACKUP_EVENTS.find(({ event, state }) => event['detail-type'] === detailType && state === 'FAILED')!.event;
    const job = failed('Backup Job State Change');
    for (const backupVaultName of names(12)) {
      expect(patterns.filter((pattern) => matches(pattern, { ...job, detail: { ...job.detail, backupVaultName } }))).toHaveLength(1);
    }
    expect(patterns.filter((pattern) => matches(pattern, failed('Restore Job State Change')))).toHaveLength(1);
  });
});
