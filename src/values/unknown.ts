/** A value that is known only at deployment: a token, a parameter, or an import. It is never compared. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** A value that is given, left out (`undefined`), or known only at deployment. */
export type Value<T> = T | undefined | typeof UNKNOWN;

export function isKnown<T>(value: Value<T>): value is T {
  return value !== undefined && value !== UNKNOWN;
}

/** Empty if the list is left out or unknown. */
export function elementsOf<T>(list: Value<readonly T[]>): readonly T[] {
  return isKnown(list) ? list : [];
}
