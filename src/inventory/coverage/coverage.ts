import type { TagTest } from '../../validation/selection/tag-conditions';
import type { UNKNOWN } from '../../values/unknown';
import type { Selection } from '../entities';
import type { Formula } from '../resolve/formula';
import type { Arn } from '../text/arn';

/** Whether a resource is in a plan, and why. */
export interface Coverage {
  readonly covered: 'yes' | 'no' | typeof UNKNOWN;
  /** The selections that select the resource or might select it. */
  readonly reaches: readonly Reach[];
}

export interface Reach {
  readonly selection: Selection;
  readonly answer: true | typeof UNKNOWN;
  /** The answer if the selection and its plan exist. */
  readonly whereItExists: true | typeof UNKNOWN;
  /** When it selects the resource, if that depends only on parameters with few values. */
  readonly when: Formula | typeof UNKNOWN;
  readonly naming: Naming;
  /** The tag conditions that also apply. */
  readonly conditions: readonly TagTest[];
  /** For messages: the part of the selection, such as `by tag backup=gold`. */
  readonly how: string;
}

/** Which part of a selection names a resource. */
export type Naming =
  | { readonly by: 'arn'; readonly arn: Arn }
  | { readonly by: 'tag'; readonly test: TagTest }
  | { readonly by: 'everything' | 'conditions' | 'unknown' };
