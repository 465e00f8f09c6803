import type { Answer } from '../values/answer';
import type { Effort, Token } from '../values/possible-matches';

/** How a condition operator compares. */
export interface Operator {
  readonly compares: Comparison;
  /** Whether no value must be equal. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
}

export type Comparison =
  | 'equals' | 'equalsIgnoreCase' | 'like' | 'arn' | 'bool' | 'ip' | 'null'
  | { readonly of: 'numbers' | 'dates'; readonly holds: (value: number, bound: number) => boolean };

type Ordering = 'Equals' | 'LessThan' | 'LessThanEquals' | 'GreaterThan' | 'GreaterThanEquals';

const ORDERINGS: Readonly<Record<Ordering, (value: number, bound: number) => boolean>> = {
  Equals: (value, bound) => value === bound,
  LessThan: (value, bound) => value < bound,
  LessThanEquals: (value, bound) => value <= bound,
  GreaterThan: (value, bound) => value > bound,
  GreaterThanEquals: (value, bound) => value >= bound,
};

const POSITIVE: Readonly<Record<string, Comparison>> = {
  StringEquals: 'equals',
  StringEqualsIgnoreCase: 'equalsIgnoreCase',
  StringLike: 'like',
  ArnEquals: 'arn', // the same as ArnLike
  ArnLike: 'arn',
  BinaryEquals: 'equals',
  Bool: 'bool',
  IpAddress: 'ip',
  Null: 'null',
  ...Object.fromEntries(Object.entries(ORDERINGS).flatMap(([name, holds]) => [
    [`Numeric${name}`, { of: 'numbers', holds }] as const, [`Date${name}`, { of: 'dates', holds }] as const,
  ])),
};

/** The negated operators, each with its positive operator. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

const OPERATORS: ReadonlyMap<string, Pick<Operator, 'compares' | 'negated'>> = new Map<string, Pick<Operator, 'compares' | 'negated'>>([
  ...Object.entries(POSITIVE).map(([name, compares]) => [name.toLowerCase(), { compares, negated: false }] as const),
  ...Object.entries(NEGATED).map(([name, positive]) => [name.toLowerCase(), { compares: POSITIVE[positive], negated: true }] as const),
]);

const FORM = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/i;

/**
 * `undefined` for an unknown operator. Not case-sensitive.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function operatorNamed(name: string): Operator | undefined {
  const [, quantifier, base = '', ifExists] = FORM.exec(name) ?? [];
  const operator = OPERATORS.get(base.toLowerCase());
  if (!operator || operator.compares === 'null' && (ifExists !== undefined || quantifier !== undefined)) { return undefined; }
  return {
    ...operator,
    ifExists: ifExists !== undefined,
    quantifier: quantifier === undefined ? undefined : quantifier.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue',
  };
}

/** Compares a value of the request with one of the policy, without the negation. */
export type Compare = (pattern: readonly Token[], value: readonly Token[], effort?: Effort) => Answer;
