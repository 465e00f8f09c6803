import type { Json } from './policy-document';
import { Text } from '../inventory';
import { UNKNOWN } from '../values/unknown';

/** Equal for values that are the same in every deployment. Undefined for unknown values and for an empty list. */
export function canonical(value: Json): string | undefined {
  const parts = partsOf(value);
  return parts === undefined || value === undefined || Array.isArray(value) && value.length === 0 ? undefined : JSON.stringify(parts);
}

function partsOf(value: Json): unknown {
  if (value === UNKNOWN) { return undefined; }
  if (value instanceof Text) { return value.key; }
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(partsOf);
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) { return String(value); } // CloudFormation accepts numbers and booleans as strings too
  const entries = Object.entries(value).map(([name, inner]) => [name, partsOf(inner)] as const).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.some(([, inner]) => inner === undefined) ? undefined : Object.fromEntries(entries);
}
