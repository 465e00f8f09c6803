import type { WantedStates } from '../../../src/capabilities/notification-events';
import { eventPatterns } from '../../../src/validation/notification/event-patterns';

const JOB: WantedStates = { detailType: 'Backup Job State Change', key: 'state', states: ['FAILED'] };
const COPY: WantedStates = { detailType: 'Copy Job State Change', key: 'state', states: ['FAILED'] };
const RESTORE: WantedStates = { detailType: 'Restore Job State Change', key: 'status', states: ['FAILED'] };
const SCAN: WantedStates = { detailType: 'Scan Job State Change', key: 'scanResult.scanResultStatus', states: ['THREATS_FOUND'] };

const vault = (name: string) => ({ name, arn: `arn:${name}` });
const patterns = (wanted: WantedStates[], names = ['a'], maxSize = 2048) =>
  eventPatterns(wanted, names.map(vault), maxSize, (pattern) => JSON.stringify(pattern).length);

const jobOf = (...names: string[]) => ({ 'detail-type': ['Backup Job State Change'], 'detail': { state: ['FAILED'], backupVaultName: names } });
const RESTORED = { 'detail-type': ['Restore Job State Change'], 'detail': { status: ['FAILED'] } };

test('one event is one pattern without alternatives', () => {
  expect(patterns([JOB])).toEqual([{ source: ['aws.backup'], ...jobOf('a') }]);
});

test('states at the same place are joined, each once', () => {
  expect(patterns([JOB, { ...JOB, states: ['EXPIRED'] }, JOB])).toEqual([{
    'source': ['aws.backup'], 'detail-type': ['Backup Job State Change'], 'detail': { state: ['FAILED', 'EXPIRED'], backupVaultName: ['a'] },
  }]);
});

test('a place within a place is nested', () => {
  expect(patterns([SCAN])).toEqual([{
    'source': ['aws.backup'],
    'detail-type': ['Scan Job State Change'],
    'detail': { scanResult: { scanResultStatus: ['THREATS_FOUND'] }, backupVaultName: ['a'] },
  }]);
});

test('a copy is of either of its vaults', () => {
  const copyOf = (key: string) => ({ 'detail-type': ['Copy Job State Change'], 'detail': { state: ['FAILED'], [key]: ['arn:a', 'arn:b'] } });
  expect(patterns([COPY], ['a', 'b'])).toEqual([{ source: ['aws.backup'], $or: [copyOf('sourceBackupVaultArn'), copyOf('destinationBackupVaultArn')] }]);
});

test('an event that names no vault is of the account', () => {
  expect(patterns([RESTORE, JOB])).toEqual([{ source: ['aws.backup'], $or: [jobOf('a'), RESTORED] }]);
});

describe('the size', () => {
  const whole = JSON.stringify(patterns([RESTORE, JOB], ['a', 'b'])[0]).length;

  test('at the limit is one pattern', () => {
    expect(patterns([RESTORE, JOB], ['a', 'b'], whole)).toHaveLength(1);
  });

  test('above the limit divides the vaults, and reports events without a vault once', () => {
    expect(patterns([RESTORE, JOB], ['a', 'b'], whole - 1)).toEqual([
      { source: ['aws.backup'], $or: [jobOf('a'), RESTORED] },
      { source: ['aws.backup'], ...jobOf('b') },
    ]);
  });

  test('of one vault above the limit is not divided', () => {
    expect(patterns([JOB], ['a'], 1)).toHaveLength(1);
  });
});

test('events without a vault are never divided', () => {
  expect(patterns([RESTORE], ['a', 'b'], 1)).toEqual([{ source: ['aws.backup'], ...RESTORED }]);
});
