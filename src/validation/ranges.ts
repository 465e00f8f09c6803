import type { Limit, NamePattern } from '../capabilities/limits';
import { Problem } from '../values/problem';
import { count, withLargerUnit } from '../values/quantity';
import { type Value, isKnown } from '../values/unknown';

/** Both bounds of a limit. A limit that is not verified refuses nothing. */
export function rangeProblems(name: string, value: Value<number>, limit: Limit): Problem[] {
  const { min, max, unit } = limit;
  if (!isKnown(value) || (limit.certainty ?? 'verified') !== 'verified') { return []; }
  if (min !== undefined && value < min) { return [new Problem('minimum', `'${name}' must be at least ${count(min, unit)}, got ${count(value, unit)}. ${fixOf(limit, 'Raise')}`)]; }
  if (max !== undefined && value > max) { return [new Problem('maximum', `'${name}' must be at most ${count(max, unit)}, got ${count(value, unit)}. ${fixOf(limit, 'Lower')}`)]; }
  return [];
}

function fixOf({ remedy, default: byDefault, unit }: Limit, verb: 'Raise' | 'Lower'): string {
  return remedy ?? (byDefault === undefined ? `${verb} it.` : `${verb} it, or leave it out for AWS Backup's default of ${withLargerUnit(byDefault, unit)}.`);
}

export function nameProblems(name: string, value: Value<string>, allowed: NamePattern): Problem[] {
  return isKnown(value) && !allowed.pattern.test(value)
    ? [new Problem('pattern', `'${name}' must be ${allowed.label}, got '${value}'. Choose another name.`)]
    : [];
}
