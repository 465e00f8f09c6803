import { compareBy, hasWildcards } from './comparisons';
import type { Condition, Perhaps, PolicyDocument } from './document';
import { type Operator, operatorNamed } from './operators';
import { patternOf, patternTokens } from './patterns';
import { type Context, type ContextValues, contextValues } from './request';
import { type Answer, allOf, anyOf, not } from '../values/answer';
import type { Written } from '../values/fragments';
import { UNKNOWN } from '../values/unknown';

/** In comparisons: what it costs to read a character of a pattern. */
const READING = 2;

type Rules = Pick<PolicyDocument, 'variables' | 'effort'>;

/** Whether a request meets a condition of a statement. */
export function holds(condition: Perhaps<Condition>, context: Context, document: Rules): Answer {
  if (condition === UNKNOWN) { return UNKNOWN; }
  const operator = operatorNamed(condition.operator);
  if (!operator) { return UNKNOWN; }
  const values = contextValues(context, condition.key);
  if (operator.compares === 'null') { return holdsNull(condition, values); }
  if (values === undefined) { return whereLeftOut(operator); }
  if (values !== UNKNOWN) { return compares(operator, condition, values, context, document); }
  const leftOut = whereLeftOut(operator);
  return leftOut === compares(operator, condition, [UNKNOWN], context, document) ? leftOut : UNKNOWN;
}

/**
 * The result for a key that is not in the request. According to the documentation, `ForAnyValue` is then false, and `IfExists` is true.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function whereLeftOut({ quantifier, ifExists, negated }: Operator): Answer {
  if (quantifier === 'ForAnyValue') { return ifExists ? UNKNOWN : false; }
  return ifExists || quantifier === 'ForAllValues' || negated;
}

/** `true` requires the key to be absent, `false` requires it to be present. */
function holdsNull({ values }: Condition, given: ContextValues): Answer {
  const wanted = new Set(values.map((value) => (typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() : UNKNOWN)));
  const [leftOut] = wanted;
  if (wanted.size !== 1 || leftOut === UNKNOWN || given === UNKNOWN || given?.length === 0) { return UNKNOWN; }
  return (given === undefined) === (leftOut === 'true');
}

function compares(
  { compares: comparison, negated, quantifier }: Operator, condition: Condition, values: readonly Perhaps<Written>[], context: Context,
  { variables, effort }: Rules,
): Answer {
  if (comparison === 'null') { return UNKNOWN; }
  const compare = compareBy(comparison);
  const patterns = condition.values.map((value) => {
    if (value === UNKNOWN || effort?.allows(1) === false) { return [UNKNOWN] as const; }
    effort?.spend(READING * (typeof value === 'string' ? value.length : value.parts.length));
    return patternOf(value, hasWildcards(comparison), variables, context);
  });
  const answers = values.map((value): Answer => {
    const text = patternTokens(value);
    // IAM does not document the comparison with a variable for which the request has no value
    const any = anyOf(patterns.map((pattern) => (pattern === undefined || effort?.allows(1) === false ? UNKNOWN : compare(pattern, text, effort))));
    return negated ? not(any) : any;
  });
  if (quantifier === 'ForAllValues') { return allOf(answers); }
  if (quantifier === 'ForAnyValue') { return anyOf(answers); }
  return answers.length === 1 ? answers[0] : UNKNOWN; // a multivalued key requires a set operator
}
