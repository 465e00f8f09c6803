import type { Address } from './entity';

/** Resources of a template, or stacks, that each wait for the next. */
export interface Circle {
  /** The resource that the first of them waits by. */
  readonly address: Address;
  /** Logical ids, or names of stacks; the first is also the last. */
  readonly path: readonly string[];
  /** False if an unknown condition or a transform decides. */
  readonly certain: boolean;
}
