import type { Perhaps } from './document';
import type { Written } from '../values/fragments';
import type { UNKNOWN } from '../values/unknown';

/** Who makes a request. */
export interface Caller {
  readonly kind: 'root' | 'user' | 'role' | 'service' | 'anonymous';
  /** `UNKNOWN` for a principal of an account that is not known; of services and anonymous callers it is not looked at. */
  readonly account: Perhaps<Written>;
  /** Of the user or the role. The name of a service. */
  readonly arn: Perhaps<Written>;
  /** Of a session of the role. */
  readonly sessionArn?: Written;
}

/** The condition keys of a request, in lowercase. */
export interface Context {
  readonly values: ReadonlyMap<string, ContextValues>;
  /** What a key is that is not there: left out of the request, or not known. */
  readonly others: undefined | typeof UNKNOWN;
}

/** Of a key that has several values all of them; `UNKNOWN` if the key might also be missing. */
export type ContextValues = readonly Perhaps<Written>[] | undefined | typeof UNKNOWN;

export interface Request {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: Perhaps<Written>;
  /** Whose the resource is. */
  readonly account: Perhaps<Written>;
  readonly context: Context;
}

export function contextValues({ values, others }: Context, key: string): ContextValues {
  const name = key.toLowerCase();
  return values.has(name) ? values.get(name) : others;
}
