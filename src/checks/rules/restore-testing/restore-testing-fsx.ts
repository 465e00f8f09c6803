import { overridesOf, overridesProperty } from './overrides';
import { selectionLabel, selectionsIn } from './restore-tests';
import type { ResourceTypeCapability } from '../../../capabilities/resource-types';
import { type RestorableType, RESTORABLE_TYPES } from '../../../capabilities/restore-testing';
import { type BackupInventory, type Entity, type Protectable, sameArn, sameEnvironment } from '../../../inventory';
import { missingOverrides } from '../../../validation/restore-testing/restore-testing';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Level, type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { seenFrom } from '../../seen-from';
import { keyOfResource } from '../../subjects/selected';

export const restoreTestingFsx: Rule = {
  id: RuleId.RESTORE_TESTING_FSX,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A restore testing selection of FSx has the overrides that a restore requires.',
  why: 'AWS Backup cannot infer these overrides from the recovery point. It accepts the selection, and every restore fails.',
  fix: 'Set the overrides that this kind of file system requires. Use a separate selection for each kind.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html',
  evaluate: (inventory) => selectionsIn(inventory).filter(({ properties }) => properties.get('ProtectedResourceType').string() === 'FSx')
    .flatMap((selection) => outcomesOf(selection, inventory)),
};

function outcomesOf(selection: Entity, inventory: BackupInventory): Outcome[] {
  const [address, subject] = [at(selection.address, overridesProperty(selection)), selectionLabel(selection)];
  const overrides = overridesOf(selection);
  const doubt = unknown(address, `${subject}: whether 'RestoreMetadataOverrides' has what its file systems require is unknown.`);
  if (overrides === UNKNOWN) { return [doubt]; }
  const { named, level } = testedBy(selection, inventory);
  const found = named.flatMap((resource) => {
    const missing = new Set(resource.rows.flatMap((row) => restorable(row)).flatMap((type) => missingOverrides(type, overrides)));
    return resource.certainlyProtectable && resource.rows.length === 1 && missing.size > 0 ? [{ resource, missing: [...missing] }] : [];
  });
  if (found.length > 0) {
    return found.map(({ resource, missing }) => fault(address, new Problem('resource',
      `'RestoreMetadataOverrides' must have ${missing.map((key) => `'${key}'`).join(' and ')} to restore ${seenFrom(address, resource.address)} (${resource.rows[0].title}), got none. Add it.`, keyOfResource(resource, address)).of(subject), level));
  }
  const isOpen = named.length === 0 && RESTORABLE_TYPES.filter(({ resourceType }) => resourceType === 'FSx').some((type) => missingOverrides(type, overrides).length > 0);
  return isOpen ? [doubt] : [];
}

/** The file systems of the templates that the selection names by ARN. With `*`, those that are backed up might be restored. */
function testedBy({ properties, environment }: Entity, inventory: BackupInventory): { readonly named: Protectable[]; readonly level: Level } {
  const arns = itemsIn(properties.get('ProtectedResourceArns')).map((arn) => arn.text()).filter(isKnown);
  const fileSystems = inventory.protectables.filter(({ address }) => address.cfnType.startsWith('AWS::FSx::'));
  if (arns.length === 1 && arns[0].literal === '*' && properties.get('ProtectedResourceConditions').isPresent === false) {
    const backedUp = fileSystems.filter((resource) => sameEnvironment(resource.environment, environment) === true && inventory.coverageOf(resource).covered === 'yes');
    return { named: backedUp, level: 'warning' };
  }
  return { named: fileSystems.filter(({ arn }) => arns.some((text) => sameArn(text, arn) === true)), level: 'error' };
}

function restorable({ id }: ResourceTypeCapability): readonly RestorableType[] {
  return RESTORABLE_TYPES.filter(({ rows }) => (rows as readonly string[]).includes(id));
}
