import type { CopyFacts } from './copy-facts';
import { destinationWarnings } from './destination-warnings';
import { LIFECYCLE_NAMES } from './lifecycle-facts';
import { type TierFacts, WINDOW_NAMES } from './tier-facts';
import { copyPart } from './tier-problems';
import type { TierSpec } from './tier-spec';
import { knownOf } from '../cdk/measures';
import { type Warning, warningOf } from '../cdk/warnings';
import { parseCron } from '../schedule/cron';
import { finerThanHourly } from '../schedule/gaps';
import { lifecycleWarnings } from '../validation/plan/lifecycle';
import { neverExpires } from '../validation/plan/never-expires';
import { shortCopyProblems } from '../validation/plan/short-copies';
import { windowWarnings } from '../validation/plan/windows';
import type { LockDays } from '../validation/vault/vault-lock';
import { type Value, isKnown } from '../values/unknown';

/** What AWS Backup accepts and users rarely intend. */
export function tierWarnings({ spec, windows, lifecycle, vault, copies }: TierFacts): Warning[] {
  return [
    ...frequencyWarnings(spec),
    ...windowWarnings({ start: windows.start.value, completion: windows.completion.value }, WINDOW_NAMES).map(warningOf('completionWindow')),
    ...lifecycleWarnings(lifecycle.days, LIFECYCLE_NAMES).map(warningOf('shortWarmStorage')),
    ...archiveWarnings(spec),
    ...neverExpiresWarnings(lifecycle.days.deleteAfter, vault.lock, vault.label),
    ...shortCopyProblems(LIFECYCLE_NAMES.deleteAfter, lifecycle.days.deleteAfter, copies.map(({ retention }) => retention)).map(warningOf('copyKeptShorter')),
    ...copies.flatMap((copy, index) => copyWarnings(copy).map(({ id, message }) => ({ id, message: `${copyPart(index, copies.length)}: ${message}` }))),
  ];
}

function copyWarnings({ lifecycle, retention, destination }: CopyFacts): Warning[] {
  return [
    ...lifecycleWarnings(lifecycle.days, LIFECYCLE_NAMES).map(warningOf('shortWarmStorage')),
    ...neverExpiresWarnings(retention, destination.lock, destination.vaultLabel),
    ...destinationWarnings(destination),
  ];
}

function frequencyWarnings({ scheduleExpression }: TierSpec): Warning[] {
  const schedule = knownOf(scheduleExpression);
  const { fields } = isKnown(schedule) ? parseCron(schedule) : {};
  return fields && finerThanHourly(fields)
    ? [{
      id: 'finerThanHourly',
      message: `'schedule' runs more often than hourly, got '${String(schedule)}'. `
        + 'The shortest interval that AWS Backup documents is one hour. Use BackupTier.continuous(…) for less.',
    }]
    : [];
}

function archiveWarnings({ archiveEbsSnapshots, moveToColdStorageAfter }: TierSpec): Warning[] {
  return archiveEbsSnapshots && moveToColdStorageAfter === undefined
    ? [{ id: 'archiveWithoutColdStorage', message: '\'archiveEbsSnapshots\' has no effect without \'moveToColdStorageAfter\'. Set that property, or leave out both.' }]
    : [];
}

function neverExpiresWarnings(retention: Value<number>, lock: LockDays | undefined, vaultLabel: string): Warning[] {
  return retention === undefined && lock && neverExpires(lock, 'standard') !== false
    ? [{
      id: 'neverExpires',
      message: `'retention' is not set, and the vault ${vaultLabel} has a compliance lock. Nobody can ever delete the recovery points. Set a retention.`,
    }]
    : [];
}
