import type { Construct } from 'constructs';
import type { ExemptRoles } from './exempt-roles';
import { LIMITS } from '../capabilities/limits';
import { readableText } from '../cdk/measures';
import { canBeNamedIn } from '../cdk/place';
import type { Place } from '../validation/plan/copies';
import { Problem } from '../values/problem';
import { count } from '../values/quantity';
import { isKnown } from '../values/unknown';

/** IAM roles and users, with or without a wildcard. A session has the ARN of its role. */
const DEPLOYER = /^arn:[^:]+:iam::[^:]+:(role|user)\/.+$/;

export const UNACKNOWLEDGED = new Problem('unacknowledged', '\'guard.acknowledgeIrreversible\' must be true for a sealed guard, got false. Nobody in the account, '
  + 'including the root user and CloudFormation, can delete a recovery point or change the vault\'s policy or lock ever again. '
  + 'Set acknowledgeIrreversible: true, or use DeletionGuard.exempting(…).');

/**
 * What is wrong with the exempt roles of a guard for a vault in a scope.
 *
 * @param likeStackOf a construct whose stack is deployed in the same way
 */
export function exemptionProblems(exempt: ExemptRoles, place: Place, likeStackOf: Construct): Problem[] {
  const { roles, deployer } = exempt;
  const { max } = LIMITS.exemptPrincipals;
  const total = roles.length + (exempt.deployerOf(likeStackOf) === undefined ? 0 : 1);
  const named = deployer === undefined ? undefined : readableText(deployer);
  if (isKnown(named) && !DEPLOYER.test(named)) {
    return [new Problem('deployer', `'guard' must name an IAM role or user as the principal that deploys, got '${named}'. `
      + 'Pass its ARN, such as \'arn:aws:iam::111122223333:role/deployer\'.')];
  }
  if (total === 0) {
    return [new Problem('none', '\'guard\' must exempt a role, got none, and the synthesizer of this stack names no CloudFormation execution role. The next change of the vault\'s '
      + 'policy would fail. Name the role that deploys with DeletionGuard.deployedBy(arn), or use DeletionGuard.none().')];
  }
  return [
    ...total > max ? [new Problem('maximum', `'guard' must exempt at most ${max} roles, including the CloudFormation execution role, got ${count(total, 'roles')}. `
      + 'The audit control accepts no more, and would report the vault. Exempt fewer roles.')] : [],
    ...roles.filter((role) => !canBeNamedIn(place, role, role.roleArn)).map((role) =>
      new Problem('unnamed', `'guard' must exempt roles with a known name, got the role '${role.node.path}' of another account or Region, which has none. Give it a 'roleName'.`, role.node.path)),
  ];
}
