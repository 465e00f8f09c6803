import type { CfnResource } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { type Neighbors, valuesOf } from './neighbors';
import type { UnsharedKey } from './protection';
import { rowsAmong } from './protection-aspect';
import { keyPropertyOf } from '../capabilities/key-properties';
import { AWS_MANAGED_ALIASES } from '../capabilities/keys';
import { COPY_KEY_GRANTS, COPY_KEY_USE } from '../capabilities/permissions';
import { type ResourceTypeCapability, certainlyHas, certainlyLacks } from '../capabilities/resource-types';
import { backupServiceRoleStatements } from '../cdk/keys';
import { pathOf, propertiesOf, targetsOf } from '../cdk/resource-properties';
import { append } from '../values/append';

/** A key that encrypts the backups of a resource: a resource of the app, or an id. */
type UsedKey = CfnResource | string;

/** The keys that were shared, with the accounts, so that two resources with one key need one statement. */
const SHARED = new WeakMap<CfnResource, Set<string>>();

/** Shares the keys that encrypt the backups of a resource with other accounts, as far as the app has these keys. */
export function shareKeysOf(resource: CfnResource, accounts: readonly string[], rows: readonly ResourceTypeCapability[], neighbors: Neighbors): void {
  for (const key of keysOf(resource, rows, neighbors)) {
    const owner = typeof key === 'string' ? undefined : ownerOf(key);
    if (typeof key === 'string' || !owner) { continue; }
    const shared = SHARED.get(key) ?? new Set<string>();
    SHARED.set(key, shared);
    for (const account of accounts.filter((each) => !shared.has(each))) {
      shared.add(account);
      for (const statement of backupServiceRoleStatements(account)) { owner.addToResourcePolicy(statement); }
    }
  }
}

/** The keys that an account needs for copies of resources, and that are not shared with it. */
export function unsharedKeys(
  resources: readonly CfnResource[], accounts: readonly string[], rows: readonly ResourceTypeCapability[], sharing: boolean, neighbors: Neighbors,
): UnsharedKey[] {
  const users = new Map<UsedKey, CfnResource[]>();
  for (const resource of accounts.length > 0 ? resources : []) {
    for (const key of keysOf(resource, rows, neighbors)) { append(users, key, resource); }
  }
  return [...users].flatMap(([key, of]) => {
    const reason = reasonFor(key, sharing);
    return reason === undefined ? [] : accounts.filter((account) => !isShared(key, account)).map((accountId) => ({
      key: typeof key === 'string' ? key : pathOf(key), accountId, reason, resources: of.map(pathOf),
    }));
  });
}

/** For messages: the statements that share a key. */
export function statementsLabel(accountId: string): string {
  const { key, value } = COPY_KEY_GRANTS.condition;
  return `Allow ${COPY_KEY_USE.actions.join(', ')} and, with the condition '${key}' ${value}, ${COPY_KEY_GRANTS.actions.join(', ')} to the role AWSServiceRoleForBackup of the account '${accountId}'.`;
}

function reasonFor(key: UsedKey, sharing: boolean): string | undefined {
  if (typeof key === 'string') {
    return key.startsWith(AWS_MANAGED_ALIASES.prefix) ? 'AWS managed keys cannot be shared. Use a customer managed key.' : 'This app does not own the key. Change its policy where it is created.';
  }
  if (!ownerOf(key)) { return 'The library does not change the policy of a CfnKey. Change its \'keyPolicy\', or use a Key.'; }
  return sharing ? undefined : 'Set \'shareKeys\' to true, or change the policy of the key.';
}

/** Whether the policy of a key names the account, or an organization. It might then be shared. */
function isShared(key: UsedKey, account: string): boolean {
  if (typeof key === 'string') { return false; }
  const policy = JSON.stringify(propertiesOf(key).KeyPolicy ?? {});
  return policy.includes(account) || policy.includes('aws:PrincipalOrg');
}

function ownerOf(key: CfnResource): kms.Key | undefined {
  const parent = key.node.scope as Partial<kms.Key> & IConstruct | undefined;
  return parent?.node.defaultChild === key && typeof parent.addToResourcePolicy === 'function' ? parent as kms.Key : undefined;
}

/** The keys that encrypt the backups of a resource. The key of the vault encrypts those that AWS Backup manages fully. */
function keysOf(resource: CfnResource, rows: readonly ResourceTypeCapability[], neighbors: Neighbors): UsedKey[] {
  const own = rowsAmong(resource, rows);
  if (own.length === 0 || !own.every((row) => certainlyLacks(row, 'fullManagement') && certainlyHas(row, 'crossAccountCopy'))) { return []; }
  return [...new Set([resource, ...neighbors.volumesOf(resource)].flatMap(ownKeysOf))];
}

function ownKeysOf(resource: CfnResource): UsedKey[] {
  const property = keyPropertyOf(resource.cfnResourceType);
  if (property === undefined) { return []; }
  const properties = propertiesOf(resource);
  const values = property.in === undefined
    ? [properties[property.name]]
    : valuesOf(valuesOf(properties[property.in[0]], property.in[1]), property.name);
  const literal = values.filter((value): value is string => typeof value === 'string');
  const { flag, inheritsFrom, otherwise } = property;
  const managed = (flag === undefined || properties[flag.name] === true) && inheritsFrom.every((name) => properties[name] === undefined)
    && values.every((value) => value === undefined);
  return [
    ...targetsOf(resource, values).filter((target): target is CfnResource => (target as Partial<CfnResource>).cfnResourceType === 'AWS::KMS::Key'),
    ...literal,
    ...managed && otherwise?.service !== undefined ? [`${AWS_MANAGED_ALIASES.prefix}${otherwise.service}`] : [],
  ];
}
