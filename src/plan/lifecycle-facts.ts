import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { TierSpec } from './tier-spec';
import { inDays, type Measure } from '../cdk/measures';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import type { Problem } from '../values/problem';

export const LIFECYCLE_NAMES = { deleteAfter: 'retention', moveToColdStorageAfter: 'moveToColdStorageAfter' };

export interface ReadLifecycle {
  readonly days: LifecycleDays;
  /** Durations that are not whole days. */
  readonly problems: readonly Problem[];
  render(): CfnBackupPlan.LifecycleResourceTypeProperty | undefined;
}

export function readLifecycle(spec: Pick<TierSpec, 'retention' | 'moveToColdStorageAfter' | 'archiveEbsSnapshots'>): ReadLifecycle {
  const problems: Problem[] = [];
  const deleteAfter = inDays(LIFECYCLE_NAMES.deleteAfter, spec.retention, problems);
  const cold = inDays(LIFECYCLE_NAMES.moveToColdStorageAfter, spec.moveToColdStorageAfter, problems);
  return {
    days: { deleteAfter: deleteAfter.value, moveToColdStorageAfter: cold.value },
    problems,
    render: () => renderLifecycle(deleteAfter, cold, spec.archiveEbsSnapshots),
  };
}

/** The opt-in is written only if it is true: Regions without the EBS archive reject even `false`. */
function renderLifecycle(deleteAfter: Measure, cold: Measure, archive?: boolean): CfnBackupPlan.LifecycleResourceTypeProperty | undefined {
  if (deleteAfter.rendered === undefined && cold.rendered === undefined && !archive) { return undefined; }
  return {
    deleteAfterDays: deleteAfter.rendered,
    moveToColdStorageAfterDays: cold.rendered,
    optInToArchiveForSupportedResources: archive ? true : undefined,
  };
}
