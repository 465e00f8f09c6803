import { resourceLabel, someLabel } from './selected';
import { vaultKeys } from './vault-keys';
import { keyPropertyOf } from '../../capabilities/key-properties';
import { AWS_MANAGED_ALIASES } from '../../capabilities/keys';
import { certainlyHas, certainlyLacks } from '../../capabilities/resource-types';
import type { BackupInventory, Key, Protectable, Text } from '../../inventory';
import { append } from '../../values/append';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { at } from '../at';
import { itemsIn } from '../properties';
import { type Outcome, unknown } from '../rule';

/** A key that encrypts the recovery points of resources, because AWS Backup does not manage their types fully. */
export interface ResourceKey {
  readonly key: Key;
  /** The property of the resources that names it. */
  readonly property: string;
  /** The resources, for messages. */
  readonly users: string;
  /** For messages. */
  readonly label: string;
}

/** What a rule for such keys returns for one that certainly encrypts recovery points. */
type Judge = (key: ResourceKey) => readonly Outcome[];

/**
 * The outcomes for the keys of the templates that encrypt selected resources. The rules for vaults judge the key of a vault.
 *
 * @param doubt what is unknown of a key
 */
export function resourceKeyOutcomes(inventory: BackupInventory, doubt: string, judge: Judge): Outcome[] {
  const ofVaults = new Set(vaultKeys(inventory).map(({ key }) => key));
  const [certain, possible] = [new Map<Key, Protectable[]>(), new Map<Key, Protectable[]>()];
  const elsewhere: Outcome[] = [];
  for (const resource of inventory.protectables) {
    const answer = keepsKey(resource, inventory);
    for (const key of answer === false ? [] : keysOf(resource, inventory)) {
      if (isKnown(key) && !ofVaults.has(key)) {
        const users = answer === true ? certain : possible;
        append(users, key, resource);
      }
      if (key === UNKNOWN && answer === true) { elsewhere.push(unknown(keyPlace(resource), `${resourceLabel(resource, resource.address)}: ${doubt} is unknown.`)); }
    }
  }
  const ofCertain = [...certain].flatMap(([key, users]) => judge(encryptionKeyOf(key, users)));
  const ofPossible = [...possible].filter(([key]) => !certain.has(key)).map(([key, users]) => encryptionKeyOf(key, users)).flatMap((each) => (
    judge(each).map(({ address }) => unknown(address, `${each.label}: whether it encrypts recovery points is unknown.`))));
  return [...ofCertain, ...ofPossible, ...elsewhere];
}

/** `UNKNOWN` if the resource might not be selected, or if a setting of the account decides, as for tables. */
function keepsKey(resource: Protectable, inventory: BackupInventory): boolean | typeof UNKNOWN {
  const { encryption: { encrypted, keyKind }, rows, certainlyProtectable } = resource;
  const { reaches } = inventory.coverageOf(resource);
  if (reaches.length === 0 || encrypted === false || keyKind === 'awsManaged' || rows.every((row) => certainlyHas(row, 'fullManagement'))) { return false; }
  return certainlyProtectable && rows.every((row) => certainlyLacks(row, 'fullManagement')) && reaches.some(({ answer }) => answer === true) || UNKNOWN;
}

function isAwsManaged(key: Value<Text>): boolean {
  return isKnown(key) && key.toString().includes(AWS_MANAGED_ALIASES.prefix);
}

/** The keys of the templates that encrypt a resource. Each volume of an instance has its own key. */
export function keysOf(resource: Protectable, inventory: BackupInventory): ReadonlySet<Value<Key>> {
  const { address: { cfnType }, environment, properties, encryption } = resource;
  const row = keyPropertyOf(cfnType);
  const [list, item] = row?.in ?? [];
  const keyOf = (text: Value<Text>) => (isAwsManaged(text) ? undefined : inventory.keyNamed(text, environment));
  return new Set(row && list && item
    ? itemsIn(properties.get(list)).map((each) => keyOf(each.get(item).get(row.name).text()))
    : [keyOf(encryption.key)]);
}

function keyPlace({ address, properties }: Protectable) {
  const row = keyPropertyOf(address.cfnType);
  return row ? at(address, properties.get(row.in?.[0] ?? row.name)) : address;
}

function encryptionKeyOf(key: Key, resources: readonly Protectable[]): ResourceKey {
  const users = someLabel(resources.map((resource) => resourceLabel(resource, key.address)));
  return { key, property: keyPropertyOf(resources[0].address.cfnType)?.name ?? '', users, label: `key ${key.address.logicalId} of ${users}` };
}
