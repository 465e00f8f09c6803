import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** Days of a lifecycle. With `deleteAfter: undefined` the recovery point never expires. */
export interface LifecycleDays {
  readonly deleteAfter: Value<number>;
  readonly moveToColdStorageAfter: Value<number>;
}

/** The names of the two properties in messages. */
export interface LifecycleNames {
  readonly deleteAfter: string;
  readonly moveToColdStorageAfter: string;
}

export function lifecycleProblems(days: LifecycleDays, names: LifecycleNames): Problem[] {
  return [
    ...rangeProblems(names.deleteAfter, days.deleteAfter, LIMITS.deleteAfterDays),
    ...coldStorageProblems(days, names),
  ];
}

/** Whether AWS Backup accepts a retention, as far as it is known. Another one is reported for the rule, not for each of its copies as well. */
export function isPossibleRetention(days: Value<number>): boolean {
  return rangeProblems('', days, LIMITS.deleteAfterDays).length === 0;
}

export function coldStorageProblems({ deleteAfter, moveToColdStorageAfter: cold }: LifecycleDays, names: LifecycleNames): Problem[] {
  if (!isKnown(deleteAfter) || !isKnown(cold) || cold < 0) { return []; }
  const { min } = LIMITS.coldStorageDays;
  const least = cold + min;
  return deleteAfter < least
    ? [new Problem('cold-storage', `'${names.deleteAfter}' must be at least ${count(min, 'days')} more than '${names.moveToColdStorageAfter}' (${count(cold, 'days')}), `
      + `got ${count(deleteAfter, 'days')}. Raise it to ${count(least, 'days')} or more, or leave out '${names.moveToColdStorageAfter}'.`)]
    : [];
}

export function lifecycleWarnings(days: LifecycleDays, names: LifecycleNames): Problem[] {
  const recommended = LIMITS.recommendedWarmDays.min;
  const cold = days.moveToColdStorageAfter;
  if (!isKnown(cold)) { return []; }
  if (cold < 0) {
    return [new Problem('negative', `'${names.moveToColdStorageAfter}' should be a number of days, got ${cold}. Leave it out for no cold storage.`)];
  }
  return cold < recommended
    ? [new Problem('short-warm-storage', `'${names.moveToColdStorageAfter}' should be at least ${count(recommended, 'days')}, got ${count(cold, 'days')}. `
      + 'Raise it. Otherwise AWS Backup creates another full backup in warm storage, which costs more than cold storage saves.')]
    : [];
}

/** Continuous backups have their own limit of retention, and no cold storage. */
export function continuousProblems(days: LifecycleDays, names: LifecycleNames): Problem[] {
  const limit = LIMITS.continuousRetentionDays;
  const problems: Problem[] = [];
  if (days.deleteAfter === undefined) {
    problems.push(new Problem('no-end', `'${names.deleteAfter}' of a continuous backup must be ${limit.min} to ${limit.max} days, got none. Set it.`));
  } else if (isKnown(days.deleteAfter) && (days.deleteAfter < limit.min || days.deleteAfter > limit.max)) {
    problems.push(new Problem('retention', `'${names.deleteAfter}' of a continuous backup must be ${limit.min} to ${limit.max} days, got ${count(days.deleteAfter, 'days')}. `
      + 'For a longer retention, add a daily or monthly backup.'));
  }
  if (days.moveToColdStorageAfter !== undefined) {
    problems.push(new Problem('cold-storage', `'${names.moveToColdStorageAfter}' cannot be used with a continuous backup, which has no cold storage. Leave it out.`));
  }
  return problems;
}
