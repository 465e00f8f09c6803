import type { PositionNode } from './position';

/** A parsed file. */
export interface Document {
  readonly value: unknown;
  /** Computed when first used, because most templates have no findings. */
  positions(): PositionNode;
}

/** Nested levels of objects and lists. Real templates have about twenty. */
export const DEEPEST = 200;
