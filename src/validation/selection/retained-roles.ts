import { POLICY_IN_USE } from '../../capabilities/role-policies';
import { Problem } from '../../values/problem';

/** How a role uses a policy. */
export type PolicyUse = keyof typeof IN_WORDS;

const IN_WORDS = { PermissionsBoundary: 'its permissions boundary', ManagedPolicyArns: 'one of its managed policies' } as const;

/**
 * A policy that is deleted with its stack while the role that uses it is retained.
 *
 * @param role in words, as is the policy
 */
export function policyOfRetainedRole(role: string, policy: string, use: PolicyUse): Problem {
  return new Problem('policy', `The retained role ${role} should use only policies that are retained too, got the policy ${policy} as ${IN_WORDS[use]}. `
    + `${POLICY_IN_USE.label}, so the deletion of its stack fails. `
    + 'Give the policy the DeletionPolicy RetainExceptOnCreate (RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE), or delete the role first.', policy);
}
