import { LIMITS } from '../../capabilities/limits';
import {
  type RestorableType, RESTORABLE_RESOURCE_TYPES, RESTORABLE_TYPES, RESTORE_TESTING_ALGORITHMS, RESTORE_TESTING_RECOVERY_POINT_TYPES,
} from '../../capabilities/restore-testing';
import { valueOfJson } from '../../values/json-text';
import { Problem } from '../../values/problem';
import { UNKNOWN, elementsOf, isKnown, type Value } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** The overrides by key. Unknown parts of a value are written as `${…}`. */
export type Overrides = ReadonlyMap<string, Value<string>>;

export function restorableTypeProblems(name: string, type: Value<string>): Problem[] {
  return isKnown(type) && !RESTORABLE_RESOURCE_TYPES.includes(type)
    ? [new Problem('type', `'${name}' must be a type that restore testing supports (${RESTORABLE_RESOURCE_TYPES.join(', ')}), got '${type}'. Choose one of them.`)]
    : [];
}

/** The required overrides that are missing. Without them, every restore of the row fails. */
export function missingOverrides({ overrides }: RestorableType, given: Overrides): string[] {
  return overrides.filter(({ key, required }) => required && !isGiven(key, given)).map(({ key }) => key);
}

/** Checks the key alone, the whole path, and the key inside the object. */
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

export function listOverrideProblems(key: string, value: Value<string>): Problem[] {
  return isKnown(value) && !mayBeJsonArray(value)
    ? [new Problem('list', `'${key}' must be a JSON array in a string, got '${value}'. For example, write '["first","second"]'.`)]
    : [];
}

function mayBeJsonArray(text: string): boolean {
  const value = valueOfJson(text);
  return value === UNKNOWN || Array.isArray(value);
}

/** What a restore testing selection selects. */
export interface TestedResources {
  readonly arns: Value<readonly Value<string>[]>;
  /** The number of conditions. */
  readonly conditions: Value<number>;
}

/** The names of the properties in messages. */
export interface TestedResourcesNames {
  readonly arns: string;
  readonly conditions: string;
}

export function testedResourcesProblems({ arns, conditions }: TestedResources, names: TestedResourcesNames): Problem[] {
  const list = elementsOf(arns);
  const exact = list.filter((arn) => arn !== '*');
  const certain = exact.filter((arn) => arn !== UNKNOWN);
  const problems = [
    ...rangeProblems(names.arns, exact.length, LIMITS.arnsPerRestoreTestingSelection),
    ...rangeProblems(names.conditions, conditions, LIMITS.conditionsPerRestoreTestingSelection)
      .map((problem) => problem.ofElement('conditions')),
  ];
  if (exact.length > 0 && exact.length < list.length) {
    problems.push(new Problem('everything-and-arns', `'${names.arns}' must be '*' alone or ARNs, got both. Leave out '*', or the ARNs.`));
  }
  if (certain.length > 0 && isKnown(conditions) && conditions > 0) {
    problems.push(new Problem('conditions-and-arns', `'${names.conditions}' must be used only with '*' in '${names.arns}', got it with ${certain.length === 1 ? 'an ARN' : `${certain.length} ARNs`}. `
      + 'Leave out the conditions, or the ARNs.'));
  }
  return problems;
}

/** Which recovery points a restore testing plan tests. */
export interface TestedRecoveryPoints {
  readonly algorithm: Value<string>;
  readonly types: Value<readonly Value<string>[]>;
  readonly vaults: Value<readonly Value<string>[]>;
}

/** The names of the properties in messages. */
export type TestedRecoveryPointsNames = Readonly<Record<keyof TestedRecoveryPoints, string>>;

const VAULT_SELECTOR = /^(\*|arn:[^:]+:backup:[^:]*:[^:]*:backup-vault:.+)$/;

export function recoveryPointProblems({ algorithm, types, vaults }: TestedRecoveryPoints, names: TestedRecoveryPointsNames): Problem[] {
  const certain = (list: Value<readonly Value<string>[]>) => (isKnown(list) ? list.filter(isKnown) : []);
  const isEmpty = (list: Value<readonly unknown[]>) => isKnown(list) && list.length === 0;
  return [
    ...isKnown(algorithm) && !RESTORE_TESTING_ALGORITHMS.includes(algorithm)
      ? [new Problem('algorithm', `'${names.algorithm}' must be ${label(RESTORE_TESTING_ALGORITHMS)}, got '${algorithm}'. Choose one of them.`)]
      : [],
    ...isEmpty(types) ? [new Problem('no-types', `'${names.types}' must be ${label(RESTORE_TESTING_RECOVERY_POINT_TYPES)}, or both, got none. Add one.`)] : [],
    ...certain(types).filter((type) => !RESTORE_TESTING_RECOVERY_POINT_TYPES.includes(type))
      .map((type) => new Problem('type', `'${names.types}' must be ${label(RESTORE_TESTING_RECOVERY_POINT_TYPES)}, or both, got '${type}'. Leave it out.`, type)),
    ...isEmpty(vaults) ? [new Problem('no-vaults', `'${names.vaults}' must be '*' or ARNs of vaults, got none. Name vaults by their ARNs, or write '*' for all.`)] : [],
    ...certain(vaults).filter((vault) => !VAULT_SELECTOR.test(vault))
      .map((vault) => new Problem('vault', `'${names.vaults}' must be '*' or ARNs of vaults, got '${vault}'. Write the whole ARN. It can contain '*'.`, vault)),
  ];
}

function label(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(' or ');
}
