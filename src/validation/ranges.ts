import type { Limit, NamePattern } from '../capabilities/limits';
import { Problem } from '../values/problem';
import { count, withLargerUnit } from '../values/quantity';
import { type Value, isKnown } from '../values/unknown';

/**
 * Both bounds of a limit. A limit that is not verified refuses nothing.
 *
 * @param ownDefault the default of a construct, if it is another one than that of AWS Backup
 */
export function rangeProblems(name: string, value: Value<number>, limit: Limit, ownDefault?: number): Problem[] {
  const { min, max, unit } = limit;
  if (!isKnown(value) || (limit.certainty ?? 'verified') !== 'verified') { return []; }
  if (min !== undefined && value < min) { return [new Problem('minimum', `'${name}' must be at least ${count(min, unit)}, got ${count(value, unit)}. ${fixOf(limit, 'Raise', ownDefault)}`)]; }
  if (max !== undefined && value > max) { return [new Problem('maximum', `'${name}' must be at most ${count(max, unit)}, got ${count(value, unit)}. ${fixOf(limit, 'Lower', ownDefault)}`)]; }
  return [];
}

function fixOf({ remedy, default: byDefault, unit }: Limit, verb: 'Raise' | 'Lower', ownDefault: number | undefined): string {
  if (remedy !== undefined) { return remedy; }
  if (ownDefault !== undefined) { return `${verb} it, or leave it out for the default of ${withLargerUnit(ownDefault, unit)}.`; }
  return byDefault === undefined ? `${verb} it.` : `${verb} it, or leave it out for AWS Backup's default of ${withLargerUnit(byDefault, unit)}.`;
}

export function nameProblems(name: string, value: Value<string>, allowed: NamePattern): Problem[] {
  return isKnown(value) && !allowed.pattern.test(value)
    ? [new Problem('pattern', `'${name}' must be ${allowed.label}, got '${value}'. Choose another name.`)]
    : [];
}
