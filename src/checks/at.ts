import type { Address, Property } from '../inventory';

/** The address of a property of a resource. */
export function at(address: Address, { path }: Property): Address {
  return { ...address, path };
}

/** The address of a property inside the one at `address`. */
export function below(address: Address, name: string): Address {
  return { ...address, path: address.path === '' ? name : `${address.path}.${name}` };
}
