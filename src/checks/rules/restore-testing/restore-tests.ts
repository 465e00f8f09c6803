import type { BackupInventory, Entity } from '../../../inventory';
import { nameOf } from '../../properties';

export function plansIn(inventory: BackupInventory): readonly Entity[] {
  return inventory.ofType('AWS::Backup::RestoreTestingPlan');
}

export function selectionsIn(inventory: BackupInventory): readonly Entity[] {
  return inventory.ofType('AWS::Backup::RestoreTestingSelection');
}

export function planLabel(plan: Entity): string {
  return `restore testing plan ${nameOf(plan, plan.properties.get('RestoreTestingPlanName').string())}`;
}

export function selectionLabel(selection: Entity): string {
  return `restore testing selection ${nameOf(selection, selection.properties.get('RestoreTestingSelectionName').string())}`;
}
