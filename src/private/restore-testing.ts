import { rangeProblems } from './ranges';
import type { Value } from './unknown';
import { UNKNOWN, isKnown } from './unknown';
import { LIMITS } from '../capabilities/limits';
import type { RestorableType } from '../capabilities/restore-testing';
import { RESTORABLE_RESOURCE_TYPES, RESTORABLE_TYPES } from '../capabilities/restore-testing';

/** By key; the text of a value, in which what is not known stands as `${…}`. */
export type Overrides = ReadonlyMap<string, Value<string>>;

export function restorableTypeProblems(name: string, type: Value<string>): string[] {
  return isKnown(type) && !RESTORABLE_RESOURCE_TYPES.includes(type)
    ? [`'${name}' must be a type that restore testing restores (${RESTORABLE_RESOURCE_TYPES.join(', ')}), got '${type}': choose one of them`]
    : [];
}

/** The overrides without which no restore of the row succeeds. */
export function missingOverrides({ overrides }: RestorableType, given: Overrides): string[] {
  return overrides.filter(({ key, required }) => required && !isGiven(key, given)).map(({ key }) => key);
}

/** By its own name, by the whole path, or within the object. */
function isGiven(key: string, given: Overrides): boolean {
  const [object, leaf = object] = key.toLowerCase().split('.');
  return [...given].some(([name, value]) => {
    const last = name.toLowerCase().split('.').at(-1);
    return last === leaf || last === object && (!isKnown(value) || value.includes('${') || value.toLowerCase().includes(leaf));
  });
}

const LISTS: ReadonlySet<string> = new Set(RESTORABLE_TYPES.flatMap(({ overrides }) => overrides)
  .filter(({ list }) => list).map(({ key }) => key.toLowerCase()));

export function isListOverride(key: string): boolean {
  return LISTS.has(key.toLowerCase());
}

export function listOverrideProblems(key: string, value: Value<string>): string[] {
  return isKnown(value) && !isJsonArray(value)
    ? [`'${key}' must be a JSON array in a string, got '${value}': write for example '["first","second"]'`]
    : [];
}

function isJsonArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** What a restore testing selection takes. */
export interface TestedResources {
  readonly arns: Value<readonly Value<string>[]>;
  /** How many. */
  readonly conditions: Value<number>;
}

/** What the reader of a message calls the properties. */
export interface TestedResourcesNames {
  readonly arns: string;
  readonly conditions: string;
}

export function testedResourcesProblems({ arns, conditions }: TestedResources, names: TestedResourcesNames): string[] {
  const list = isKnown(arns) ? arns : [];
  const exact = list.filter((arn) => arn !== '*');
  const certain = exact.filter((arn) => arn !== UNKNOWN);
  const problems = [
    ...rangeProblems(names.arns, exact.length, LIMITS.arnsPerRestoreTestingSelection),
    ...rangeProblems(names.conditions, conditions, LIMITS.conditionsPerRestoreTestingSelection),
  ];
  if (exact.length > 0 && exact.length < list.length) {
    problems.push(`'${names.arns}' must be '*' alone or ARNs, got both: leave '*' out, or the ARNs`);
  }
  if (certain.length > 0 && isKnown(conditions) && conditions > 0) {
    problems.push(`'${names.conditions}' can be given with '*' in '${names.arns}' only, got it with ${certain.length === 1 ? 'an ARN' : `${certain.length} ARNs`}: `
      + 'leave out the conditions, or the ARNs');
  }
  return problems;
}
