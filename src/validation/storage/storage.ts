import { LIMITS, NAMES } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { nameProblems, rangeProblems } from '../ranges';

export const EVERYTHING = '*';

/** The only type that has tiers in a vault. */
const TIERED_TYPE = 'S3';

/** The name of a vault, or `*` for every vault without a configuration of its own. */
export function tieredVaultProblems(name: string, vault: Value<string>): Problem[] {
  return vault === EVERYTHING ? [] : nameProblems(name, vault, NAMES.vault);
}

export function tieredTypeProblems(name: string, type: Value<string>): Problem[] {
  return isKnown(type) && type !== TIERED_TYPE ? [new Problem('type', `'${name}' must be '${TIERED_TYPE}', the only type with tiers, got '${type}'. Leave the selection out.`)] : [];
}

/** @param resources of all selections */
export function tieredResourcesProblems(name: string, resources: readonly Value<string>[]): Problem[] {
  return rangeProblems(name, resources.filter((arn) => arn !== EVERYTHING && arn !== UNKNOWN).length, LIMITS.tieringResources)
    .map((problem) => problem.ofElement('resources'));
}

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

export function dateProblems(name: string, date: Value<string>): Problem[] {
  return isKnown(date) && (!DATE.test(date) || Number.isNaN(Date.parse(date)))
    ? [new Problem('date', `'${name}' must be an ISO 8601 date, got '${date}'. Write it in the form '2026-01-31T00:00:00Z'.`)]
    : [];
}

/** The names of the properties in messages. */
export interface DateRangeNames {
  readonly from: string;
  readonly to: string;
}

export function dateRangeProblems(from: Value<string>, to: Value<string>, names: DateRangeNames): Problem[] {
  return isKnown(from) && isKnown(to) && timeOf(from) > timeOf(to)
    ? [new Problem('order', `'${names.from}' must be before '${names.to}' ('${to}'), got '${from}'. Swap the two dates.`)]
    : [];
}

/** A warning only: the deployment might be after the date. */
export function futureDateWarnings(name: string, date: Value<string>, now: Date): Problem[] {
  return isKnown(date) && timeOf(date) > now.getTime()
    ? [new Problem('future', `'${name}' should not be in the future, got '${date}'. A legal hold covers only recovery points that exist. Set a date in the past.`)]
    : [];
}

/** Recovery points of S3 have ARNs of AWS Backup, like those of all types that it manages fully. */
export function accessPointSourceProblems(name: string, arn: Value<string>): Problem[] {
  return isKnown(arn) && !/^arn:[^:]+:backup:[^:]+:[^:]+:recovery-point:.+$/.test(arn)
    ? [new Problem('form', `'${name}' must be the ARN of an S3 recovery point, 'arn:<partition>:backup:<region>:<account>:recovery-point:<id>', got '${arn}'. Name a recovery point of a bucket. Other types have no access points.`)]
    : [];
}

/** A time without an offset is UTC on every machine. By default it would be in the time zone of this machine. */
function timeOf(date: string): number {
  return Date.parse(/T[\d:.]+$/.test(date) ? `${date}Z` : date);
}
