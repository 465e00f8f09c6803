import { UNKNOWN } from './unknown';

/** What only a deployment tells, but is the same wherever it is named: equal keys are equal values. */
export interface Reference {
  /** `resource` is a physical id, `attribute` what else a resource gives. */
  readonly kind: 'resource' | 'attribute' | 'parameter' | 'pseudo';
  /** Source, name and attribute in one: a bare logical id would mix up two stacks. */
  readonly key: string;
  /** The logical id or the name of the parameter, for messages. */
  readonly name: string;
}

export type Part = string | Reference | typeof UNKNOWN;

/** A string as far as it is known. */
export abstract class Fragments {
  public abstract readonly parts: readonly Part[];
}

/** A string that is known, or as far as it is. */
export type Written = string | Fragments;

/** Whether a part stands for a physical id, an account, a Region or a partition: for a piece without `:` and `/`. */
export function isPiece(part: Part): boolean {
  return typeof part !== 'string' && part !== UNKNOWN && (part.kind === 'resource' || part.kind === 'pseudo');
}
