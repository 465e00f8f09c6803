import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeletionGuard } from './deletion-guard';
import { deployingRoleArn, deployingRoleName, isSameRole, roleName } from '../cdk/deploying-role';
import { withoutTokens } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { type Warning, advise } from '../cdk/warnings';
import { WhenComplete } from '../cdk/when-complete';
import { OPEN } from '../validation/vault/exempt-roles';
import { UNKNOWN, isKnown } from '../values/unknown';
import { isLike } from '../values/wildcards';

interface GuardedVault {
  readonly construct: Construct;
  readonly given: readonly iam.IRole[];
}

/** If the stack of the guard names no role that deploys it, only the user knows whether that role is exempt. */
export function unnamedDeployerWarnings(vault: Construct, guard: DeletionGuard, hasLock: boolean): Warning[] {
  if (guard._given === undefined || guard._deployerOf(vault) !== undefined) { return []; }
  const roles = guard._given.map((role) => `'${role.node.path}'`).join(', ');
  return [{
    id: 'deployingRoleNotNamed',
    message: `'guard' exempts only ${roles}, and the synthesizer of this stack names no role that deploys it. With any other identity, `
      + `${hasLock ? 'the first deployment fails if CloudFormation creates the policy before the lock, and ' : ''}every later change of the vault's policy or lock fails. `
      + 'A key that the vault creates is not guarded, because AWS KMS rejects a policy that its creator cannot change. Name the role that deploys with DeletionGuard.deployedBy(…).',
  }];
}

/** When the app is complete, warns if the guard of a vault does not exempt a role that deploys other stacks of the same account and Region. */
export function compareDeployers(vault: Construct, guard: DeletionGuard): void {
  const given = guard._given;
  if (given !== undefined && !guard._namesDeployer && deployingRoleArn(vault) !== undefined) { GUARDED.add({ construct: vault, given }); }
}

const GUARDED = new WhenComplete<GuardedVault>((all, stage) => {
  const stacks = stage.node.root.node.findAll().filter((each): each is Stack => Stack.isStack(each) && each.nestedStackParent === undefined);
  for (const each of all) { advise(each.construct, otherDeployerWarnings(each, stacks)); }
  return [];
});

function otherDeployerWarnings({ construct: vault, given }: GuardedVault, stacks: readonly Stack[]): Warning[] {
  const own = topLevelStack(vault);
  const ownRole = deployingRoleName(own);
  if (ownRole === undefined) { return []; }
  const exempt = namesOf(given);
  if (exempt === UNKNOWN) { return []; }
  const isExempt = (role: string) => isSameRole(role, ownRole) || exempt.some((name) => isSameRole(role, name) || isLike(role, name));
  const other = stacks.filter((stack) => mayBeBeside(own, stack)).map((stack) => ({ stack, role: deployingRoleName(stack) }))
    .find(({ role }) => role !== undefined && !isExempt(role));
  return other
    ? [{
      id: 'severalDeployingRoles',
      message: `'guard' exempts '${ownRole}', the role that deploys this stack. The stack '${other.stack.node.path}' ${placeLabel(own)} `
        + `is deployed by '${other.role}'. If this stack changes to that role, every change of the vault's policy or lock fails. Before that, exempt the role with `
        + 'DeletionGuard.exempting(…) and deploy once, or acknowledge this warning if each stack keeps its role.',
    }]
    : [];
}

/** The names of the roles that are not part of this app, or unknown if one of them is known only at deployment. */
function namesOf(roles: readonly iam.IRole[]): readonly string[] | typeof UNKNOWN {
  const imported = roles.filter((role) => !iam.CfnRole.isCfnRole(role.node.defaultChild));
  const names = imported.map((role) => withoutTokens(role.roleArn, OPEN)).map((arn) => (isKnown(arn) ? roleName(arn) : undefined));
  return names.every((name) => name !== undefined && !name.includes(OPEN)) ? names as string[] : UNKNOWN;
}

/** Two unknown environments count as equal: an app without environments is deployed with one set of credentials. */
function mayBeBeside(one: Stack, other: Stack): boolean {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here.account === there.account && here.region === there.region;
}

function placeLabel(stack: Stack): string {
  const { account, region } = placeOf(stack);
  const unknown = [...isKnown(account) ? [] : ['account'], ...isKnown(region) ? [] : ['Region']];
  return unknown.length === 0 ? 'of the same account and Region' : `whose ${unknown.join(' and ')} might be the same`;
}
