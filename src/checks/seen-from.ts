import type { Address } from '../inventory';

/** For messages about the resource `here`: the name of another resource, and its template if it is in another one. */
export function seenFrom(here: Pick<Address, 'sourceId'>, there: Pick<Address, 'sourceId' | 'logicalId'>, name = there.logicalId): string {
  return here.sourceId === there.sourceId ? name : `${name} of '${there.sourceId}'`;
}
