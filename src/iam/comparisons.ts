import { isInBlock } from './ip-addresses';
import type { Compare, Comparison } from './operators';
import { fieldsOf, lower, matches, mayHaveColons } from './patterns';
import { type Answer, allOf } from '../values/answer';
import { type Effort, type Token, canBeEqual } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/** `arn:<partition>:<service>:<region>:<account>:<resource>` */
const FIELDS = 6;

export function compareBy(comparison: Exclude<Comparison, 'null'>): Compare {
  if (typeof comparison === 'object') {
    const read = comparison.of === 'numbers' ? numberIn : momentIn;
    return onLiterals((pattern, value) => {
      const [bound, given] = [read(pattern), read(value)];
      return bound === undefined || given === undefined ? UNKNOWN : comparison.holds(given, bound);
    });
  }
  switch (comparison) {
    case 'equals': case 'like': return matches;
    case 'equalsIgnoreCase': return (pattern, value, effort) => matches(lower(pattern), lower(value), effort);
    case 'arn': return matchesArn;
    case 'bool': return onLiterals((pattern, value) => pattern.toLowerCase() === value.toLowerCase());
    case 'ip': return onLiterals((pattern, value) => isInBlock(value, pattern) ?? UNKNOWN);
  }
}

/** Whether the values of a policy have wildcards. */
export function hasWildcards(comparison: Comparison): boolean {
  return comparison === 'like' || comparison === 'arn';
}

/** Compares each field of an ARN separately. IAM does not document the result for a value that is not an ARN. */
function matchesArn(pattern: readonly Token[], value: readonly Token[], effort?: Effort): Answer {
  if ([...pattern, ...value].some(mayHaveColons)) {
    return canBeEqual(pattern, value, effort) ? UNKNOWN : false;
  }
  const [wanted, given] = [fieldsOf(pattern, FIELDS), fieldsOf(value, FIELDS)];
  if (wanted.length < FIELDS || given.length < FIELDS || wanted[0].join('') !== 'arn') { return UNKNOWN; }
  return allOf(wanted.map((field, index) => matches(field, given[index], effort)));
}

function onLiterals(compare: (pattern: string, value: string) => Answer): Compare {
  return (pattern, value) => ([...pattern, ...value].every((token) => typeof token === 'string') ? compare(pattern.join(''), value.join('')) : UNKNOWN);
}

function numberIn(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A date, or seconds since 1970. A time without a zone is in UTC. */
function momentIn(text: string): number | undefined {
  if (/^\d+$/.test(text)) { return Number(text) * 1000; }
  if (!ISO_DATE.test(text)) { return undefined; }
  const moment = Date.parse(/T/.test(text) && !/(Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(moment) ? undefined : moment;
}
