import { type Json, readDocument } from '../../../iam';
import type { BackupInventory, Entity, Vault } from '../../../inventory';
import { type CreatedRole, isBootstrapRole, roleIn, uncreatedRoleProblems, uncreatedRoles } from '../../../validation/vault/exempt-roles';
import { exemptArnsIn } from '../../../validation/vault/guard-policy';
import type { Written } from '../../../values/fragments';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'AccessPolicy';

export const vaultExemptRoles: Rule = {
  id: RuleId.VAULT_EXEMPT_ROLES,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault exempts roles that the templates create.',
  why: 'If an exempt role does not exist, everyone whose policies allow iam:CreateRole can create a role with its ARN, and delete recovery points. The role that deploys the vault is not '
    + 'reported, and neither are roles of another account, patterns, and roles in the paths aws-reserved and aws-service-role.',
  fix: 'Create the role in the templates. If it is created elsewhere, make sure that it exists, and acknowledge the finding.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  evaluate: (inventory) => inventory.vaults.flatMap((vault) => outcomesOf(vault, inventory)),
};

function outcomesOf(vault: Vault, inventory: BackupInventory): Outcome[] {
  const { accessPolicy, address, label, environment } = vault;
  const content = accessPolicy.json();
  if (content === undefined) { return []; }
  const place = at(address, accessPolicy);
  const policy = readDocument(content as Json, accessPolicy.effort);
  const open = [unknown(place, `vault ${label}: whether '${PROPERTY}' exempts roles that nobody has created is unknown.`)];
  if (policy === UNKNOWN || policy.statements.includes(UNKNOWN)) { return open; }

  const exempt = exemptArnsIn(policy.statements);
  const deployer = inventory.deployerOf(vault);
  const arns = exempt.filter((arn) => deployer === undefined || roleIn(arn) === undefined || roleIn(arn) !== roleIn(deployer));
  const deployerToo = exempt.some(isBootstrapRole) || arns.length < exempt.length;
  const roles = uncreatedRoles({ arns, deployerToo, account: environment.account }, createdRoles(inventory));
  if (roles.certain.length === 0) { return roles.hasDoubtful ? open : []; }
  return inventory.mayHaveMoreInAccount(environment)
    ? open
    : faults(place, uncreatedRoleProblems(PROPERTY, roles, 'the templates').map((problem) => problem.of(`vault ${label}`)));
}

function createdRoles(inventory: BackupInventory): CreatedRole[] {
  return inventory.roles.map(({ properties, environment }) => ({ name: nameOf(properties), account: environment.account }));
}

function nameOf(properties: Entity['properties']): string | undefined {
  const name = properties.get('RoleName').text();
  return isKnown(name) ? pattern(name) : name === undefined ? undefined : '*';
}

function pattern(name: Exclude<Written, string>): string {
  return name.parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
}
