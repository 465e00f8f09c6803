import type { ResourceTypeId } from './resource-types';
import { developerGuide } from './source';

/** Clusters that a logically air-gapped vault accepts only if they are encrypted. */
export const ENCRYPTED_ONLY_IN_AIR_GAPPED_VAULTS = {
  types: ['AURORA', 'DOCUMENTDB', 'NEPTUNE'] satisfies ResourceTypeId[] as readonly string[],
  source: developerGuide('logicallyairgappedvault', '2026-01-01'),
};
