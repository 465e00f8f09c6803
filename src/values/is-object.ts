/** Whether a value is an object with properties, as JSON has them: neither `null` nor a list. */
export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
