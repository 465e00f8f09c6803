import type { Written } from '../values/fragments';
import type { Effort } from '../values/possible-matches';
import type { UNKNOWN } from '../values/unknown';

/** A value that is unknown before deployment is `UNKNOWN` in a policy. No certain result is based on it. */
export type Perhaps<T> = T | typeof UNKNOWN;

/** A policy document as IAM reads it. */
export interface PolicyDocument {
  /** Whether `${…}` is a variable. Without a version, it is plain text. */
  readonly variables: Perhaps<boolean>;
  readonly statements: readonly Perhaps<Statement>[];
  /** Several documents can share it. When it is spent, it is unknown whether a statement is about a resource. */
  readonly effort?: Effort;
}

export interface Statement {
  readonly effect: Perhaps<'Allow' | 'Deny'>;
  /** Left out in the policies of identities. */
  readonly principals: Element<Principal> | undefined;
  readonly actions: Element<Written>;
  /** Left out in trust policies. */
  readonly resources: Element<Written> | undefined;
  /** All of them must be true. */
  readonly conditions: readonly Perhaps<Condition>[];
}

/** The listed values, as in `Action`, or all other values, as in `NotAction`. */
export interface Element<T> {
  readonly negated: boolean;
  readonly items: readonly Perhaps<T>[];
}

/** A principal, as in the policy. */
export interface Principal {
  /** `AWS`, `Service`, `Federated` or `CanonicalUser`; `AWS` for everyone. */
  readonly kind: string;
  readonly name: Written;
}

/** A key of a condition block, with the values to compare. */
export interface Condition {
  /** The operator in the policy, such as `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Perhaps<Written>[];
}
