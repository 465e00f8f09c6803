import type { Address, Property } from '../inventory';

/** Where a property of a resource stands. */
export function at(address: Address, { path }: Property): Address {
  return { ...address, path };
}

/** A property below what the address points at, by its name. */
export function below(address: Address, name: string): Address {
  return { ...address, path: address.path === '' ? name : `${address.path}.${name}` };
}
