import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { UNKNOWN, type Value, isKnown } from '../../values/unknown';
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
export type LockNames = Readonly<Record<keyof LockDays, string>>;
export type RetentionNames = Readonly<Record<keyof RetentionBounds, string>>;

/** What is wrong with each bound. */
export type BoundProblems<Bound extends string = keyof LockDays> = Readonly<Record<Bound, readonly Problem[]>>;

export function lockProblems(lock: LockDays, names: LockNames): BoundProblems {
  const ofMaximum = rangeProblems(names.maxRetention, lock.maxRetention, LIMITS.lockMaxRetentionDays);
  return {
    minRetention: rangeProblems(names.minRetention, lock.minRetention, LIMITS.lockMinRetentionDays),
    maxRetention: ofMaximum.length > 0 ? ofMaximum : orderProblems(lock, names, 'Raise it, or leave it out.'),
    changeableFor: rangeProblems(names.changeableFor, lock.changeableFor, LIMITS.lockChangeableForDays),
  };
}

/** The retention of a logically air-gapped vault. */
export function airGappedRetentionProblems(bounds: RetentionBounds, names: RetentionNames): BoundProblems<keyof RetentionBounds> {
  return {
    minRetention: rangeProblems(names.minRetention, bounds.minRetention, LIMITS.airGappedMinRetentionDays),
    maxRetention: [
      ...rangeProblems(names.maxRetention, bounds.maxRetention, LIMITS.airGappedMaxRetentionDays),
      ...orderProblems(bounds, names, 'Raise it.'),
    ],
  };
}

const UNNAMED: LockNames = { minRetention: '', maxRetention: '', changeableFor: '' };

/**
 * Whether AWS Backup accepts the bounds of a vault, as far as they are known. Other bounds are reported for the vault, not for each plan as well.
 * How long the lock can be changed does not matter to a retention.
 */
export function isPossibleLock(kind: 'standard' | 'airGapped', lock: RetentionBounds): boolean {
  const { minRetention, maxRetention } = kind === 'airGapped' ? airGappedRetentionProblems(lock, UNNAMED) : lockProblems({ ...lock, changeableFor: undefined }, UNNAMED);
  return minRetention.length + maxRetention.length === 0;
}

function orderProblems({ minRetention: min, maxRetention: max }: RetentionBounds, names: RetentionNames, fix: string): Problem[] {
  return isKnown(min) && isKnown(max) && max < min
    ? [new Problem('order', `'${names.maxRetention}' must not be less than '${names.minRetention}' (${count(min, 'days')}), got ${count(max, 'days')}. ${fix}`)]
    : [];
}

/** Whether two locks certainly accept the same retentions. */
export function haveSameBounds(one: RetentionBounds, other: RetentionBounds | undefined): boolean {
  return (['minRetention', 'maxRetention'] as const).every((bound) => one[bound] !== UNKNOWN && one[bound] === other?.[bound]);
}

const JOBS_FAIL = 'AWS Backup accepts the plan, but every job into this vault fails.';

/**
 * Whether a retention is within the lock of the vault that stores the recovery point. If it is not, AWS accepts the plan and every job fails.
 *
 * @param retention if `undefined`, the recovery point never expires
 */
export function retentionOutsideLock(
  name: string, retention: Value<number>, lock: LockDays, vault: string, fix = 'Change it, or use a vault with another lock.',
): Problem[] {
  const { minRetention: min, maxRetention: max } = lock;
  const most = (longest: number, got: string) =>
    new Problem('lock-maximum', `'${name}' must be at most ${count(longest, 'days')}, the maximum of the lock of the vault ${vault}, got ${got}. ${fix} ${JOBS_FAIL}`);
  if (retention === undefined) { return isKnown(max) ? [most(max, 'none (never expires)')] : []; }
  if (!isKnown(retention)) { return []; }
  if (isKnown(min) && retention < min) {
    return [new Problem('lock-minimum', `'${name}' must be at least ${count(min, 'days')}, the minimum of the lock of the vault ${vault}, got ${count(retention, 'days')}. ${fix} ${JOBS_FAIL}`)];
  }
  return isKnown(max) && retention > max ? [most(max, count(retention, 'days'))] : [];
}

/** A continuous backup expires after 35 days at most, so a vault that requires more does not accept it. */
export function continuousOutsideLock(name: string, { minRetention: min }: LockDays, vault: string): Problem[] {
  const { max } = LIMITS.continuousRetentionDays;
  return isKnown(min) && min > max
    ? [new Problem('lock-continuous', `'${name}' must be a vault that accepts continuous backups, which expire after ${max} days at most, got the vault ${vault}, whose lock `
      + `requires at least ${count(min, 'days')}. Use a vault with a lower minimum, or use snapshots.`)]
    : [];
}
