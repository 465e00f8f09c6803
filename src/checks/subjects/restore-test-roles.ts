import { type Address, type BackupInventory, type Entity, type Property, type Role, type Text, type Vault, isSameResource, sameEnvironment } from '../../inventory';
import { type Value, isKnown } from '../../values/unknown';
import { at } from '../at';
import { itemsIn, nameOf } from '../properties';

/** A selection, or a restore testing selection, that uses a key with its role. */
export interface KeyUser {
  /** For messages: `selection 'all'`. */
  readonly subject: string;
  /** Of the property that names the role. */
  readonly address: Address;
  /** The role, as the property names it. */
  readonly arn: Value<Text>;
  readonly role: Value<Role>;
}

/** The restore testing selections that certainly restore from a vault. */
export function restoreTestsOf(inventory: BackupInventory, vault: Vault): KeyUser[] {
  const plans = inventory.ofType('AWS::Backup::RestoreTestingPlan').filter((plan) => tests(plan, vault));
  return inventory.ofType('AWS::Backup::RestoreTestingSelection').filter((selection) => plans.some((plan) => isOfPlan(selection, plan))).map((selection) => {
    const property = selection.properties.get('IamRoleArn');
    return {
      subject: `restore testing selection ${nameOf(selection, selection.properties.get('RestoreTestingSelectionName').string())}`,
      address: at(selection.address, property),
      arn: property.text(),
      role: inventory.roleMeantBy(property, selection.environment),
    };
  });
}

function tests({ environment, properties }: Entity, vault: Vault): boolean {
  const points = properties.get('RecoveryPointSelection');
  return sameEnvironment(environment, vault.environment) === true && points.get('ExcludeVaults').isPresent === false
    && itemsIn(points.get('IncludeVaults')).some((item) => item.string() === '*' || names(item, vault));
}

function names(property: Property, { address, arn }: Vault): boolean {
  const text = property.text();
  return property.owner ? isSameResource(property.owner, address) : isKnown(text) && text.key !== undefined && text.key === arn.key;
}

function isOfPlan(selection: Entity, plan: Entity): boolean {
  const property = selection.properties.get('RestoreTestingPlanName');
  const name = property.string();
  return property.owner
    ? isSameResource(property.owner, plan.address)
    : isKnown(name) && name === plan.properties.get('RestoreTestingPlanName').string() && sameEnvironment(selection.environment, plan.environment) === true;
}
