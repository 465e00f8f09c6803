import type { Address } from './entity';

/** Resources of a template, or stacks, of which each waits for the next. */
export interface Circle {
  /** The resource that the first of them waits by. */
  readonly address: Address;
  /** Logical ids, or names of stacks; the first is also the last. */
  readonly path: readonly string[];
  /** False where a condition or a transform that cannot be known decides. */
  readonly certain: boolean;
}
