import type { BackupInventory, Plan, Protectable, Selection } from '../../../inventory';
import { selectionsOf } from '../../subjects/selected';

/** A table that a plan backs up, or might back up. */
export interface ReachedTable {
  readonly table: Protectable;
  /** The part of a selection that selects the table. */
  readonly how: string;
  readonly certain: boolean;
}

/** Each table appears once, with a selection that certainly selects it if there is one. */
export function tablesOf(plan: Plan, inventory: BackupInventory): readonly ReachedTable[] {
  const tables = new Map<Protectable, ReachedTable>();
  for (const selection of selectionsOf(inventory, plan)) {
    for (const table of inventory.resourcesOf(selection).filter(isTable)) {
      if (!tables.get(table)?.certain) { tables.set(table, reachedBy(selection, table, inventory)); }
    }
  }
  return [...tables.values()];
}

function reachedBy(selection: Selection, table: Protectable, inventory: BackupInventory): ReachedTable {
  const { answer, how } = inventory.coverageOf(table).reaches.find((reach) => reach.selection === selection)!;
  return { table, how, certain: answer === true && table.certain && table.certainlyProtectable };
}

function isTable({ rows }: Protectable): boolean {
  return rows.some(({ id }) => id === 'DYNAMODB');
}
