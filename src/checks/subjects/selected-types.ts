import { selectionsOf } from './selected';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import type { BackupInventory, Plan, Protectable, Selection, Text } from '../../inventory';
import { Arn } from '../../inventory/text/arn';
import { typesOfForm } from '../../validation/selection/arn-forms';
import { anyOf, hasItems } from '../../values/answer';
import { UNKNOWN, elementsOf, isKnown } from '../../values/unknown';

/** `any` if tags or `*` select resources of every type. */
export type SelectedTypes = readonly ResourceTypeCapability[] | 'any' | typeof UNKNOWN;

/** The types that the selections of a plan name by ARN, for resources inside and outside of the templates. */
export function selectedTypes(inventory: BackupInventory, plan: Plan): SelectedTypes {
  const each = selectionsOf(inventory, plan).map((selection) => typesOf(inventory, selection));
  if (each.includes('any')) { return 'any'; }
  return each.includes(UNKNOWN) ? UNKNOWN : [...new Set(each.flatMap((types) => types as readonly ResourceTypeCapability[]))];
}

/** A resource outside of the templates that a selection certainly selects. */
export interface NamedElsewhere {
  readonly arn: string;
  readonly selection: Selection;
  /** The types that it has or might have, by its ARN. */
  readonly rows: readonly ResourceTypeCapability[];
}

/** The resources that the selections of a plan name by ARNs without wildcards, without tags or conditions. */
export function namedElsewhere(inventory: BackupInventory, plan: Plan): readonly NamedElsewhere[] {
  return selectionsOf(inventory, plan)
    .filter(({ certain, listOfTags, notResources, conditions }) =>
      certain && anyOf([hasItems(listOfTags), hasItems(notResources), hasItems(conditions)]) === false)
    .flatMap((selection) => elementsOf(selection.resources)
      .filter((arn): arn is Text => isKnown(arn) && isExact(arn) && !ownOf(arn, inventory, selection))
      .map((arn) => ({ arn: arn.toString(), selection, rows: typesOfArn(arn, inventory, selection) })));
}

/** An ARN of a selection that names a type, and the types that it might mean. */
export interface NamedTypes {
  readonly arn: Text;
  readonly rows: readonly ResourceTypeCapability[];
  /** False if it has wildcards or unknown parts. */
  readonly isExact: boolean;
}

/** The types that a selection names by ARN. The resources of the templates that an ARN without wildcards names are left out. */
export function namedTypes(inventory: BackupInventory, selection: Selection): readonly NamedTypes[] {
  return (isKnown(selection.resources) ? selection.resources : [])
    .filter((arn): arn is Text => isKnown(arn) && new Arn(arn).namesType && !ownOf(arn, inventory, selection))
    .map((arn) => ({ arn, rows: typesOfArn(arn, inventory, selection), isExact: isExact(arn) }));
}

function isExact(text: Text): boolean {
  const arn = new Arn(text);
  return arn.service !== undefined && arn.isLiteral && !/[*?]/.test(arn.body);
}

/** The types that a selection names by ARN, see `selectedTypes`. */
export function typesOf(inventory: BackupInventory, selection: Selection): SelectedTypes {
  const { resources, listOfTags } = selection;
  if (isKnown(listOfTags) && listOfTags.length > 0) { return 'any'; }
  if (resources === UNKNOWN || listOfTags === UNKNOWN) { return UNKNOWN; }
  if (resources === undefined || resources.length === 0) { return 'any'; }
  if (resources.some((arn) => isKnown(arn) && arn.literal === '*')) { return 'any'; }
  const each = resources.map((arn) => (isKnown(arn) ? typesOfArn(arn, inventory, selection) : []));
  // An ARN of an unknown form might be of any type
  return each.some((types) => types.length === 0) ? UNKNOWN : each.flat();
}

/** For a resource of the templates, its possible types. For another resource, the types whose ARN form matches. */
function typesOfArn(arn: Text, inventory: BackupInventory, selection: Selection): readonly ResourceTypeCapability[] {
  return ownOf(arn, inventory, selection)?.rows ?? typesOfForm(new Arn(arn).body);
}

function ownOf(arn: Text, inventory: BackupInventory, selection: Selection): Protectable | undefined {
  return inventory.resourcesOf(selection).find((resource) => resource.arn.key !== undefined && resource.arn.key === arn.key);
}

/** For messages: the names of the types. */
export function typesLabel(types: readonly ResourceTypeCapability[]): string {
  return [...new Set(types.map(({ resourceType }) => resourceType))].sort().join(', ');
}
