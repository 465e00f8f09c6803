import type { BackupInventory, Vault } from '../../../inventory';
import { allOf, anyOf, not } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const vaultRetained: Rule = {
  id: RuleId.VAULT_RETAINED,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'A vault that has a lock or is in use is retained when its stack is deleted.',
  why: 'AWS Backup does not delete a vault that contains recovery points, so the deletion of the stack fails halfway, as does an update that replaces the vault.',
  fix: 'Give the vault the DeletionPolicy RetainExceptOnCreate and the UpdateReplacePolicy Retain. In the CDK, both are RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: (inventory) => {
    const used = vaultsInUse(inventory);
    return inventory.vaults.flatMap((vault) => outcomesOf(vault, used));
  },
};

/** The vaults that rules back up or copy into. */
function vaultsInUse({ copies, rules }: BackupInventory): ReadonlySet<Vault | undefined> {
  const targets = rules.flatMap(({ airGappedTarget, target }) => [target.vault, airGappedTarget?.vault]);
  return new Set([...targets, ...copies.map(({ destination }) => destination.vault)]);
}

function outcomesOf(vault: Vault, used: ReadonlySet<Vault | undefined>): Outcome[] {
  const { address, label, lock, retained } = vault;
  const hasLock = lock === UNKNOWN ? UNKNOWN : lock !== undefined;
  const missing = allOf([anyOf([hasLock, used.has(vault)]), not(retained)]);
  if (missing === UNKNOWN) { return [unknown(address, `vault ${label}: whether it is retained when its stack is deleted is unknown.`)]; }
  return missing
    ? [fault(address, new Problem('deleted', `'DeletionPolicy' should be 'RetainExceptOnCreate' for a vault that ${hasLock === true ? 'has a lock' : 'rules use'}, got a vault that is `
      + 'deleted with its stack. Retain it, with the UpdateReplacePolicy Retain. AWS Backup does not delete a vault that contains recovery points.').of(`vault ${label}`))]
    : [];
}
