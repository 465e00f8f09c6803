import type { Written } from '../values/fragments';
import type { UNKNOWN } from '../values/unknown';

/** What only a deployment tells stands in a policy as `UNKNOWN`, and decides nothing. */
export type Perhaps<T> = T | typeof UNKNOWN;

/** A policy document as IAM reads it. */
export interface PolicyDocument {
  /** Whether `${…}` in it are variables: they are characters where the version is left out. */
  readonly variables: Perhaps<boolean>;
  readonly statements: readonly Perhaps<Statement>[];
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

/** What an element lists, as in `Action`, or everything but that, as in `NotAction`. */
export interface Element<T> {
  readonly negated: boolean;
  readonly items: readonly Perhaps<T>[];
}

/** A principal as a policy writes it. */
export interface Principal {
  /** `AWS`, `Service`, `Federated` or `CanonicalUser`; `AWS` for everyone. */
  readonly kind: string;
  readonly name: Written;
}

/** A key of a condition block, with all that it is compared with. */
export interface Condition {
  /** As the policy has it, as in `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Perhaps<Written>[];
}
