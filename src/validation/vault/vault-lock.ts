import { LIMITS } from '../../capabilities/limits';
import { count } from '../../values/quantity';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** Bounds of a vault, in days. */
export interface RetentionBounds {
  readonly minRetention: Value<number>;
  readonly maxRetention: Value<number>;
}

/** The lock of a vault, in days. */
export interface LockDays extends RetentionBounds {
  /** Given for a compliance lock only. */
  readonly changeableFor: Value<number>;
}

/** What the reader of a message calls the properties. */
export interface LockNames {
  readonly minRetention: string;
  readonly maxRetention: string;
  readonly changeableFor: string;
}

export function lockProblems(lock: LockDays, names: LockNames): string[] {
  return [
    ...rangeProblems(names.minRetention, lock.minRetention, LIMITS.lockMinRetentionDays).map(String),
    ...rangeProblems(names.maxRetention, lock.maxRetention, LIMITS.lockMaxRetentionDays).map(String),
    ...rangeProblems(names.changeableFor, lock.changeableFor, LIMITS.lockChangeableForDays).map(String),
    ...orderProblems(lock, names, 'raise it, or leave it out'),
  ];
}

/** The retention of a logically air-gapped vault. */
export function airGappedRetentionProblems(lock: RetentionBounds, names: Pick<LockNames, keyof RetentionBounds>): string[] {
  return [
    ...rangeProblems(names.minRetention, lock.minRetention, LIMITS.airGappedMinRetentionDays).map(String),
    ...rangeProblems(names.maxRetention, lock.maxRetention, LIMITS.airGappedMaxRetentionDays).map(String),
    ...orderProblems(lock, names, 'raise it'),
  ];
}

/** Whether AWS Backup takes the bounds of a vault, as far as they are known. What it refuses is told of the vault, not of each plan besides. */
export function isPossibleLock(kind: 'standard' | 'airGapped', lock: LockDays): boolean {
  const names = { minRetention: '', maxRetention: '', changeableFor: '' };
  return (kind === 'airGapped' ? airGappedRetentionProblems(lock, names) : lockProblems(lock, names)).length === 0;
}

function orderProblems(bounds: RetentionBounds, names: Pick<LockNames, keyof RetentionBounds>, remedy: string): string[] {
  const { minRetention: min, maxRetention: max } = bounds;
  return isKnown(min) && isKnown(max) && max < min
    ? [`'${names.maxRetention}' must not be less than '${names.minRetention}' (${count(min, 'days')}), got ${count(max, 'days')}: ${remedy}`]
    : [];
}

/**
 * Whether a retention fits the lock of the vault it goes to; where it does not, AWS accepts the plan and every job fails.
 *
 * @param retention `undefined` keeps the recovery point for ever
 */
export function retentionOutsideLock(name: string, retention: Value<number>, lock: LockDays, vault: string): string[] {
  const { minRetention: min, maxRetention: max } = lock;
  const failure = 'change it, or use a vault with another lock; AWS Backup accepts such a plan, and every job into this vault fails';
  if (retention === undefined) {
    return isKnown(max)
      ? [`'${name}' must be at most ${count(max, 'days')}, the maximum of the lock of vault ${vault}, got none (kept for ever): ${failure}`]
      : [];
  }
  if (isKnown(retention) && isKnown(min) && retention < min) {
    return [`'${name}' must be at least ${count(min, 'days')}, the minimum of the lock of vault ${vault}, got ${count(retention, 'days')}: ${failure}`];
  }
  if (isKnown(retention) && isKnown(max) && retention > max) {
    return [`'${name}' must be at most ${count(max, 'days')}, the maximum of the lock of vault ${vault}, got ${count(retention, 'days')}: ${failure}`];
  }
  return [];
}

/** A continuous backup lives for 35 days at most, so it fits no vault that asks for more. */
export function continuousOutsideLock(name: string, lock: LockDays, vault: string): string[] {
  const { max } = LIMITS.continuousRetentionDays;
  return isKnown(lock.minRetention) && lock.minRetention > max
    ? [`'${name}' must be a vault that takes continuous backups, which end after ${max} days, got vault ${vault}, whose lock asks for at least `
      + `${count(lock.minRetention, 'days')}: back up into a vault with a lower minimum, or use snapshots`]
    : [];
}
