import type { Entity } from './entity';
import type { Perhaps, PolicyDocument } from '../../iam';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Text } from '../text/text';

/** A key of AWS KMS in the templates. */
export interface Key extends Entity {
  readonly arn: Text;
  /** The default policy of AWS KMS if the template has none. */
  readonly policy: Perhaps<PolicyDocument>;
  readonly enabled: Answer;
  /** Whether AWS KMS can rotate it every year. */
  readonly canRotate: Answer;
  readonly rotates: Answer;
  /** In days. `undefined` for the default of AWS KMS. */
  readonly deletionWindow: Value<number>;
  /** Whether the key is retained when its stack is deleted. */
  readonly retained: Answer;
}
