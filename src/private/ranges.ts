import { count } from './quantity';
import type { Value } from './unknown';
import { isKnown } from './unknown';
import type { Limit, NamePattern } from '../capabilities/limits';

/** Both bounds of a limit; a limit that is not verified refuses nothing. */
export function rangeProblems(name: string, value: Value<number>, limit: Limit): string[] {
  if (!isKnown(value) || (limit.certainty ?? 'verified') !== 'verified') { return []; }
  const got = `got ${count(value, limit.unit)}`;
  if (limit.min !== undefined && value < limit.min) { return [`'${name}' must be at least ${count(limit.min, limit.unit)}, ${got}`]; }
  if (limit.max !== undefined && value > limit.max) { return [`'${name}' must be at most ${count(limit.max, limit.unit)}, ${got}`]; }
  return [];
}

export function nameProblems(name: string, value: Value<string>, allowed: NamePattern): string[] {
  return isKnown(value) && !allowed.pattern.test(value)
    ? [`'${name}' must be ${allowed.inWords}, got '${value}'`]
    : [];
}
