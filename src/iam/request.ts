import type { Perhaps } from './document';
import type { Written } from '../values/fragments';
import type { UNKNOWN } from '../values/unknown';

/** The caller of a request. */
export interface Caller {
  readonly kind: 'root' | 'user' | 'role' | 'service' | 'anonymous';
  /** `UNKNOWN` for a principal of an unknown account. Not used for services and anonymous callers. */
  readonly account: Perhaps<Written>;
  /** The ARN of the user or role, or the name of a service. */
  readonly arn: Perhaps<Written>;
  /** The ARN of the session of the role. */
  readonly sessionArn?: Written;
}

/** The condition keys of a request, in lowercase. */
export interface Context {
  readonly values: ReadonlyMap<string, ContextValues>;
  /** The meaning of a key that is not listed: absent from the request, or unknown. */
  readonly others: undefined | typeof UNKNOWN;
}

/** All values of a key. `UNKNOWN` if the key might also be absent. */
export type ContextValues = readonly Perhaps<Written>[] | undefined | typeof UNKNOWN;

export interface Request {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: Perhaps<Written>;
  /** The account of the resource. */
  readonly account: Perhaps<Written>;
  readonly context: Context;
}

export function contextValues({ values, others }: Context, key: string): ContextValues {
  const name = key.toLowerCase();
  return values.has(name) ? values.get(name) : others;
}
