import { UNKNOWN } from './unknown';

/** A value that is known only at deployment. Equal keys stand for equal values. */
export interface Reference {
  /** `resource` is a physical id, and `attribute` is any other attribute of a resource. */
  readonly kind: 'resource' | 'attribute' | 'parameter' | 'pseudo';
  /** Source, name, and attribute. A logical id alone would not distinguish two stacks. */
  readonly key: string;
  /** The logical id or the name of the parameter, for messages. */
  readonly name: string;
  /** Whether CloudFormation generates it: the name of the stack, the logical ID, and a random part, with hyphens between them. */
  readonly generated?: true;
}

export type Part = string | Reference | typeof UNKNOWN;

/** A string as far as it is known. */
export abstract class Fragments {
  public abstract readonly parts: readonly Part[];

  /** For messages. */
  public toString(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : `\${${part === UNKNOWN ? '?' : part.name}}`)).join('');
  }
}

/** A known string, or a string as far as it is known. */
export type Written = string | Fragments;

/** Whether a part stands for a physical id, an account, a Region, or a partition. These contain neither `:` nor `/`. */
export function isPiece(part: Part): boolean {
  return typeof part !== 'string' && part !== UNKNOWN && (part.kind === 'resource' || part.kind === 'pseudo');
}

/** A string of parts, each as far as it is known. */
export function written(...parts: readonly Part[]): Written {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : new Joined(parts);
}

class Joined extends Fragments {
  constructor(public readonly parts: readonly Part[]) {
    super();
  }
}
