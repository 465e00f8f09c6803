import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import type { DeletionGuard } from './deletion-guard';
import { roleResource } from '../cdk/given-roles';
import { withoutTokens } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import { advise, warningOf } from '../cdk/warnings';
import { WhenComplete } from '../cdk/when-complete';
import { type CreatedRole, OPEN, uncreatedRoleProblems, uncreatedRoles } from '../validation/vault/exempt-roles';
import { isKnown } from '../values/unknown';

interface Exempting {
  readonly construct: Construct;
  readonly guard: DeletionGuard;
  /** The exempt roles that are not part of the app. A part that is known only at deployment is `OPEN`. */
  readonly arns: readonly string[];
}

/** When the app is complete, warns if it does not create a role that the guard exempts. */
export function compareExemptRoles(vault: Construct, guard: DeletionGuard): void {
  const arns = (guard._given ?? []).filter((role) => roleResource(role) === undefined)
    .map(({ roleArn }) => withoutTokens(roleArn, OPEN)).filter((arn) => isKnown(arn));
  if (arns.length > 0) { EXEMPTING.add({ construct: vault, guard, arns }); }
}

const EXEMPTING = new WhenComplete<Exempting>((all, stage) => {
  const created = rolesOfApp(stage.node.root);
  for (const { construct, guard, arns } of all) {
    const { account } = placeOf(topLevelStack(construct));
    const roles = uncreatedRoles({ arns, deployerToo: guard._deployerOf(construct) !== undefined, account }, created);
    advise(construct, uncreatedRoleProblems('guard', roles, 'this app').map(warningOf('exemptRoleNotInApp')));
  }
  return [];
});

function rolesOfApp(app: IConstruct): CreatedRole[] {
  const resources = app.node.findAll().filter((each): each is CfnResource => CfnResource.isCfnResource(each) && each.cfnResourceType === 'AWS::IAM::Role');
  return resources.map((resource) => {
    const { RoleName: name } = propertiesOf(resource);
    return { name: name === undefined || typeof name === 'string' ? name : '*', account: placeOf(Stack.of(resource)).account };
  });
}
