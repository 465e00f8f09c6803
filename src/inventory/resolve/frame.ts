import type { Scope } from './scope';
import type { Value } from '../../values/unknown';
import type { Text } from '../text/text';

/**
 * A value of a template and its place. After `resolve` it is a scalar, a `Text`, an object or array with unresolved content, `undefined` for a
 * value that is left out, or `UNKNOWN`.
 */
export interface Located {
  readonly scope: Scope;
  readonly raw: unknown;
  /** Within the resource. */
  readonly path: string;
  /** The owner of the physical id or ARN, if a `Ref` or `GetAtt` names it. */
  readonly of?: Owner;
}

/** A resource of a template. */
export interface Owner {
  readonly sourceId: string;
  readonly logicalId: string;
}

/** The context of an intrinsic function: its place, and functions to resolve its arguments. */
export interface Frame {
  readonly scope: Scope;
  readonly path: string;
  /** One level further in; undefined at the limit. */
  readonly deeper: Frame | undefined;
  /** The steps are the path of a value outside of the function. */
  resolve(raw: unknown, ...steps: readonly (string | number)[]): Located;
  text(raw: unknown): Value<Text>;
  /** A result of the function. */
  result(raw: unknown): Located;
  /** For values of another template. */
  within(scope: Scope): Frame;
}

export type Intrinsic = (argument: unknown, frame: Frame) => Located;

export function step(path: string, next: string | number): string {
  if (typeof next === 'number') { return `${path}[${next}]`; }
  return path === '' ? next : `${path}.${next}`;
}
