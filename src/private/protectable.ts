import { UNKNOWN } from './unknown';
import type { PropertyTest, ResourceTypeCapability } from '../capabilities/resource-types';

/** Whether a resource of the row's CloudFormation type is of the row, by its resolved properties. */
export function isOfRow(row: ResourceTypeCapability, properties: Readonly<Record<string, unknown>>): boolean | typeof UNKNOWN {
  const results = (row.when ?? []).map((test) => holds(test, properties[test.property]));
  if (results.includes(false)) { return false; }
  return results.includes(UNKNOWN) ? UNKNOWN : true;
}

function holds(test: PropertyTest, value: unknown): boolean | typeof UNKNOWN {
  if ('absent' in test) { return value === undefined; }
  return typeof value === 'string' ? test.matches.test(value) : UNKNOWN;
}
