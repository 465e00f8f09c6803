import type { Entity } from './entity';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Text } from '../text/text';

export interface Role extends Entity {
  readonly arn: Text;
  /** Policies of AWS and of customers, those that `AWS::IAM::ManagedPolicy` attaches included. */
  readonly managedPolicies: Value<readonly Value<Text>[]>;
  /** Whether policies are written for the role here: what they allow is not looked at. */
  readonly ownPolicies: Answer;
}
