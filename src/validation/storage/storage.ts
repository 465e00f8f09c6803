import { LIMITS, NAMES } from '../../capabilities/limits';
import type { Problem } from '../../values/problem';
import type { Value } from '../../values/unknown';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { nameProblems, rangeProblems } from '../ranges';

export const EVERYTHING = '*';

/** The only type that has tiers in a vault. */
const TIERED_TYPE = 'S3';

/** The name of a vault, or `*` for every vault without a configuration of its own. */
export function tieredVaultProblems(name: string, vault: Value<string>): Problem[] {
  return vault === EVERYTHING ? [] : nameProblems(name, vault, NAMES.vault);
}

export function tieredTypeProblems(name: string, type: Value<string>): string[] {
  return isKnown(type) && type !== TIERED_TYPE ? [`'${name}' must be '${TIERED_TYPE}', the only type with tiers, got '${type}': leave the selection out`] : [];
}

/** @param resources of all selections */
export function tieredResourcesProblems(name: string, resources: readonly Value<string>[]): Problem[] {
  return rangeProblems(name, resources.filter((arn) => arn !== EVERYTHING && arn !== UNKNOWN).length, LIMITS.tieringResources);
}

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export function dateProblems(name: string, date: Value<string>): string[] {
  return isKnown(date) && (!DATE.test(date) || Number.isNaN(Date.parse(date)))
    ? [`'${name}' must be a date of ISO 8601, got '${date}': write it as '2026-01-31T00:00:00Z'`]
    : [];
}

/** What the reader of a message calls the properties. */
export interface DateRangeNames {
  readonly from: string;
  readonly to: string;
}

export function dateRangeProblems(from: Value<string>, to: Value<string>, names: DateRangeNames): string[] {
  return isKnown(from) && isKnown(to) && timeOf(from) > timeOf(to)
    ? [`'${names.from}' must be before '${names.to}' ('${to}'), got '${from}': exchange them`]
    : [];
}

/** A warning only: the deployment may come after the date. */
export function futureDateWarnings(name: string, date: Value<string>, now: Date): string[] {
  return isKnown(date) && timeOf(date) > now.getTime()
    ? [`'${name}' should not be in the future, got '${date}': a legal hold is for recovery points that exist, give a date that is over`]
    : [];
}

/** Recovery points of S3 have ARNs of AWS Backup, as those of all types have that it manages in full. */
export function accessPointSourceProblems(name: string, arn: Value<string>): string[] {
  return isKnown(arn) && !/^arn:[^:]+:backup:[^:]+:[^:]+:recovery-point:.+$/.test(arn)
    ? [`'${name}' must be the ARN of a recovery point of S3, 'arn:<partition>:backup:<region>:<account>:recovery-point:<id>', got '${arn}': other types have no access points`]
    : [];
}

/** Hours without an offset are UTC on every machine; otherwise they would be in the time zone of this one. */
function timeOf(date: string): number {
  return Date.parse(/T[\d:.]+$/.test(date) ? `${date}Z` : date);
}
