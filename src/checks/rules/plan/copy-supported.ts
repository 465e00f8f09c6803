import { certainlyMissingIn } from '../../../capabilities/region-exceptions';
import { type Feature, type ResourceTypeCapability, type ResourceTypeId, certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, CopyAction, Plan } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN, elementsOf, isKnown } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { copyLabel } from '../../subjects/lifecycles';
import { isDeliberate } from '../../subjects/named';
import { type Selected, keyOfResource, resourceLabel, selectedBy } from '../../subjects/selected';
import { type NamedElsewhere, type SelectedTypes, namedElsewhere, selectedTypes, typesLabel } from '../../subjects/selected-types';

export const copySupported: Rule = {
  id: RuleId.COPY_SUPPORTED,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A rule copies only resources that AWS Backup can copy.',
  why: 'The backup job succeeds, and the copy job always fails, so some resources have no copy. The finding is a warning if \'*\' selects the '
    + 'resource without a tag condition. Other rules report DynamoDB tables.',
  fix: 'Select the resource for a plan without these copies, and protect it in another way.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  evaluate: (inventory) => inventory.plans.flatMap((plan) => ofPlan(plan, inventory)),
};

function ofPlan(plan: Plan, inventory: BackupInventory): Outcome[] {
  const copies = isKnown(plan.rules) ? plan.rules.flatMap((rule) => elementsOf(rule.copies)) : [];
  if (copies.length === 0) { return []; }
  const suspects = selectedBy(inventory, plan).filter(({ resource: { rows } }) => !rows.some(({ resourceType }) => resourceType === 'DynamoDB'));
  const types = selectedTypes(inventory, plan);
  const elsewhere = namedElsewhere(inventory, plan);
  return copies.flatMap((copy) => {
    const outcomes = [...suspects.flatMap((suspect) => ofResource(copy, suspect)), ...elsewhere.flatMap((named) => ofNamed(copy, named))];
    return outcomes.length > 0 ? outcomes : ofTypes(copy, types, inventory);
  });
}

function ofNamed(copy: CopyAction, { arn, selection, rows }: NamedElsewhere): Outcome[] {
  return rows.length > 0 && rows.every((row) => row.resourceType !== 'DynamoDB' && lacks(row, copy))
    ? [fault(copy.address, new Problem('arn', `${copyLabel(copy)}: the copy must not include '${arn}', which selection ${selection.label} names. `
      + `AWS Backup creates no ${wayOf(copy)} of ${typesLabel(rows)}. Select it for a plan without this copy.`, arn))]
    : [];
}

/** Resources that are named by ARN and that no template contains. */
function ofTypes(copy: CopyAction, types: SelectedTypes, inventory: BackupInventory): Outcome[] {
  if (types === 'any' || types === UNKNOWN || types.length === 0 || !types.every((row) => row.resourceType !== 'DynamoDB' && lacks(row, copy))) { return []; }
  return inventory.mayHaveMoreIn(copy.rule.plan.environment)
    ? [unknown(copy.address, `${copyLabel(copy)}: whether plan ${copy.rule.plan.label} selects types other than ${typesLabel(types)}, which AWS Backup cannot copy there, is unknown.`)]
    : [fault(copy.address, new Problem('types', `${copyLabel(copy)}: the copy must not include only ${typesLabel(types)}, which plan ${copy.rule.plan.label} selects. `
      + `AWS Backup creates no ${wayOf(copy)} of these types. Leave the copy out.`))];
}

function ofResource(copy: CopyAction, { resource, reach }: Selected): Outcome[] {
  const { answer, how, selection } = reach;
  const lacking = resource.rows.filter((row) => lacks(row, copy));
  if (lacking.length === 0) { return []; }
  const what = `${resourceLabel(resource, copy.address)}, which selection ${selection.label} selects ${how}`;
  if (lacking.length < resource.rows.length || answer !== true) {
    return [unknown(copy.address, `${copyLabel(copy)}: whether it includes ${what}, and cannot copy it, is unknown.`, keyOfResource(resource, copy.address))];
  }
  const message = `${copyLabel(copy)}: the copy must not include ${what}. AWS Backup creates no ${wayOf(copy)} of this type (${lacking[0].title}). `
    + 'Select it for a plan without this copy.';
  return [fault(copy.address, new Problem('resource', message, keyOfResource(resource, copy.address)), isDeliberate(reach) ? undefined : 'warning')];
}

/** A type without cross-Region and cross-account copies has no copies at all. */
function lacks(row: ResourceTypeCapability, { crossRegion, crossAccount, rule: { plan: { environment: { region } } } }: CopyAction): boolean {
  const missing = (feature: Feature) => certainlyLacks(row, feature)
    || (isKnown(region) && certainlyMissingIn(region, feature as 'crossRegionCopy' | 'crossAccountCopy', row.id as ResourceTypeId));
  const needed: Feature[] = [...crossRegion === true ? ['crossRegionCopy' as const] : [], ...crossAccount === true ? ['crossAccountCopy' as const] : []];
  return needed.some(missing) || (certainlyLacks(row, 'crossRegionCopy') && certainlyLacks(row, 'crossAccountCopy'));
}

function wayOf({ crossRegion, crossAccount }: CopyAction): string {
  const ways = [...crossRegion === true ? ['cross-Region'] : [], ...crossAccount === true ? ['cross-account'] : []];
  return [ways.join(' and '), 'copies'].filter((word) => word !== '').join(' ');
}
