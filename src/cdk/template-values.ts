import { type Json, isJsonObject } from '../iam';
import { UNKNOWN } from '../values/unknown';

/** A value of a template in which each CloudFormation function is an unknown value. */
export function withoutFunctions(value: Json): Json {
  if (Array.isArray(value)) { return (value as readonly Json[]).map(withoutFunctions); }
  if (!isJsonObject(value)) { return value; }
  const entries = Object.entries(value);
  return entries.length === 1 && /^(Ref|Fn::.+)$/.test(entries[0][0]) ? UNKNOWN : Object.fromEntries(entries.map(([name, inner]) => [name, withoutFunctions(inner)]));
}
