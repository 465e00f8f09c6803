import type { Address } from './entities';

/** Identifies a resource. Equal logical ids in two templates are two resources. */
export type ResourceAddress = Pick<Address, 'sourceId' | 'logicalId'>;

/** For maps and sets. */
export function resourceKey({ sourceId, logicalId }: ResourceAddress): string {
  return JSON.stringify([sourceId, logicalId]);
}

export function isSameResource(one: ResourceAddress, other: ResourceAddress): boolean {
  return one.logicalId === other.logicalId && one.sourceId === other.sourceId;
}
