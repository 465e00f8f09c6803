import type { KeyKind } from './encryption';
import type { Entity } from './entity';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';
import type { Text } from '../text/text';

/** The topic that a vault notifies. */
export interface TopicTarget {
  /** `undefined` if it is not one of the inventory's topics, or might be another one of that name. */
  readonly topic: Topic | undefined;
  readonly text: Value<Text>;
  /** Whether it is of another account than the vault. */
  readonly otherAccount: Answer;
  readonly otherRegion: Answer;
  /** For messages: the logical id, or the ARN in quotes. */
  readonly label: string;
}

export interface Topic extends Entity {
  readonly arn: Text;
  readonly fifo: Value<boolean>;
  /** `undefined` if the topic is not encrypted with a KMS key. */
  readonly keyKind: Value<KeyKind>;
  readonly key: Value<Text>;
  /** The documents of the topic policies that name the topic. */
  readonly policies: readonly Property[];
}
