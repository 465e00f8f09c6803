import type { PropertyTest, ResourceTypeCapability } from '../../capabilities/resource-types';
import type { UnsupportedVariant } from '../../capabilities/unsupported-variants';
import { Problem } from '../../values/problem';
import { UNKNOWN } from '../../values/unknown';

/** Whether a resource of the CloudFormation type belongs to the row, by its resolved properties. */
export function isOfRow(row: Pick<ResourceTypeCapability, 'when'>, valueOf: (property: string) => unknown): boolean | typeof UNKNOWN {
  const results = (row.when ?? []).map((test) => holds(test, valueOf(test.property)));
  if (results.includes(false)) { return false; }
  return results.includes(UNKNOWN) ? UNKNOWN : true;
}

/** The value at a path with dots. Unknown inside an intrinsic function. */
export function valueAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, name) => {
    if (typeof holder !== 'object' || holder === null) { return holder; }
    return Object.keys(holder).some((key) => /^(Ref$|Fn::)/.test(key)) ? UNKNOWN : (holder as Record<string, unknown>)[name];
  }, properties);
}

/** What a resource lacks to be backed up. Undefined if that is unknown. */
export function missingRequirement({ requirement }: ResourceTypeCapability, properties: Readonly<Record<string, unknown>>): string | undefined {
  if (!requirement) { return undefined; }
  const value = requirement.path.reduce<unknown>((holder, name) => (holder as Record<string, unknown> | undefined)?.[name], properties);
  return value === undefined || (typeof value === 'string' && value !== requirement.value) ? requirement.label : undefined;
}

/** A warning only, because AWS Backup accepts the selection. */
export function unsupportedProblem(name: string, resource: string, { label, fix }: UnsupportedVariant): Problem {
  return new Problem('unsupported', `'${name}' should name resources that AWS Backup backs up, got '${resource}'. ${label} ${fix}`, resource);
}

/** A warning only, because AWS Backup might protect types that are newer than this library. */
export function unprotectedTypeProblem(name: string, resource: string, cfnType: string): Problem {
  return new Problem('unprotected', `'${name}' should contain ARNs of types that AWS Backup protects, got that of '${resource}'. AWS Backup does not protect '${cfnType}'. `
    + 'Leave it out.', resource);
}

function holds(test: PropertyTest, value: unknown): boolean | typeof UNKNOWN {
  if ('absent' in test) { return value === undefined; }
  const stated = value ?? test.leftOut;
  return typeof stated === 'string' ? test.matches.test(stated) : UNKNOWN;
}
