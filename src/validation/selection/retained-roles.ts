import { POLICY_IN_USE } from '../../capabilities/role-policies';

/** How a role has a policy. */
export type PolicyUse = keyof typeof IN_WORDS;

const IN_WORDS = { PermissionsBoundary: 'its permissions boundary', ManagedPolicyArns: 'one of its managed policies' } as const;

/**
 * A policy that its stack deletes, of a role that stays.
 *
 * @param role in words, as is the policy
 */
export function policyOfRetainedRole(role: string, policy: string, use: PolicyUse): string {
  return `the role ${role} is retained and has the policy ${policy} as ${IN_WORDS[use]}, which is deleted with its stack: ${POLICY_IN_USE.inWords}, so that the `
    + 'deletion fails. Give the policy the DeletionPolicy RetainExceptOnCreate (RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE), or delete the role first';
}
