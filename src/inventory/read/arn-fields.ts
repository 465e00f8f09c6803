import type { Answer } from '../../values/answer';
import { isPiece } from '../../values/fragments';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { splitText } from '../resolve/split';
import { Text } from '../text/text';

export interface ArnFields {
  readonly region: Value<Text>;
  readonly account: Value<Text>;
  /** The last field. */
  readonly rest: Value<Text>;
}

const OPEN: ArnFields = { region: UNKNOWN, account: UNKNOWN, rest: UNKNOWN };

/**
 * After a part that might contain a colon, no field has a certain position.
 *
 * @param count how many fields an ARN of its kind has
 */
export function arnFields(arn: Text, count: number): ArnFields {
  const open = arn.parts.findIndex((part) => typeof part !== 'string' && !isPiece(part));
  const fields = splitText(Text.of(...open < 0 ? arn.parts : arn.parts.slice(0, open)), ':');
  if (fields === UNKNOWN || (open < 0 && fields.length !== count)) { return OPEN; }
  const certain = (open < 0 ? fields : fields.slice(0, -1)).map((each): Value<Text> => (typeof each === 'string' ? Text.of(each) : each));
  const field = (index: number) => certain[index] ?? UNKNOWN;
  return { region: field(3), account: field(4), rest: field(count - 1) };
}

export function sameText(one: Value<Text>, other: Text): Answer {
  if (!isKnown(one)) { return UNKNOWN; }
  if (one.key !== undefined && one.key === other.key) { return true; }
  return one.literal !== undefined && other.literal !== undefined ? false : UNKNOWN;
}
