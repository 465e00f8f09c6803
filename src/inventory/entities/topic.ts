import type { KeyKind } from './encryption';
import type { Entity } from './entity';
import type { Value } from '../../private/unknown';
import type { Property } from '../property';
import type { Text } from '../text/text';

export interface Topic extends Entity {
  readonly arn: Text;
  readonly fifo: Value<boolean>;
  /** `undefined` where the topic is not encrypted by a key of KMS. */
  readonly keyKind: Value<KeyKind>;
  readonly key: Value<Text>;
  /** The documents of the topic policies that name the topic. */
  readonly policies: readonly Property[];
}
