import { selectionsOf } from './taken';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import { RESOURCE_TYPES } from '../../capabilities/resource-types';
import type { BackupInventory, Plan, Selection, Text } from '../../inventory';
import { UNKNOWN, isKnown } from '../../private/unknown';

/** `any` where tags or `*` take resources of every type. */
export type SelectedTypes = readonly ResourceTypeCapability[] | 'any' | typeof UNKNOWN;

/** The types that the selections of a plan name by ARN: resources of the templates, and of others. */
export function selectedTypes(inventory: BackupInventory, plan: Plan): SelectedTypes {
  const each = selectionsOf(inventory, plan).map((selection) => typesOf(inventory, selection));
  if (each.includes('any')) { return 'any'; }
  return each.includes(UNKNOWN) ? UNKNOWN : [...new Set(each.flatMap((types) => types as readonly ResourceTypeCapability[]))];
}

function typesOf(inventory: BackupInventory, selection: Selection): SelectedTypes {
  const { resources, listOfTags } = selection;
  if (isKnown(listOfTags) && listOfTags.length > 0) { return 'any'; }
  if (resources === UNKNOWN || listOfTags === UNKNOWN) { return UNKNOWN; }
  if (resources === undefined || resources.length === 0) { return 'any'; }
  if (resources.some((arn) => isKnown(arn) && arn.literal === '*')) { return 'any'; }
  const each = resources.map((arn) => (isKnown(arn) ? typesOfArn(arn, inventory, selection) : []));
  // an ARN that is no type's may be anything
  return each.some((types) => types.length === 0) ? UNKNOWN : each.flat();
}

/** Of a resource of the templates those that it is or may be of, of another those that its ARN has the form of. */
function typesOfArn(arn: Text, inventory: BackupInventory, selection: Selection): readonly ResourceTypeCapability[] {
  const own = inventory.takenBy(selection).find((resource) => resource.arn.key !== undefined && resource.arn.key === arn.key);
  if (own) { return own.rows; }
  return RESOURCE_TYPES.filter((row) => hasForm(arn, row.selectionArn));
}

/** Up to the first wildcard in the resource part, on either side. */
function hasForm(arn: Text, form: string): boolean {
  const [service, , , ...type] = form.split(':');
  const [, , ownService, , , ...own] = arn.encoded.split(':');
  if (ownService !== service) { return false; }
  const [typeStart, ownStart] = [type, own].map((parts) => parts.join(':').split('*')[0]);
  return typeStart.startsWith(ownStart) || ownStart.startsWith(typeStart);
}

/** For messages. */
export function typesInWords(types: readonly ResourceTypeCapability[]): string {
  return [...new Set(types.map(({ resourceType }) => resourceType))].sort().join(', ');
}
