/** A constraint of AWS on a value: an accepted value, a pattern, or a bound. */
export interface Fact {
  /** A shape of the API, or a resource type of CloudFormation and the path of its property. */
  readonly of: string;
  readonly kind: 'value' | 'pattern' | 'min' | 'max';
  readonly value: string;
}

export function label({ of, kind, value }: Fact): string {
  return `${of}: ${kind} ${value}`;
}

/** The facts of one source of AWS, in one version. */
export interface Authority {
  readonly title: string;
  readonly facts: readonly Fact[];
}
