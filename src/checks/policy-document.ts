import type { Property, Resolved } from '../inventory';
import { Text } from '../inventory';
import { UNKNOWN } from '../values/unknown';

/** What stands in a policy document. */
export type Json = Resolved | undefined;

/** A policy, which may be written as the JSON text of one. */
export function policyDocument(policy: Property): Json {
  const document = policy.json();
  if (typeof document !== 'string') { return document; }
  try {
    return JSON.parse(document) as Json;
  } catch {
    return UNKNOWN;
  }
}

/** One value may be written in place of a list of it. */
export function listOf(value: Json): readonly Json[] {
  if (value === undefined) { return []; }
  return Array.isArray(value) ? value as readonly Resolved[] : [value];
}

export function isRecord(value: Json): value is { readonly [name: string]: Resolved } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Text);
}
