import type { Entity } from './entity';
import type { Perhaps, PolicyDocument } from '../../iam';
import type { Answer } from '../../values/answer';
import type { Property } from '../property';
import type { Text } from '../text/text';

export interface Role extends Entity {
  readonly arn: Text;
  /** Inline, customer managed, and AWS managed policies, however they are attached. */
  readonly policies: readonly Perhaps<PolicyDocument>[];
  /** The permissions boundary. */
  readonly boundary: Perhaps<PolicyDocument> | undefined;
  /** The trust policy. */
  readonly trust: Perhaps<PolicyDocument>;
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
