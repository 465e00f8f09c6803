import type { Entity } from './entity';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';
import type { Text } from '../text/text';

export interface Role extends Entity {
  readonly arn: Text;
  /** AWS managed and customer managed policies, including those that `AWS::IAM::ManagedPolicy` attaches. */
  readonly managedPolicies: Value<readonly Value<Text>[]>;
  /** Whether the templates have policies for the role. Their content is not evaluated. */
  readonly ownPolicies: Answer;
  /** Whether the role is retained when its stack is deleted. */
  readonly retained: Answer;
  /** The policies of the templates that the role refers to, without those that refer to the role. */
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
