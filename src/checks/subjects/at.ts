import type { Address } from '../../inventory';

/** A property of what the address points at. */
export function at(address: Address, property: string): Address {
  return { ...address, path: address.path === '' ? property : `${address.path}.${property}` };
}
