import type { BackupInventory, Key, Vault } from '../../inventory';
import { append } from '../../values/append';
import { UNKNOWN, isKnown } from '../../values/unknown';
import { at } from '../at';
import { type Outcome, unknown } from '../rule';

const PROPERTY = 'EncryptionKeyArn';

/** A key and the vaults that it encrypts. */
export interface VaultKey {
  readonly key: Key;
  readonly vaults: readonly Vault[];
  /** For messages. */
  readonly label: string;
}

/** The keys of the templates that encrypt vaults, each once. */
export function vaultKeys(inventory: BackupInventory): VaultKey[] {
  const byKey = new Map<Key, Vault[]>();
  for (const vault of inventory.vaults) {
    const key = inventory.keyNamed(vault.key, vault.environment);
    if (isKnown(key)) { append(byKey, key, vault); }
  }
  return [...byKey].map(([key, vaults]) => ({ key, vaults, label: `key ${key.address.logicalId} of vault ${vaults[0].label}` }));
}

/** An unknown outcome for each vault whose key might be a customer managed key, and is in none of the templates. */
export function keysElsewhere(inventory: BackupInventory, doubt: string): Outcome[] {
  return inventory.vaults
    .filter(({ key, keyKind, environment }) => (keyKind === 'customerManaged' || keyKind === UNKNOWN) && inventory.keyNamed(key, environment) === UNKNOWN)
    .map(({ address, properties, label }) => unknown(at(address, properties.get(PROPERTY)), `vault ${label}: ${doubt} is unknown.`));
}
