import type { Owner } from './resolve/frame';
import type { Text } from './text/text';
import type { Answer } from '../values/answer';
import type { UNKNOWN, Value } from '../values/unknown';

/** JSON whose intrinsic functions are resolved as far as possible. A string is a `Text` where it is not all literal. */
export type Resolved =
  | string | number | boolean | null | Text | typeof UNKNOWN
  | readonly Resolved[]
  | { readonly [name: string]: Resolved };

/**
 * A property of a resource and where it stands. Left out is `undefined`; what is not resolved, or not of the shape asked for, is
 * `UNKNOWN`, and so is all below it.
 */
export interface Property {
  /** As in `BackupPlan.BackupPlanRule[0].Lifecycle`, through the `Fn::If` that stand in between; empty for all properties. */
  readonly path: string;
  readonly given: Answer;
  /** Whose physical id or ARN it is by a reference; a name that is written out does not tell. */
  readonly of: Owner | undefined;
  get(name: string): Property;
  items(): Value<readonly Property[]>;
  /** The names of an object's properties, those that are left out by `AWS::NoValue` excluded. */
  names(): Value<readonly string[]>;
  text(): Value<Text>;
  string(): Value<string>;
  /** CloudFormation takes numbers as strings too. */
  number(): Value<number>;
  /** CloudFormation takes booleans as strings too. */
  boolean(): Value<boolean>;
  json(): Resolved | undefined;
}
