import type { Limit, NamePattern } from '../capabilities/limits';
import { count } from '../values/quantity';
import type { Value } from '../values/unknown';
import { isKnown } from '../values/unknown';

/** Both bounds of a limit; a limit that is not verified refuses nothing. */
export function rangeProblems(name: string, value: Value<number>, limit: Limit): string[] {
  if (!isKnown(value) || (limit.certainty ?? 'verified') !== 'verified') { return []; }
  const got = `got ${count(value, limit.unit)}: ${limit.remedy ?? withinBounds(limit)}`;
  if (limit.min !== undefined && value < limit.min) { return [`'${name}' must be at least ${count(limit.min, limit.unit)}, ${got}`]; }
  if (limit.max !== undefined && value > limit.max) { return [`'${name}' must be at most ${count(limit.max, limit.unit)}, ${got}`]; }
  return [];
}

function withinBounds({ min, max, unit }: Limit): string {
  if (min === undefined) { return `give ${count(max!, unit)} or less`; }
  return max === undefined ? `give ${count(min, unit)} or more` : `give ${min} to ${max} ${unit}`;
}

export function nameProblems(name: string, value: Value<string>, allowed: NamePattern): string[] {
  return isKnown(value) && !allowed.pattern.test(value)
    ? [`'${name}' must be ${allowed.inWords}, got '${value}': choose another name`]
    : [];
}
