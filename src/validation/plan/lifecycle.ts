import { LIMITS } from '../../capabilities/limits';
import type { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** Days of a lifecycle; `deleteAfter: undefined` keeps the recovery point for ever. */
export interface LifecycleDays {
  readonly deleteAfter: Value<number>;
  readonly moveToColdStorageAfter: Value<number>;
}

/** What the reader of a message calls the two properties. */
export interface LifecycleNames {
  readonly deleteAfter: string;
  readonly moveToColdStorageAfter: string;
}

export function lifecycleProblems(days: LifecycleDays, names: LifecycleNames): (string | Problem)[] {
  const problems: (string | Problem)[] = rangeProblems(names.deleteAfter, days.deleteAfter, LIMITS.deleteAfterDays);
  if (isKnown(days.deleteAfter) && isKnown(days.moveToColdStorageAfter) && days.moveToColdStorageAfter >= 0) {
    const least = days.moveToColdStorageAfter + LIMITS.coldStorageDays.min;
    if (days.deleteAfter < least) {
      problems.push(`'${names.deleteAfter}' must be at least ${count(LIMITS.coldStorageDays.min, 'days')} more than `
        + `'${names.moveToColdStorageAfter}' (${count(days.moveToColdStorageAfter, 'days')}), got ${count(days.deleteAfter, 'days')}: `
        + `keep it for ${count(least, 'days')} or more, or leave out '${names.moveToColdStorageAfter}'`);
    }
  }
  return problems;
}

export function lifecycleWarnings(days: LifecycleDays, names: LifecycleNames): string[] {
  const recommended = LIMITS.recommendedWarmDays.min;
  if (isKnown(days.moveToColdStorageAfter) && days.moveToColdStorageAfter < 0) {
    return [`'${names.moveToColdStorageAfter}' should be a number of days, got ${days.moveToColdStorageAfter}: leave it out for no cold storage`];
  }
  return isKnown(days.moveToColdStorageAfter) && days.moveToColdStorageAfter < recommended
    ? [`'${names.moveToColdStorageAfter}' should be at least ${count(recommended, 'days')}, got ${count(days.moveToColdStorageAfter, 'days')}: `
      + 'AWS Backup would take another full backup into warm storage, which costs more than it saves']
    : [];
}

/** Continuous backups have a retention of their own and know no cold storage. */
export function continuousProblems(days: LifecycleDays, names: LifecycleNames): string[] {
  const limit = LIMITS.continuousRetentionDays;
  const problems: string[] = [];
  if (days.deleteAfter === undefined) {
    problems.push(`'${names.deleteAfter}' is needed for a continuous backup: give ${limit.min} to ${limit.max} days`);
  } else if (isKnown(days.deleteAfter) && (days.deleteAfter < limit.min || days.deleteAfter > limit.max)) {
    problems.push(`'${names.deleteAfter}' of a continuous backup must be ${limit.min} to ${limit.max} days, got ${count(days.deleteAfter, 'days')}: `
      + 'back up daily or monthly what has to be kept longer');
  }
  if (days.moveToColdStorageAfter !== undefined) {
    problems.push(`'${names.moveToColdStorageAfter}' cannot be used with a continuous backup, which has no cold storage: leave it out`);
  }
  return problems;
}
