import { ENCRYPTED_ONLY_IN_AIR_GAPPED_VAULTS } from '../../capabilities/air-gapped-vaults';
import { certainlyMissingIn } from '../../capabilities/region-exceptions';
import { type ResourceTypeCapability, type ResourceTypeId, certainlyLacks } from '../../capabilities/resource-types';
import type { Answer } from '../../values/answer';
import { UNKNOWN, isKnown, type Value } from '../../values/unknown';

/**
 * Whether a logically air-gapped vault never accepts recovery points of a resource type.
 *
 * @param region of the vault
 */
export function isRefusedByAirGappedVaults(row: ResourceTypeCapability, region: Value<string>): boolean {
  return certainlyLacks(row, 'airGappedVault') || (isKnown(region) && certainlyMissingIn(region, 'airGappedVault', row.id as ResourceTypeId));
}

/** Whether a logically air-gapped vault rejects the recovery points because they are not encrypted. */
export function isRefusedUnencrypted({ id }: ResourceTypeCapability, encrypted: Answer): Answer {
  if (!ENCRYPTED_ONLY_IN_AIR_GAPPED_VAULTS.types.includes(id)) { return false; }
  return encrypted === UNKNOWN ? UNKNOWN : !encrypted;
}
