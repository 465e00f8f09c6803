import type { Address } from './entity';

/** A cycle of resources of a template, or of stacks. Each depends on the next. */
export interface Circle {
  /** The resource with the first dependency. */
  readonly address: Address;
  /** Logical ids, or names of stacks. The first is repeated at the end. */
  readonly path: readonly string[];
  /** False if an unknown condition or a transform decides. */
  readonly certain: boolean;
}
