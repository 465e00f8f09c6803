import type { Choice } from './resolve/formula';
import type { Owner } from './resolve/frame';
import type { Text } from './text/text';
import type { Answer } from '../values/answer';
import type { Effort } from '../values/possible-matches';
import { type Value, UNKNOWN } from '../values/unknown';

/** JSON whose intrinsic functions are resolved as far as possible. A string is a `Text` if a part of it is not literal. */
export type Resolved =
  | string | number | boolean | null | Text | typeof UNKNOWN
  | readonly Resolved[]
  | { readonly [name: string]: Resolved };

/**
 * A property of a resource and its place. It is `undefined` if it is left out. If it is not resolved, or has another shape than the caller
 * expects, it and everything in it are `UNKNOWN`.
 */
export interface Property {
  /** The path, such as `BackupPlan.BackupPlanRule[0].Lifecycle`, including `Fn::If`. Empty for all properties. */
  readonly path: string;
  readonly isPresent: Answer;
  /** The resource whose physical id or ARN it is. Only for references, not for literal names. */
  readonly owner: Owner | undefined;
  /** The comparisons that are left for the policies of all templates. */
  readonly effort: Effort;
  get(name: string): Property;
  items(): Value<readonly Property[]>;
  /** The names of an object's properties, without those that `AWS::NoValue` leaves out. */
  names(): Value<readonly string[]>;
  text(): Value<Text>;
  string(): Value<string>;
  /** CloudFormation also accepts numbers as strings. */
  number(): Value<number>;
  /** CloudFormation also accepts booleans as strings. */
  boolean(): Value<boolean>;
  json(): Resolved | undefined;
  /** The values in each case of unknown conditions in `Fn::If`, including cases that cannot occur. The value of `json` if there are too many. */
  jsonCases(): readonly (Resolved | undefined)[];
  /** The few strings that it can be, if that is known. */
  choices(): readonly Choice[] | undefined;
}

/** The property at a path with dots, such as `VersioningConfiguration.Status`. */
export function propertyAt(properties: Property, path: string): Property {
  return path.split('.').reduce((holder, name) => holder.get(name), properties);
}

/** The string at a path with dots, and `undefined` if it is left out. */
export function stringAt(properties: Property, path: string): Value<string> | undefined {
  const property = propertyAt(properties, path);
  return property.isPresent === false ? undefined : property.string() ?? UNKNOWN;
}
