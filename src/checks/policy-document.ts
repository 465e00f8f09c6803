import { type Property, type Resolved, Text } from '../inventory';
import { isObject } from '../values/is-object';
import { valueOfJson } from '../values/json-text';
import { UNKNOWN } from '../values/unknown';

/** A value in a policy document. */
export type Json = Resolved | undefined;

/** A policy as an object. A template can also contain it as JSON text. */
export function policyDocument(policy: Property): Json {
  const document = policy.json();
  if (typeof document !== 'string') { return document; }
  const value = valueOfJson(document);
  return value === undefined ? UNKNOWN : value as Json;
}


export function isRecord(value: Json): value is { readonly [name: string]: Resolved } {
  return isObject(value) && !(value instanceof Text);
}
