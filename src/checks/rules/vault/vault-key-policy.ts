import { VAULT_KEY_USE } from '../../../capabilities/permissions';
import { certainlyHas } from '../../../capabilities/resource-types';
import type { BackupInventory, Key, Selection, Vault } from '../../../inventory';
import { Problem } from '../../../values/problem';
import type { Value } from '../../../values/unknown';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import type { Level, Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { callersOf, refusedActions, roleCaller, roleOf } from '../../subjects/key-access';
import { keysElsewhere } from '../../subjects/vault-keys';

const PROPERTY = 'KeyPolicy';
const { actions: ACTIONS, source: { page } } = VAULT_KEY_USE;

export const vaultKeyPolicy: Rule = {
  id: RuleId.VAULT_KEY_POLICY,
  packs: ['ValidityChecks', 'EncryptionChecks'],
  level: 'error',
  what: 'The policy of a vault\'s key lets the backup roles of the vault use the key.',
  why: 'AWS Backup encrypts with the key of the vault. A job fails, or ends without a backup of the data. It is a warning if AWS Backup might not need the key for the selected resources.',
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
  for (const selection of selections) { byPlan.set(selection.plan, [...byPlan.get(selection.plan) ?? [], selection]); }
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
  if (key.policy === UNKNOWN) { return [unknown(place, `${subject}: whether '${PROPERTY}' lets AWS Backup use the key is unknown.`, vault.label)]; }
  if (callersOf(vault.environment).every((caller) => refusedActions(key, caller, ACTIONS).length === ACTIONS.length)) {
    return [fault(place, new Problem('nobody', messageOf(ACTIONS, 'anyone in the account of the vault')).of(subject))];
  }
  const byRole = new Map<string, Selection[]>();
  for (const selection of selections) {
    const role = roleOf(selection);
    if (isKnown(role) && role.key !== undefined) { byRole.set(role.key, [...byRole.get(role.key) ?? [], selection]); }
  }
  return [...byRole.values()].flatMap((ofRole) => {
    const role = roleOf(ofRole[0]);
    const refused = refusedActions(key, roleCaller(role, vault.environment), ACTIONS);
    if (refused.length === 0) { return []; }
    const level = refused.length === ACTIONS.length ? levelOf(ofRole, inventory) : 'warning';
    return [fault(place, new Problem('role', messageOf(refused, `the backup role '${label(role)}'`), `${label(role)} ${vault.label}`).of(subject), level)];
  });
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
