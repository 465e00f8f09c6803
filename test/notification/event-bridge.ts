import sift from 'sift';
import type { BackupEvent } from '../samples/backup-events';

type Query = Readonly<Record<string, unknown>>;

/**
 * Whether a rule of EventBridge matches an event. There is no engine of EventBridge on npm; its exact values and `$or` mean
 * `$in` and `$or` of MongoDB's query language, which sift evaluates, so that this only renames them.
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
