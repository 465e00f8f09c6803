import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';
import { type Value, isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** Windows of a rule, in minutes. */
export interface WindowMinutes {
  readonly start: Value<number>;
  readonly completion: Value<number>;
}

export interface WindowNames {
  readonly start: string;
  readonly completion: string;
}

/** @param ownStart the start window of a rule without one, if it is not the default of AWS Backup */
export function windowProblems(minutes: WindowMinutes, names: WindowNames, ownStart?: number): Problem[] {
  return [
    ...rangeProblems(names.start, minutes.start, LIMITS.startWindowMinutes, ownStart),
    ...rangeProblems(names.completion, minutes.completion, LIMITS.completionWindowMinutes),
  ];
}

/** A warning only: sources disagree whether the completion window counts from the schedule or from the start of the job. */
export function windowWarnings(minutes: WindowMinutes, names: WindowNames): Problem[] {
  const start = minutes.start ?? LIMITS.startWindowMinutes.default;
  return isKnown(start) && isKnown(minutes.completion) && minutes.completion <= start
    ? [new Problem('not-longer', `'${names.completion}' should be longer than '${names.start}' (${count(start, 'minutes')}), got ${count(minutes.completion, 'minutes')}. `
      + 'Raise it. Otherwise AWS Backup might cancel a job that starts late in its window before it can complete.')]
    : [];
}
