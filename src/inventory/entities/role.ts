import type { Entity } from './entity';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';
import type { Text } from '../text/text';

export interface Role extends Entity {
  readonly arn: Text;
  /** Policies of AWS and of customers, those that `AWS::IAM::ManagedPolicy` attaches included. */
  readonly managedPolicies: Value<readonly Value<Text>[]>;
  /** Whether policies are written for the role here: what they allow is not looked at. */
  readonly ownPolicies: Answer;
  /** Whether the role stays when its stack is deleted. */
  readonly retained: Answer;
  /** The policies of the templates that the role itself refers to, and not those that attach themselves to it. */
  readonly references: readonly PolicyReference[];
}

/** A customer managed policy that a role names, as its permissions boundary or as one of its policies. */
export interface PolicyReference {
  readonly as: 'PermissionsBoundary' | 'ManagedPolicyArns';
  /** Of the role. */
  readonly property: Property;
  readonly policy: Entity;
  readonly policyIsRetained: Answer;
}
