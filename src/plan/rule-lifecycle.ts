import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { TierSpec } from './tier-spec';
import { inDays } from '../cdk/measures';
import type { Measure } from '../cdk/measures';
import type { LifecycleDays } from '../validation/plan/lifecycle';

export const LIFECYCLE_NAMES = { deleteAfter: 'retention', moveToColdStorageAfter: 'moveToColdStorageAfter' };

/** Advice on a rule, under the id that users acknowledge it by. */
export interface Warning {
  readonly id: string;
  readonly message: string;
}

export interface ReadLifecycle {
  readonly days: LifecycleDays;
  render(): CfnBackupPlan.LifecycleResourceTypeProperty | undefined;
}

export function readLifecycle(spec: Pick<TierSpec, 'retention' | 'moveToColdStorageAfter' | 'archiveEbsSnapshots'>, problems: string[]): ReadLifecycle {
  const deleteAfter = inDays(LIFECYCLE_NAMES.deleteAfter, spec.retention, problems);
  const cold = inDays(LIFECYCLE_NAMES.moveToColdStorageAfter, spec.moveToColdStorageAfter, problems);
  return {
    days: { deleteAfter: deleteAfter.value, moveToColdStorageAfter: cold.value },
    render: () => renderLifecycle(deleteAfter, cold, spec.archiveEbsSnapshots),
  };
}

/** The opt-in is left out unless it is true: where there is no EBS archive, even `false` is refused. */
function renderLifecycle(deleteAfter: Measure, cold: Measure, archive?: boolean): CfnBackupPlan.LifecycleResourceTypeProperty | undefined {
  if (deleteAfter.rendered === undefined && cold.rendered === undefined && !archive) { return undefined; }
  return {
    deleteAfterDays: deleteAfter.rendered,
    moveToColdStorageAfterDays: cold.rendered,
    optInToArchiveForSupportedResources: archive ? true : undefined,
  };
}

export function keptForEver(vaultInWords: string): Warning {
  return {
    id: 'keptForEver',
    message: `'retention' is left out, and the vault ${vaultInWords} has a compliance lock: the recovery points can never be deleted, by anyone; give one unless you mean that`,
  };
}
