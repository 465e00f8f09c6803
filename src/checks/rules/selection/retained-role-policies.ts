import { POLICY_IN_USE } from '../../../capabilities/role-policies';
import type { PolicyReference, Role } from '../../../inventory';
import { policyOfRetainedRole } from '../../../validation/selection/retained-roles';
import { allOf, not } from '../../../values/answer';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';

export const retainedRolePolicies: Rule = {
  id: RuleId.RETAINED_ROLE_POLICIES,
  packs: ['ValidityChecks'],
  level: 'warning',
  what: 'A policy of a retained role is retained too.',
  why: `${POLICY_IN_USE.label}, so the deletion of the stack fails. A role for backups must be retained, because AWS Backup uses it to delete expired EBS snapshots.`,
  fix: 'Give the policy the DeletionPolicy RetainExceptOnCreate (RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE), or move it to a stack that is deleted after the role.',
  page: POLICY_IN_USE.source.page,
  evaluate: ({ selections }) => [...new Set(selections.map(({ role }) => role))].filter(isKnown).flatMap((role) => (
    role.references.flatMap((reference) => outcomesOf(role, reference))
  )),
};

function outcomesOf(role: Role, { as, property, policy, policyIsRetained }: PolicyReference): Outcome[] {
  const place = at(role.address, property);
  const [roleId, policyId] = [role.address.logicalId, seenFrom(role.address, policy.address)];
  switch (allOf([role.retained, not(policyIsRetained)])) {
    case true: return [fault(place, policyOfRetainedRole(roleId, policyId, as))];
    case false: return [];
    default: return [unknown(place, `Whether the policy ${policyId} is deleted while the role ${roleId} is retained is unknown.`)];
  }
}
