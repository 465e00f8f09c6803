import { VAULT_HANDLER } from '../../../src/capabilities/vault-policies';
import type { DeployedResource } from '../deployed';
import type { Policy } from '../policies';

/** A call of CloudFormation for a change. */
export interface Call {
  readonly action: string;
  readonly arn: string;
  /** The policy of the resource before the change. */
  readonly deployed?: Policy;
  /** The policy that the same change writes. AWS does not document whether that is before or after this call. */
  readonly written?: Policy;
}

/** One resource in two versions of a stack. */
export interface Change {
  readonly before: DeployedResource | undefined;
  readonly after: DeployedResource | undefined;
  /** Whether CloudFormation keeps resources that the stack no longer has. */
  readonly isRetained: boolean;
}

const VAULT = 'AWS::Backup::BackupVault';
const KEY = 'AWS::KMS::Key';

/** The types with known calls. */
export const TYPES: readonly string[] = [VAULT, KEY];

/** By property: the calls that set it, and the calls that remove it. */
type Calls = Readonly<Record<string, { readonly given: readonly string[]; readonly left: readonly string[] }>>;

/** The calls that the handler of a vault can make (VAULT_HANDLER). */
const OF_VAULT: Calls = {
  AccessPolicy: { given: ['backup:PutBackupVaultAccessPolicy'], left: ['backup:DeleteBackupVaultAccessPolicy'] },
  LockConfiguration: { given: ['backup:PutBackupVaultLockConfiguration'], left: ['backup:DeleteBackupVaultLockConfiguration'] },
  Notifications: { given: ['backup:PutBackupVaultNotifications'], left: ['backup:DeleteBackupVaultNotifications'] },
  BackupVaultTags: { given: ['backup:TagResource'], left: ['backup:UntagResource'] },
};

/** The same for a key, by its registry schema. */
const OF_KEY: Calls = {
  KeyPolicy: { given: ['kms:PutKeyPolicy'], left: [] },
  Tags: { given: ['kms:TagResource'], left: ['kms:UntagResource'] },
  Description: { given: ['kms:UpdateKeyDescription'], left: ['kms:UpdateKeyDescription'] },
};

const POLICY_CALLS = ['backup:PutBackupVaultAccessPolicy', 'backup:DeleteBackupVaultAccessPolicy', 'kms:PutKeyPolicy'];

/** Properties that replace the vault: createOnlyProperties of its registry schema. */
const CREATE_ONLY = ['BackupVaultName', 'EncryptionKeyArn'];

/** Whether a change creates a vault. */
export function makesVault({ before, after }: Change): boolean {
  return after?.type === VAULT && (before === undefined || CREATE_ONLY.some((property) => differs(property, before, after)));
}

/** @throws an error for a property that is not in the tables, or a call that CloudFormation does not make, so that no change is evaluated in part */
export function callsOf(change: Change): Call[] {
  const { before, after, isRetained } = change;
  if (before && after && !makesVault(change)) { return updateCalls(before, after); }
  return [...after?.type === VAULT ? createCalls(after) : [], ...before && !isRetained ? deleteCalls(before) : []];
}

function updateCalls(before: DeployedResource, after: DeployedResource): Call[] {
  const { table, policy } = after.type === VAULT ? { table: OF_VAULT, policy: 'AccessPolicy' } : { table: OF_KEY, policy: 'KeyPolicy' };
  const all = new Set([before, after].flatMap(({ properties }) => Object.keys(properties)));
  const names = [...all].filter((name) => differs(name, before, after));
  const strange = names.find((name) => !(name in table));
  if (strange !== undefined) { throw new Error(`the calls that change '${strange}' of ${after.type} are unknown: add them to conformance/permissions/updates/calls.ts`); }
  const actions = names.flatMap((name) => (after.properties[name] === undefined ? table[name].left : table[name].given));
  if (after.type === VAULT) { expectIn(VAULT_HANDLER.update, actions); }
  const written = names.includes(policy) ? after.properties[policy] as Policy | undefined : undefined;
  const deployed = before.properties[policy] as Policy | undefined;
  return actions.map((action) => ({ action, arn: before.arn, deployed, ...!POLICY_CALLS.includes(action) && { written } }));
}

function createCalls({ arn, properties }: DeployedResource): Call[] {
  const others = Object.keys(OF_VAULT).filter((name) => properties[name] !== undefined).flatMap((name) => OF_VAULT[name].given);
  expectIn(VAULT_HANDLER.create, ['backup:CreateBackupVault', ...others]);
  return [
    { action: 'backup:CreateBackupVault', arn },
    ...others.map((action) => ({ action, arn, ...!POLICY_CALLS.includes(action) && { written: properties.AccessPolicy as Policy } })),
  ];
}

function deleteCalls({ type, arn, properties }: DeployedResource): Call[] {
  return type === VAULT
    ? VAULT_HANDLER.delete.map((action) => ({ action, arn, deployed: properties.AccessPolicy }))
    : [{ action: 'kms:ScheduleKeyDeletion', arn, deployed: properties.KeyPolicy }];
}

function expectIn(handler: readonly string[], actions: readonly string[]): void {
  const strange = actions.find((action) => !handler.includes(action));
  if (strange !== undefined) { throw new Error(`the schema of a vault does not list '${strange}'`); }
}

function differs(property: string, one: DeployedResource, other: DeployedResource): boolean {
  return JSON.stringify(one.properties[property]) !== JSON.stringify(other.properties[property]);
}
