import type { Frame, Intrinsic } from './frame';
import { isObject, own } from './json';
import { once } from './scope';
import { type Answer, allOf, anyOf, not } from '../../values/answer';
import { UNKNOWN, isKnown } from '../../values/unknown';

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
  return once<Answer>(frame.scope, `condition ${name}`, UNKNOWN, () => evaluate(own(frame.scope.conditions, name), frame.deeper));
}

function evaluate(raw: unknown, frame: Frame | undefined): Answer {
  if (!isObject(raw) || !frame) { return UNKNOWN; }
  const [[name, argument] = [], ...others] = Object.entries(raw);
  if (others.length > 0) { return UNKNOWN; }
  if (name === 'Condition') { return typeof argument === 'string' ? conditionNamed(argument, frame) : UNKNOWN; }
  if (!Array.isArray(argument)) { return UNKNOWN; }
  switch (name) {
    case 'Fn::Equals': return equal(argument, frame);
    case 'Fn::Not': return not(evaluate(argument[0], frame.deeper));
    case 'Fn::And': return allOf(argument.map((each) => evaluate(each, frame.deeper)));
    case 'Fn::Or': return anyOf(argument.map((each) => evaluate(each, frame.deeper)));
    default: return UNKNOWN;
  }
}

function equal([one, other]: readonly unknown[], frame: Frame): Answer {
  const left = frame.text(one);
  const right = frame.text(other);
  if (!isKnown(left) || !isKnown(right)) { return UNKNOWN; }
  if (left.literal !== undefined && right.literal !== undefined) { return left.literal === right.literal; }
  return left.key !== undefined && left.key === right.key ? true : UNKNOWN;
}
