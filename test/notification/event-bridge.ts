import sift from 'sift';
import type { BackupEvent } from '../samples/backup-events';

type Query = Readonly<Record<string, unknown>>;

/**
 * Whether an EventBridge rule matches an event. npm does not have an engine for EventBridge patterns. Exact values and `$or` equal `$in` and
 * `$or` in the query language of MongoDB, which sift evaluates.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matches(pattern: object, event: BackupEvent): boolean {
  return sift(queryOf(pattern))(event);
}

function queryOf(pattern: object, path = ''): Query {
  return Object.assign({}, ...Object.entries(pattern).map(([key, value]): Query => {
    if (key === '$or') { return { $or: (value as object[]).map((each) => queryOf(each, path)) }; }
    if (!Array.isArray(value)) { return queryOf(value as object, `${path}${key}.`); }
    expect(value.filter((each) => typeof each !== 'string')).toEqual([]);
    return { [`${path}${key}`]: { $in: value } };
  })) as Query;
}
