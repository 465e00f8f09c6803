import type { Address } from '../inventory';

/** For messages about a resource: another one by its logical id or name, and its template where that is another. */
export function seenFrom(here: Pick<Address, 'sourceId'>, there: Pick<Address, 'sourceId' | 'logicalId'>, name = there.logicalId): string {
  return here.sourceId === there.sourceId ? name : `${name} of '${there.sourceId}'`;
}
