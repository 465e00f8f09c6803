/** One thing that AWS says of a value: that it may be this, must match that, or lies within a bound. */
export interface Fact {
  /** A shape of the API, or a resource type of CloudFormation and the path of its property. */
  readonly of: string;
  readonly kind: 'value' | 'pattern' | 'min' | 'max';
  readonly value: string;
}

export function inWords({ of, kind, value }: Fact): string {
  return `${of}: ${kind} ${value}`;
}

/** What AWS says in one place, as of one version. */
export interface Authority {
  readonly title: string;
  readonly facts: readonly Fact[];
}
