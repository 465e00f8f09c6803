import type { ResourceTypeCapability } from '../../../capabilities/resource-types';
import { certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, CopyAction, Plan, Protectable } from '../../../inventory';
import { isRefusedByAirGappedVaults, isRefusedUnencrypted } from '../../../validation/vault/air-gapped-vaults';
import type { Answer } from '../../../values/answer';
import { allOf, anyOf } from '../../../values/answer';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { copyInWords } from '../../subjects/lifecycles';
import { isDeliberate } from '../../subjects/named';
import type { SelectedTypes } from '../../subjects/selected-types';
import { selectedTypes, typesInWords } from '../../subjects/selected-types';
import type { Taken } from '../../subjects/taken';
import { resourceInWords, someInWords, takenBy } from '../../subjects/taken';

export const copyIntoAirGappedVault: Rule = {
  id: RuleId.COPY_INTO_AIR_GAPPED_VAULT,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'What is copied into a logically air-gapped vault is something that such a vault takes.',
  why: 'The backup is made and its copy never is. Such vaults take no instances of RDS, no OpenZFS, SAP HANA or stacks, and no unencrypted clusters of Aurora, DocumentDB '
    + 'or Neptune. A warning where \'*\' takes the resource and no tag is asked for.',
  fix: 'Take the resource by a plan that copies into a standard vault, or encrypt the cluster.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
  evaluate: (inventory) => inventory.plans.flatMap((plan) => ofPlan(plan, inventory)),
};

function ofPlan(plan: Plan, inventory: BackupInventory): Outcome[] {
  const copies = isKnown(plan.rules) ? plan.rules.flatMap((rule) => (isKnown(rule.copies) ? rule.copies : [])) : [];
  const open = copies.filter(({ destination }) => destination.vault?.kind !== 'standard' && destination.text !== undefined);
  if (open.length === 0) { return []; }
  const taken = takenBy(inventory, plan);
  const types = selectedTypes(inventory, plan);
  return open.flatMap((copy) => {
    if (!copy.destination.vault) { return ofVaultElsewhere(copy, taken); }
    const outcomes = taken.flatMap((each) => ofResource(copy, each));
    return outcomes.length > 0 ? outcomes : ofTypes(copy, types);
  });
}

/** A vault that is in none of the templates may be of either kind: one doubt, however many resources there are. */
function ofVaultElsewhere(copy: CopyAction, taken: readonly Taken[]): Outcome[] {
  const suspects = taken.map(({ resource }) => resource).filter((resource) => refusalOf(resource, copy).answer !== false)
    .map((resource) => resourceInWords(resource, copy.address));
  return suspects.length === 0
    ? []
    : [unknown(copy.address, `${copyInWords(copy)}: whether it goes into a logically air-gapped vault, which may not take ${someInWords(suspects)}, cannot be known`)];
}

function ofResource(copy: CopyAction, { resource, reach }: Taken): Outcome[] {
  const { answer, unencrypted } = refusalOf(resource, copy);
  if (answer === false) { return []; }
  const what = `${resourceInWords(resource, copy.address)}, which selection ${reach.selection.inWords} takes ${reach.how}`;
  if (allOf([reach.answer, resource.certain || UNKNOWN, answer]) !== true) {
    return [unknown(copy.address, `${copyInWords(copy)}: whether it goes into a logically air-gapped vault that does not take ${what}, cannot be known`)];
  }
  const why = unencrypted === true
    ? 'it takes no unencrypted cluster; encrypt the cluster, or take it by a plan without this copy'
    : `it takes nothing of its kind (${resource.rows[0].title}); take it by a plan without this copy`;
  return [fault(copy.address, `${copyInWords(copy)}, which is logically air-gapped, cannot be made of ${what}: ${why}`, isDeliberate(reach) ? undefined : 'warning')];
}

/** Whether a logically air-gapped vault refuses the resource: for its kind, or since it is unencrypted. */
function refusalOf({ rows, encryption }: Protectable, copy: CopyAction): { readonly answer: Answer; readonly unencrypted: Answer } {
  const refused = agreed(rows.map((row) => isRefused(row, copy)));
  const unencrypted = agreed(rows.map((row) => isRefusedUnencrypted(row, encryption.encrypted)));
  return { answer: anyOf([refused, unencrypted]), unencrypted };
}

/** What holds for each kind that the resource may be of. */
function agreed(answers: readonly Answer[]): Answer {
  return answers.every((answer) => answer === answers[0]) ? answers[0] : UNKNOWN;
}

/** Resources that are named by ARN and are in none of the templates. */
function ofTypes(copy: CopyAction, types: SelectedTypes): Outcome[] {
  return types !== 'any' && types !== UNKNOWN && types.length > 0 && types.every((row) => isRefused(row, copy))
    ? [fault(copy.address, `${copyInWords(copy)}, which is logically air-gapped, cannot be made of what plan ${copy.rule.plan.inWords} takes: `
      + `it takes no ${typesInWords(types)}; leave the copy out`)]
    : [];
}

/** Of what has no copies at all, and of tables, other rules speak. */
function isRefused(row: ResourceTypeCapability, { destination }: CopyAction): boolean {
  const hasCopies = !certainlyLacks(row, 'crossRegionCopy') || !certainlyLacks(row, 'crossAccountCopy');
  return hasCopies && row.resourceType !== 'DynamoDB' && isRefusedByAirGappedVaults(row, destination.region);
}
