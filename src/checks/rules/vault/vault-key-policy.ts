import { ROLE_KEY_USE, VAULT_KEY_USE } from '../../../capabilities/permissions';
import { certainlyHas } from '../../../capabilities/resource-types';
import type { BackupInventory, Key, Selection, Vault } from '../../../inventory';
import { append } from '../../../values/append';
import { Problem } from '../../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { type Level, type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { callersOf, mayBeRefused, ownPoliciesDoubt, ownPoliciesProblem, refusedActions, roleCaller, roleOf, roleProperty } from '../../subjects/key-access';
import { type KeyUser, restoreTestsOf } from '../../subjects/restore-test-roles';
import { keyOfResource } from '../../subjects/selected';
import { keysElsewhere } from '../../subjects/vault-keys';

const PROPERTY = 'KeyPolicy';
const { actions: ACTIONS, source: { page } } = VAULT_KEY_USE;

export const vaultKeyPolicy: Rule = {
  id: RuleId.VAULT_KEY_POLICY,
  packs: ['ValidityChecks', 'EncryptionChecks'],
  level: 'error',
  what: 'The policies of a vault\'s key and of its backup roles let the roles use the key.',
  why: 'AWS Backup encrypts with the key of the vault. A job fails, or ends without a backup of the data. The finding is a warning if AWS Backup might not need the key for the selected resources, '
    + 'if the policies of a role do not allow the actions, or if a role only restores.',
  fix: 'Allow the actions to the account in the policy of the key, so that the policies of its roles decide. Or allow them to each backup role.',
  page,
  evaluate: (inventory) => {
    const selections = selectionsByVault(inventory);
    return [
      ...inventory.vaults.filter(({ kind }) => kind === 'standard').flatMap((vault) => {
        const key = inventory.keyNamed(vault.key, vault.environment);
        return isKnown(key) ? outcomesOf(vault, key, selections.get(vault) ?? new Set(), inventory) : [];
      }),
      ...keysElsewhere(inventory, 'whether the policy of its key lets AWS Backup use the key'),
    ];
  },
};

/** The selections whose plans certainly back up into each vault. */
function selectionsByVault({ rules, selections }: BackupInventory): ReadonlyMap<Vault, ReadonlySet<Selection>> {
  const byVault = new Map<Vault, Set<Selection>>();
  const byPlan = new Map<unknown, Selection[]>();
  for (const selection of selections) { append(byPlan, selection.plan, selection); }
  for (const { plan, target: { vault } } of rules) {
    if (!vault) { continue; }
    const ofVault = byVault.get(vault) ?? new Set();
    for (const selection of byPlan.get(plan) ?? []) { ofVault.add(selection); }
    byVault.set(vault, ofVault);
  }
  return byVault;
}

function outcomesOf(vault: Vault, key: Key, selections: ReadonlySet<Selection>, inventory: BackupInventory): Outcome[] {
  const place = at(key.address, key.properties.get(PROPERTY));
  const subject = `key ${key.address.logicalId} of vault ${vault.label}`;
  if (key.policy === UNKNOWN) { return [unknown(place, `${subject}: whether '${PROPERTY}' lets AWS Backup use the key is unknown.`, keyOfResource(vault, place))]; }
  if (callersOf(vault.environment).every((caller) => refusedActions(key, caller, ACTIONS).length === ACTIONS.length)) {
    return [fault(place, new Problem('nobody', messageOf(ACTIONS, 'anyone in the account of the vault')).of(subject))];
  }
  const byRole = new Map<string, Selection[]>();
  for (const selection of selections) {
    const role = roleOf(selection);
    if (isKnown(role) && role.key !== undefined) { append(byRole, role.key, selection); }
  }
  const ofRestores = restoreTestsOf(inventory, vault).flatMap((test) => {
    const refused = refusedActions(key, roleCaller(test.arn, vault.environment), ACTIONS);
    return isKnown(test.arn) && refused.length > 0
      ? [fault(place, new Problem('restore', messageOf(refused, `the role '${label(test.arn)}' of ${test.subject}`), `${keyOfResource(test, place)} ${keyOfResource(vault, place)}`).of(subject), 'warning')]
      : ofOwnPolicies(test, vault, key);
  });
  return [...ofRestores, ...[...byRole.values()].flatMap((ofRole) => {
    const role = roleOf(ofRole[0]);
    const refused = refusedActions(key, roleCaller(role, vault.environment), ACTIONS);
    if (refused.length === 0) { return ofRole.flatMap((selection) => ofOwnPolicies(usedBy(selection), vault, key)); }
    const level = refused.length === ACTIONS.length ? levelOf(ofRole, inventory) : 'warning';
    return [fault(place, new Problem('role', messageOf(refused, `the backup role '${label(role)}'`), `${keyOfResource(ofRole[0], place)} ${keyOfResource(vault, place)}`).of(subject), level)];
  })];
}

function usedBy(selection: Selection): KeyUser {
  const property = roleProperty(selection);
  return { subject: `selection ${selection.label}`, address: at(selection.address, property), arn: property.text(), role: selection.role };
}

/** A warning only, because the AWS pages do not say which jobs fail without these actions in the policies of the role. */
function ofOwnPolicies({ subject, address, arn, role }: KeyUser, vault: Vault, key: Key): Outcome[] {
  if (!isKnown(role)) { return []; }
  const caller = roleCaller(arn, vault.environment);
  const refused = refusedActions(key, caller, ROLE_KEY_USE.actions, role);
  const name = `key ${key.address.logicalId} of vault ${vault.label}`;
  const entry = `${keyOfResource(key, address)} ${keyOfResource(vault, address)}`;
  if (refused.length > 0) { return [fault(address, ownPoliciesProblem('should', refused, name, entry).of(subject), 'warning')]; }
  return mayBeRefused(key, caller, ROLE_KEY_USE.actions, role) ? [unknown(address, ownPoliciesDoubt(subject, name), entry)] : [];
}

function messageOf(refused: readonly string[], who: string): string {
  return `'${PROPERTY}' must let AWS Backup use the key, got a policy that does not allow ${refused.map((action) => `'${action}'`).join(', ')} to ${who}. `
    + 'Allow the actions to the account, so that the policies of its roles decide, or to the role. Backups that this key encrypts fail.';
}

function label(role: Value<{ toString(): string }>): string {
  return isKnown(role) ? role.toString() : '?';
}

/** AWS Backup certainly needs the key for types that it manages fully. Backups of other types can have the key of their resource. */
function levelOf(selections: readonly Selection[], inventory: BackupInventory): Level {
  const certainly = selections.some((selection) => selection.certain && inventory.resourcesOf(selection).some((resource) => (
    resource.certain && resource.certainlyProtectable && resource.rows.every((row) => certainlyHas(row, 'fullManagement'))
    && inventory.coverageOf(resource).reaches.some((reach) => reach.selection === selection && reach.answer === true))));
  return certainly ? 'error' : 'warning';
}
