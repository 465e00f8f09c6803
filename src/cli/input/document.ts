import type { Positions } from './position';

/** A name that an object has twice, with both offsets in the file. */
export interface Duplicate {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

/** A parsed file. It does not contain the text of the file. */
export interface Document {
  readonly value: unknown;
  /** The value contains the last of equal names. */
  readonly duplicates: readonly Duplicate[];
  /** Computed for each call, because most templates have no findings. */
  positions(): Positions;
}
