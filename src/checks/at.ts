import type { Address, Property } from '../inventory';

/** The place of a property within a resource. */
export function at(address: Address, { path }: Property): Address {
  return { ...address, path };
}
