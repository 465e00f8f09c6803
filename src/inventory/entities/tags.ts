import { UNKNOWN, type Value, isKnown } from '../../values/unknown';
import type { Choice } from '../resolve/formula';

export interface Tags {
  readonly values: ReadonlyMap<string, Value<string>>;
  /** The few values that a tag can have, where its value is unknown and that is known. */
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
  /** False if there might be tags that are not in `values`. */
  readonly complete: boolean;
}

/** Equal for equal tags. */
export function keyOfTags({ values, choices, complete }: Tags): string {
  return JSON.stringify([complete, ...[...values].map(([key, value]) => (value === UNKNOWN ? [key, null, choices.get(key)] : [key, value ?? 0]))]);
}

/** `undefined` if the resource certainly does not have the tag. */
export function tagOf(tags: Tags, key: string): Value<string> {
  const value = tags.values.get(key);
  return value === undefined && mayHaveTag(tags, key) ? UNKNOWN : value;
}

/**
 * Whether a resource has or might have a tag. No template shows the tags that AWS adds, such as `aws:cloudformation:stack-name`.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
export function mayHaveTag({ values, complete }: Tags, key: string): boolean {
  return !complete || values.has(key) || key.startsWith('aws:');
}

/** The values that a tag can have, each with when it has it. `UNKNOWN` if it might have others. */
export function choicesOfTag(tags: Tags, key: string): readonly Choice[] | typeof UNKNOWN {
  const value = tagOf(tags, key);
  if (isKnown(value)) { return [{ value, when: true }]; }
  return value === UNKNOWN ? tags.choices.get(key) ?? UNKNOWN : [];
}
