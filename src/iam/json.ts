import { type Written, Fragments } from '../values/fragments';
import { isObject as isAnyObject } from '../values/is-object';
import { valueOfJson } from '../values/json-text';
import { UNKNOWN } from '../values/unknown';

/** A value of a policy document. Parts of it can be unknown before deployment. */
export type Json = string | number | boolean | null | undefined | Fragments | typeof UNKNOWN | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export function isWritten(value: Json): value is Written {
  return typeof value === 'string' || value instanceof Fragments;
}

export function isJsonObject(value: Json): value is JsonObject {
  return isAnyObject(value) && !isWritten(value);
}

/** The content of a policy that is JSON text. */
export function parsed(value: Json): Json {
  if (isWritten(value) && typeof value !== 'string') { return UNKNOWN; }
  if (typeof value !== 'string') { return value; }
  const content = valueOfJson(value);
  return content === undefined ? UNKNOWN : content as Json;
}
