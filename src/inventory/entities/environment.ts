import type { Value } from '../../values/unknown';

/** An account and a Region, and whether two of them are the same: see `sameEnvironment`. */
export interface Environment {
  readonly account: Value<string>;
  readonly region: Value<string>;
  /** Environments of one application that are unknown are the same. */
  readonly application: string;
}
