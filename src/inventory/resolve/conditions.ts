import { answerOf, formulaOf } from './formula';
import type { Frame, Intrinsic } from './frame';
import { once } from './scope';
import type { Answer } from '../../values/answer';
import { UNKNOWN } from '../../values/unknown';

export const conditionalFunctions: Readonly<Record<string, Intrinsic>> = {
  'Fn::If': (argument, frame) => {
    if (!Array.isArray(argument) || typeof argument[0] !== 'string') { return frame.result(UNKNOWN); }
    const answer = conditionNamed(argument[0], frame);
    if (answer === UNKNOWN) { return frame.result(UNKNOWN); }
    const branch = answer ? 1 : 2;
    return frame.resolve(argument[branch], 'Fn::If', branch);
  },
};

/** Whether a condition of the template is true. */
export function conditionNamed(name: string, frame: Frame): Answer {
  return once<Answer>(frame.scope, `condition ${name}`, UNKNOWN, () => answerOf(formulaOf(name, frame)));
}
