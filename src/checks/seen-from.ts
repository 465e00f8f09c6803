import type { Address } from '../inventory';

/** For messages about a resource: another one by its logical id, and its template where that is another. */
export function seenFrom(here: Pick<Address, 'sourceId'>, { sourceId, logicalId }: Pick<Address, 'sourceId' | 'logicalId'>): string {
  return here.sourceId === sourceId ? logicalId : `${logicalId} of '${sourceId}'`;
}
