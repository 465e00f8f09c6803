import type { PositionNode } from './position';

/** A text that has been parsed. */
export interface Document {
  readonly value: unknown;
  /** Most templates have no findings: their positions are not looked for. */
  positions(): PositionNode;
}

/** Levels of objects and lists within each other; real templates have some twenty. */
export const DEEPEST = 200;
