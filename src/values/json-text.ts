import { UNKNOWN } from './unknown';

/** Nested levels of objects and lists that are read. Real templates have about twenty. */
export const DEEPEST = 200;

/** The value of a JSON text. `UNKNOWN` if it has too many levels for the functions that read it, and `undefined` if the text is not JSON. */
export function valueOfJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isDeeper(value, DEEPEST) ? UNKNOWN : value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) { return false; }
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
