import { type BackupInventory, type Protectable, resourceKey } from '../../../inventory';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { append } from '../../../values/append';
import { UNKNOWN } from '../../../values/unknown';

/** The replicas of global tables. Each has all data, so a backup of one replica is a backup of the table. */
export class OtherReplicas {
  private readonly byTable = new Map<string, Protectable[]>();

  constructor(private readonly inventory: BackupInventory) {
    for (const replica of inventory.protectables.filter(({ address }) => address.cfnType === 'AWS::DynamoDB::GlobalTable')) {
      const key = resourceKey(replica.address);
      append(this.byTable, key, replica);
    }
  }

  /** Whether another replica of the same table is in a plan. */
  public areCovered(replica: Protectable): Answer {
    const others = (this.byTable.get(resourceKey(replica.address)) ?? []).filter((other) => other !== replica);
    return anyOf(others.map((other) => {
      const { covered } = this.inventory.coverageOf(other);
      return covered === UNKNOWN ? UNKNOWN : allOf([covered === 'yes', other.certainlyProtectable || UNKNOWN]);
    }));
  }
}
