import { type Part, type Written, written } from '../../values/fragments';

/** The owner of a vault, as far as it is known. */
export interface VaultOwner {
  readonly partition: Part;
  readonly account: Part;
  readonly region: Part;
  /** The ARN of the vault. */
  readonly vault: Written;
}

/** The owner of a vault that is known by its name. */
export function ownerIn(place: Omit<VaultOwner, 'vault'>, name: Part): VaultOwner {
  return { ...place, vault: written('arn:', place.partition, ':backup:', place.region, ':', place.account, ':backup-vault:', name) };
}
