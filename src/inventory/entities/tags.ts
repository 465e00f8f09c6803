import { UNKNOWN, type Value } from '../../values/unknown';

export interface Tags {
  readonly values: ReadonlyMap<string, Value<string>>;
  /** False if there might be tags that are not in `values`. */
  readonly complete: boolean;
}

/** `undefined` if the resource certainly does not have the tag. */
export function tagOf(tags: Tags, key: string): Value<string> {
  const value = tags.values.get(key);
  return value === undefined && !tags.complete ? UNKNOWN : value;
}
