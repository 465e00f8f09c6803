import type { Property, Protectable } from '../../../inventory';
import { missingRequirement } from '../../../validation/selection/protectable';
import type { Value } from '../../../values/unknown';

/** A property that AWS Backup requires of a resource, such as versioning. */
export interface Requirement {
  readonly path: readonly string[];
  readonly required: string;
  readonly property: Property;
  readonly value: Value<string>;
  /** What the resource lacks, and how to change it. `undefined` if it lacks nothing, or that is unknown. */
  readonly missing: string | undefined;
}

export function requirementOf({ rows, properties }: Protectable): Requirement | undefined {
  const row = rows.find(({ requirement }) => requirement);
  if (!row?.requirement) { return undefined; }
  const { path, value: required } = row.requirement;
  const property = path.reduce((holder, name) => holder.get(name), properties);
  const value = property.string();
  const missing = missingRequirement(row, path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>);
  return { path, required, property, value, missing };
}
