import { type IRole, CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { roleResource } from '../cdk/given-roles';
import { isRetained, pathOf, referredTo } from '../cdk/resource-properties';
import { policyOfRetainedRole } from '../validation/selection/retained-roles';

const USES = ['PermissionsBoundary', 'ManagedPolicyArns'] as const;

/** Policies of the app that are deleted with their stack although a retained role uses them. Call this when the app is complete. */
export function policiesInUse(role: IRole): string[] {
  const resource = roleResource(role);
  if (!resource || !isRetained(resource)) { return []; }
  return USES.flatMap((use) => referredTo(resource, use)
    .filter((construct) => CfnManagedPolicy.isCfnManagedPolicy(construct)).filter((policy) => !isRetained(policy))
    .map((policy) => policyOfRetainedRole(`'${pathOf(resource)}'`, `'${pathOf(policy)}'`, use).message));
}
