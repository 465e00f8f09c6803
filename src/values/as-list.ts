/** JSON can contain a single value in place of a list of one. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) { return []; }
  return Array.isArray(value) ? value as readonly T[] : [value as T];
}
