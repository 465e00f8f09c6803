import type { Answer } from '../../values/answer';
import type { UNKNOWN, Value } from '../../values/unknown';
import type { Text } from '../text/text';

export type KeyKind = 'customerManaged' | 'awsManaged' | 'awsOwned';

/** How a resource is encrypted at rest. */
export interface Encryption {
  readonly encrypted: Answer;
  readonly keyKind: KeyKind | typeof UNKNOWN;
  /** The key, as in the template. */
  readonly key: Value<Text>;
}
