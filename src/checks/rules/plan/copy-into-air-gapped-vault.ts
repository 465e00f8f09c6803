import { type ResourceTypeCapability, certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, CopyAction, Plan, Protectable } from '../../../inventory';
import { isRefusedByAirGappedVaults, isRefusedUnencrypted } from '../../../validation/vault/air-gapped-vaults';
import { type Answer, allOf, anyOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, elementsOf, isKnown } from '../../../values/unknown';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { copyLabel } from '../../subjects/lifecycles';
import { isDeliberate } from '../../subjects/named';
import { type Selected, keyOfResource, resourceLabel, selectedBy, someLabel } from '../../subjects/selected';
import { type SelectedTypes, selectedTypes, typesLabel } from '../../subjects/selected-types';

export const copyIntoAirGappedVault: Rule = {
  id: RuleId.COPY_INTO_AIR_GAPPED_VAULT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Every resource that is copied into a logically air-gapped vault is of a type that the vault accepts.',
  why: 'The backup job succeeds, and the copy job always fails. These vaults accept no RDS instances, OpenZFS file systems, SAP HANA databases, or CloudFormation stacks, and no '
    + 'unencrypted clusters of Aurora, DocumentDB, or Neptune. The finding is a warning if \'*\' selects the resource without a tag condition.',
  fix: 'Select the resource for a plan that copies into a standard vault, or encrypt the cluster.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  evaluate: (inventory) => inventory.plans.flatMap((plan) => ofPlan(plan, inventory)),
};

function ofPlan(plan: Plan, inventory: BackupInventory): Outcome[] {
  const copies = isKnown(plan.rules) ? plan.rules.flatMap((rule) => elementsOf(rule.copies)) : [];
  const open = copies.filter(({ destination }) => destination.vault?.kind !== 'standard' && destination.text !== undefined);
  if (open.length === 0) { return []; }
  const selected = selectedBy(inventory, plan);
  const types = selectedTypes(inventory, plan);
  return open.flatMap((copy) => {
    if (!copy.destination.vault) { return ofVaultElsewhere(copy, selected); }
    const outcomes = selected.flatMap((each) => ofResource(copy, each));
    return outcomes.length > 0 ? outcomes : ofTypes(copy, types, inventory);
  });
}

/** A vault that no template contains can be of either kind: one doubt, however many resources there are. */
function ofVaultElsewhere(copy: CopyAction, selected: readonly Selected[]): Outcome[] {
  const suspects = selected.map(({ resource }) => resource).filter((resource) => refusalOf(resource, copy).answer !== false)
    .map((resource) => resourceLabel(resource, copy.address));
  return suspects.length === 0
    ? []
    : [unknown(copy.address, `${copyLabel(copy)}: whether it goes into a logically air-gapped vault, which might not accept ${someLabel(suspects)}, is unknown.`)];
}

function ofResource(copy: CopyAction, { resource, reach }: Selected): Outcome[] {
  const { answer, unencrypted } = refusalOf(resource, copy);
  if (answer === false) { return []; }
  const what = `${resourceLabel(resource, copy.address)}, which selection ${reach.selection.label} selects ${reach.how}`;
  if (allOf([reach.answer, resource.certain || UNKNOWN, answer]) !== true) {
    return [unknown(copy.address, `${copyLabel(copy)}: whether it goes into a logically air-gapped vault that does not accept ${what}, is unknown.`, keyOfResource(resource, copy.address))];
  }
  const why = unencrypted === true
    ? 'The vault accepts no unencrypted cluster. Encrypt the cluster, or select it for a plan without this copy.'
    : `The vault does not accept this type (${resource.rows[0].title}). Select it for a plan without this copy.`;
  const message = `${copyLabel(copy)}, which is logically air-gapped: the copy must not include ${what}. ${why}`;
  return [fault(copy.address, new Problem('resource', message, keyOfResource(resource, copy.address)), isDeliberate(reach) ? undefined : 'warning')];
}

/** Whether a logically air-gapped vault rejects the resource: for its type, or because it is unencrypted. */
function refusalOf({ rows, encryption }: Protectable, copy: CopyAction): { readonly answer: Answer; readonly unencrypted: Answer } {
  const refused = agreed(rows.map((row) => isRefused(row, copy)));
  const unencrypted = agreed(rows.map((row) => isRefusedUnencrypted(row, encryption.encrypted)));
  return { answer: anyOf([refused, unencrypted]), unencrypted };
}

/** The result for each type that the resource might have. */
function agreed(answers: readonly Answer[]): Answer {
  return answers.every((answer) => answer === answers[0]) ? answers[0] : UNKNOWN;
}

/** Resources that are named by ARN and that no template contains. */
function ofTypes(copy: CopyAction, types: SelectedTypes, inventory: BackupInventory): Outcome[] {
  if (types === 'any' || types === UNKNOWN || types.length === 0 || !types.every((row) => isRefused(row, copy))) { return []; }
  return inventory.mayHaveMoreIn(copy.rule.plan.environment)
    ? [unknown(copy.address, `${copyLabel(copy)}, which is logically air-gapped: whether plan ${copy.rule.plan.label} selects types other than ${typesLabel(types)}, `
      + 'which the vault does not accept, is unknown.')]
    : [fault(copy.address, new Problem('types', `${copyLabel(copy)}, which is logically air-gapped: the copy must not include only ${typesLabel(types)}, which plan `
      + `${copy.rule.plan.label} selects. The vault does not accept these types. Leave the copy out.`))];
}

/** Other rules report types without copies, and tables. */
function isRefused(row: ResourceTypeCapability, { destination }: CopyAction): boolean {
  const hasCopies = !certainlyLacks(row, 'crossRegionCopy') || !certainlyLacks(row, 'crossAccountCopy');
  return hasCopies && row.resourceType !== 'DynamoDB' && isRefusedByAirGappedVaults(row, destination.region);
}
