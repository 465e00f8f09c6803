import type { UNKNOWN } from '../../values/unknown';
import type { Selection } from '../entities';

/** Whether a resource is in a plan, and why. */
export interface Coverage {
  readonly covered: 'yes' | 'no' | typeof UNKNOWN;
  /** The selections that take the resource or may take it. */
  readonly reaches: readonly Reach[];
}

export interface Reach {
  readonly selection: Selection;
  readonly answer: true | typeof UNKNOWN;
  /** For messages: by which part of the selection, such as `by tag backup=gold`. */
  readonly how: string;
}
