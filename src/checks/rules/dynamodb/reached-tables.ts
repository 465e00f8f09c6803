import type { BackupInventory, Plan, Protectable, Selection } from '../../../inventory';
import { isKnown } from '../../../values/unknown';

/** A table that a plan backs up, or might back up. */
export interface ReachedTable {
  readonly table: Protectable;
  /** The part of a selection that selects the table. */
  readonly how: string;
  readonly certain: boolean;
}

type ReachedTables = ReadonlyMap<Plan, readonly ReachedTable[]>;

/** Shared by several rules. */
const known = new WeakMap<BackupInventory, ReachedTables>();

export function tablesOf(plan: Plan, inventory: BackupInventory): readonly ReachedTable[] {
  const tables = known.get(inventory) ?? tablesByPlan(inventory);
  known.set(inventory, tables);
  return tables.get(plan) ?? [];
}

function tablesByPlan(inventory: BackupInventory): ReachedTables {
  const byPlan = new Map<Plan, Map<Protectable, ReachedTable>>();
  for (const selection of inventory.selections) {
    if (!isKnown(selection.plan)) { continue; }
    const ofPlan = byPlan.get(selection.plan) ?? new Map<Protectable, ReachedTable>();
    byPlan.set(selection.plan, ofPlan);
    for (const table of inventory.resourcesOf(selection).filter(isTable)) {
      const reached = reachedBy(selection, table, inventory);
      if (!ofPlan.get(table)?.certain) { ofPlan.set(table, reached); }
    }
  }
  return new Map([...byPlan].map(([plan, tables]) => [plan, [...tables.values()]]));
}

function reachedBy(selection: Selection, table: Protectable, inventory: BackupInventory): ReachedTable {
  const { answer, how } = inventory.coverageOf(table).reaches.find((reach) => reach.selection === selection)!;
  return { table, how, certain: answer === true && table.certain && table.certainlyProtectable };
}

function isTable({ rows }: Protectable): boolean {
  return rows.some(({ id }) => id === 'DYNAMODB');
}
