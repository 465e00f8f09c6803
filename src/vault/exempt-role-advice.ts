import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeletionGuard } from './deletion-guard';
import { roleResource } from '../cdk/given-roles';
import { withoutTokens } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { type Warning, warningOf } from '../cdk/warnings';
import { type CreatedRole, OPEN, uncreatedRoleProblems, uncreatedRoles } from '../validation/vault/exempt-roles';
import { isKnown } from '../values/unknown';

/** Call this when the app is complete: another part of it might create the role. */
export function uncreatedRoleWarnings(vault: Construct, guard: DeletionGuard): Warning[] {
  const imported = (guard._given ?? []).filter((role) => roleResource(role) === undefined)
    .map(({ roleArn }) => withoutTokens(roleArn, OPEN)).filter((arn) => isKnown(arn));
  if (imported.length === 0) { return []; }
  const { account } = placeOf(topLevelStack(vault));
  const roles = uncreatedRoles({ arns: imported, deployerToo: guard._deployerOf(vault) !== undefined, account }, rolesOfApp(vault));
  return uncreatedRoleProblems('guard', roles, 'this app').map(warningOf('exemptRoleNotInApp'));
}

function rolesOfApp(scope: Construct): CreatedRole[] {
  const resources = scope.node.root.node.findAll().filter((each): each is CfnResource => CfnResource.isCfnResource(each) && each.cfnResourceType === 'AWS::IAM::Role');
  return resources.map((resource) => {
    const { RoleName: name } = propertiesOf(resource);
    return { name: name === undefined || typeof name === 'string' ? name : '*', account: placeOf(Stack.of(resource)).account };
  });
}
