import { UNKNOWN } from './unknown';
import type { PropertyTest, ResourceTypeCapability } from '../capabilities/resource-types';

/** Whether a resource of the row's CloudFormation type is of the row, by its resolved properties. */
export function isOfRow(row: ResourceTypeCapability, properties: Readonly<Record<string, unknown>>): boolean | typeof UNKNOWN {
  const results = (row.when ?? []).map((test) => holds(test, properties[test.property]));
  if (results.includes(false)) { return false; }
  return results.includes(UNKNOWN) ? UNKNOWN : true;
}

/** What a resource lacks to be backed up; nothing where that cannot be known. */
export function missingRequirement({ requirement }: ResourceTypeCapability, properties: Readonly<Record<string, unknown>>): string | undefined {
  if (!requirement) { return undefined; }
  const value = requirement.path.reduce<unknown>((holder, name) => (holder as Record<string, unknown> | undefined)?.[name], properties);
  return value === undefined || (typeof value === 'string' && value !== requirement.value) ? requirement.inWords : undefined;
}

function holds(test: PropertyTest, value: unknown): boolean | typeof UNKNOWN {
  if ('absent' in test) { return value === undefined; }
  return typeof value === 'string' ? test.matches.test(value) : UNKNOWN;
}
