import { answerOf, formulaOf } from './formula';
import type { Frame, Intrinsic, Located } from './frame';
import { textOfResolved } from './scalars';
import { once } from './scope';
import type { Answer } from '../../values/answer';
import { UNKNOWN, isKnown } from '../../values/unknown';

export const conditionalFunctions: Readonly<Record<string, Intrinsic>> = {
  'Fn::If': (argument, frame) => {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') { return frame.result(UNKNOWN); }
    const answer = conditionNamed(argument[0], frame);
    if (answer !== UNKNOWN) { return branchOf(argument, answer ? 1 : 2, frame); }
    const [one, other] = [branchOf(argument, 1, frame), branchOf(argument, 2, frame)];
    return isSame(one, other) ? one : frame.result(UNKNOWN);
  },
};

function branchOf(argument: readonly unknown[], branch: 1 | 2, frame: Frame): Located {
  return frame.resolve(argument[branch], 'Fn::If', branch);
}

/** Whether both branches have the same value, so that the condition does not matter. Objects are compared as they are written. */
function isSame(one: Located, other: Located): boolean {
  if (one.raw === UNKNOWN || other.raw === UNKNOWN) { return false; }
  if (one.raw === undefined || other.raw === undefined) { return one.raw === other.raw; }
  const first = textOfResolved(one.raw);
  const second = textOfResolved(other.raw);
  if (isKnown(first) && isKnown(second)) { return first.key !== undefined && first.key === second.key; }
  return one.scope === other.scope && first === second && JSON.stringify(one.raw) === JSON.stringify(other.raw);
}

/** Whether a condition of the template is true. */
export function conditionNamed(name: string, frame: Frame): Answer {
  return once<Answer>(frame.scope, `condition ${name}`, UNKNOWN, () => answerOf(formulaOf(name, frame)));
}
