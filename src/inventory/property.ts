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
 * A property of a resource and its place. It is `undefined` if it is left out. If it is not resolved, or has another shape than the caller
 * expects, it and everything in it are `UNKNOWN`.
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
  /** CloudFormation also accepts numbers as strings. */
  number(): Value<number>;
  /** CloudFormation also accepts booleans as strings. */
  boolean(): Value<boolean>;
  json(): Resolved | undefined;
}
