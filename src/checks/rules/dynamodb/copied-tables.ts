import { type AdvancedFeature, withoutAdvancedFeatures } from './advanced-features';
import { tablesOf } from './reached-tables';
import type { BackupInventory, PlanRule } from '../../../inventory';
import { UNKNOWN, elementsOf } from '../../../values/unknown';
import { at } from '../../at';
import type { CheckOptions } from '../../check-options';
import type { Outcome } from '../../rule';

/** One for each rule with such copies. */
export function copiedTables(inventory: BackupInventory, options: CheckOptions, crossing: 'crossRegion' | 'crossAccount'): Outcome[] {
  const place = crossing === 'crossRegion' ? 'Region' : 'account';
  return inventory.rules.flatMap((rule) => withoutAdvancedFeatures({
    ...firstCopy(rule, crossing),
    subject: `rule ${rule.label} copies to another ${place} and selects`,
    consequence: 'AWS Backup does not copy tables',
    otherwise: 'or select tables for a plan without these copies',
    tables: () => tablesOf(rule.plan, inventory),
    level: 'error',
  }, options));
}

function firstCopy({ copies, address, properties }: PlanRule, crossing: 'crossRegion' | 'crossAccount'): Pick<AdvancedFeature, 'address' | 'applies'> {
  const list = elementsOf(copies);
  const copy = list.find((each) => each[crossing] === true) ?? list.find((each) => each[crossing] === UNKNOWN);
  return copy
    ? { address: at(copy.address, copy.properties.get('DestinationBackupVaultArn')), applies: copy[crossing] }
    : { address: at(address, properties.get('CopyActions')), applies: copies === UNKNOWN ? UNKNOWN : false };
}
