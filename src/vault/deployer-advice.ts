import { Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
import type { DeletionGuard } from './deletion-guard';
import { deployingRoleArn, deployingRoleName, isSameRole, roleName } from '../cdk/deploying-role';
import { readableText } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { warn } from '../cdk/warnings';
import { UNKNOWN, isKnown } from '../values/unknown';
import { isLike } from '../values/wildcards';

interface GuardedVault {
  readonly vault: Construct;
  readonly given: readonly iam.IRole[];
}

/** Warns where the guard of a vault might not exempt the role that deploys its stack, today or after a change that the app shows. */
export function adviseOnDeployer(vault: Construct, guard: DeletionGuard, hasLock: boolean): void {
  const given = guard._given;
  if (given === undefined) { return; }
  if (deployingRoleArn(vault) === undefined) {
    const roles = given.map((role) => `'${role.node.path}'`).join(', ');
    warn(vault, 'deployingRoleNotNamed', `'guard' exempts only ${roles}, and the synthesizer of this stack names no role that deploys it: with any other identity `
      + `${hasLock ? 'the first deployment fails if CloudFormation puts the policy before the lock, and ' : ''}every later change of the vault's policy or lock fails; `
      + 'exempt the role that deploys, or acknowledge this if it is among them');
  } else {
    compareWhenComplete({ vault, given });
  }
}

/** Of each Stage, which validates its constructs before it is synthesised: one walk of the app for all of its vaults. */
const COMPARED = new WeakMap<IConstruct, GuardedVault[]>();

function compareWhenComplete(guarded: GuardedVault): void {
  const stage = Stage.of(guarded.vault) ?? guarded.vault.node.root;
  const vaults = COMPARED.get(stage);
  if (vaults) {
    vaults.push(guarded);
    return;
  }
  const all = [guarded];
  COMPARED.set(stage, all);
  stage.node.addValidation({
    validate: () => {
      const stacks = stage.node.root.node.findAll().filter((each): each is Stack => Stack.isStack(each) && each.nestedStackParent === undefined);
      for (const each of all) { adviseOnOtherRoles(each, stacks); }
      return [];
    },
  });
}

function adviseOnOtherRoles({ vault, given }: GuardedVault, stacks: readonly Stack[]): void {
  const own = topLevelStack(vault);
  const ownRole = deployingRoleName(own);
  if (ownRole === undefined) { return; }
  const exempt = namesOf(given);
  if (exempt === UNKNOWN) { return; }
  const isExempt = (role: string) => isSameRole(role, ownRole) || exempt.some((name) => isSameRole(role, name) || isLike(role, name));
  const other = stacks.filter((stack) => mayBeBeside(own, stack)).map((stack) => ({ stack, role: deployingRoleName(stack) }))
    .find(({ role }) => role !== undefined && !isExempt(role));
  if (other) {
    warn(vault, 'severalDeployingRoles', `'guard' exempts '${ownRole}', the role that deploys this stack, and the stack '${other.stack.node.path}' ${placeInWords(own)} `
      + `is deployed by '${other.role}': if this stack changes to that role, every change of the vault's policy or lock fails; before that, exempt the role with `
      + 'DeletionGuard.exempting(…) and deploy once, or acknowledge this if each stack keeps its role');
  }
}

/** The names of roles that are not of this app; unknown where only the deployment tells one of them, which can be any role. */
function namesOf(roles: readonly iam.IRole[]): readonly string[] | typeof UNKNOWN {
  const imported = roles.filter((role) => !iam.CfnRole.isCfnRole(role.node.defaultChild));
  const names = imported.map((role) => readableText(role.roleArn)).map((arn) => (isKnown(arn) ? roleName(arn) : undefined));
  return names.every((name) => name !== undefined && !name.includes('token')) ? names as string[] : UNKNOWN;
}

/** Two unknown places are often the same: an app without environments is deployed with one set of credentials. */
function mayBeBeside(one: Stack, other: Stack): boolean {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here.account === there.account && here.region === there.region;
}

function placeInWords(stack: Stack): string {
  const { account, region } = placeOf(stack);
  const unknown = [...isKnown(account) ? [] : ['account'], ...isKnown(region) ? [] : ['Region']];
  return unknown.length === 0 ? 'of the same account and Region' : `whose ${unknown.join(' and ')} might be the same`;
}
