import type { PositionNode } from './position';

/** A name that an object has twice, with the offsets of both in the file. */
export interface Duplicate {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

/** A parsed file. */
export interface Document {
  readonly value: unknown;
  /** Of equal names, the value has the last one. */
  readonly duplicates: readonly Duplicate[];
  /** Computed when first used, because most templates have no findings. */
  positions(): PositionNode;
}

/** Nested levels of objects and lists. Real templates have about twenty. */
export const DEEPEST = 200;
