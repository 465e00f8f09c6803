import { LIMITS } from '../../capabilities/limits';
import { RESOURCE_TYPES } from '../../capabilities/resource-types';
import type { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';
import { isKnown } from '../../values/unknown';
import { rangeProblems } from '../ranges';

/** Of a resource, of all of a type, or of all of a service, as in `arn:aws:rds:*`. */
const ARN = /^arn:[^:]+:[^:]+:(?:\*$|[^:]*:(?:\*$|[^:]*:.+))/;

export function isWildcard(arn: Value<string>): boolean {
  return isKnown(arn) && arn.includes('*');
}

/** The form and the number of the ARNs in a selection. */
export function resourceArnProblems(name: string, arns: readonly Value<string>[]): (string | Problem)[] {
  return [...arnCountProblems(name, arns), ...arnFormProblems(name, arns)];
}

export function arnCountProblems(name: string, arns: readonly Value<string>[]): Problem[] {
  const wildcards = arns.filter(isWildcard).length;
  return [
    ...rangeProblems(name, arns.length - wildcards, LIMITS.arnsPerSelection),
    ...rangeProblems(name, wildcards, LIMITS.wildcardArnsPerSelection),
  ];
}

export function arnFormProblems(name: string, arns: readonly Value<string>[]): string[] {
  return arns.filter(isKnown).filter((arn) => arn !== '*' && !ARN.test(arn))
    .map((arn) => `'${name}' must hold ARNs, or '*' for every resource, got '${arn}': write the whole ARN`);
}

/** What the reader of a message calls the properties, and what to do. */
export interface UnionNames {
  readonly resources: string;
  readonly tags: string;
  readonly remedy: string;
}

/** A warning only, for a selection that has tags as well: both may be meant. */
export function unionWarnings({ resources, tags, remedy }: UnionNames, arns: readonly Value<string>[]): string[] {
  const wide = arns.filter(isWildcard);
  return wide.length === 0 ? [] : [
    `'${resources}' has ${wide.map((arn) => `'${String(arn)}'`).join(', ')} beside '${tags}': AWS Backup unites the two, so that every `
    + `resource that matches the ARN is backed up, whatever its tags; ${remedy}`,
  ];
}

/** A warning only: the guide shows wildcards inside a resource's name, the API's own text allows them at its end. */
export function resourceArnWarnings(name: string, arns: readonly Value<string>[]): string[] {
  return arns.filter(isKnown).filter(hasInnerWildcard)
    .map((arn) => `'${name}' has a wildcard inside a resource's name, got '${arn}': the API allows it at the end only, so that this may select nothing; move it there`);
}

/** Of the fields after the partition. */
const RESOURCE_FIELD = 3;

function hasInnerWildcard(arn: string): boolean {
  const [, , ...pattern] = arn.split(':');
  if (pattern.length < RESOURCE_FIELD + 1) { return false; }
  if (RESOURCE_TYPES.some((row) => row.selectionArn === pattern.join(':'))) { return false; }
  return pattern.slice(RESOURCE_FIELD).join(':').slice(0, -1).includes('*');
}
