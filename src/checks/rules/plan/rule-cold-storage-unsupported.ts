import { type ResourceTypeCapability, certainlyLacks } from '../../../capabilities/resource-types';
import type { BackupInventory, Plan } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type Stated, LIFECYCLE_PATHS, statedLifecycles } from '../../subjects/lifecycles';
import { type SelectedTypes, selectedTypes, typesLabel } from '../../subjects/selected-types';

const COLD = LIFECYCLE_PATHS.moveToColdStorageAfter;

export const ruleColdStorageUnsupported: Rule = {
  id: RuleId.RULE_COLD_STORAGE_UNSUPPORTED,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A rule with a move to cold storage selects at least one type that supports it.',
  why: 'AWS Backup ignores the move without an error. The recovery points stay in warm storage, for up to five times the price.',
  fix: 'Leave out cold storage, or turn on the archive for EBS snapshots.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  evaluate: (inventory) => {
    const types = new Map<Plan, SelectedTypes>();
    return statedLifecycles(inventory).filter(({ lifecycle }) => lifecycle.moveToColdStorageAfter !== undefined)
      .flatMap((stated) => outcomesOf(stated, typesOf(stated.rule.plan, inventory, types), inventory));
  },
};

function typesOf(plan: Plan, inventory: BackupInventory, known: Map<Plan, SelectedTypes>): SelectedTypes {
  const types = known.get(plan) ?? selectedTypes(inventory, plan);
  known.set(plan, types);
  return types;
}

function outcomesOf({ address, lifecycle, label, rule: { plan } }: Stated, types: SelectedTypes, inventory: BackupInventory): Outcome[] {
  const place = below(address, COLD);
  const doubt = unknown(place, `${label}: the resources to move to cold storage are unknown.`);
  if (types === UNKNOWN) { return [doubt]; }
  if (types === 'any' || types.length === 0 || !types.every((row) => certainlyLacks(row, 'coldStorage') || isUnarchived(row, lifecycle.optInToArchive))) { return []; }
  if (inventory.mayHaveMoreIn(plan.environment)) { return [doubt]; }
  const archive = types.some(({ id }) => id === 'EBS') ? 'Leave it out, or set \'Lifecycle.OptInToArchiveForSupportedResources\' for EBS.' : 'Leave it out.';
  return [fault(place, new Problem('types', `${label}: '${COLD}' has no effect on the types that the plan selects (${typesLabel(types)}), which have no cold storage. ${archive}`))];
}

/** EBS has an archive, which the lifecycle must opt in to. */
function isUnarchived({ id }: ResourceTypeCapability, optIn: unknown): boolean {
  return id === 'EBS' && (optIn === undefined || optIn === false);
}
