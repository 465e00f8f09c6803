import { type Value, UNKNOWN } from './unknown';

/** Yes, no, or unknown. */
export type Answer = boolean | typeof UNKNOWN;

export function anyOf(answers: readonly Answer[]): Answer {
  return answers.includes(true) || (answers.includes(UNKNOWN) ? UNKNOWN : false);
}

export function allOf(answers: readonly Answer[]): Answer {
  return !answers.includes(false) && (answers.includes(UNKNOWN) ? UNKNOWN : true);
}

export function not(answer: Answer): Answer {
  return answer === UNKNOWN ? UNKNOWN : !answer;
}

/** Whether there is a list with at least one item. */
export function hasItems(list: Value<readonly unknown[]>): Answer {
  return list === UNKNOWN ? UNKNOWN : list !== undefined && list.length > 0;
}
