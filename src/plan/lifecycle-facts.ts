import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { TierSpec } from './tier-spec';
import { inDays, type Measure } from '../cdk/measures';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import type { Problem } from '../values/problem';

export const LIFECYCLE_NAMES = { deleteAfter: 'retention', moveToColdStorageAfter: 'moveToColdStorageAfter' };

/** A lifecycle as it is checked. */
export interface LifecycleFacts {
  readonly days: LifecycleDays;
  readonly deleteAfter: Measure;
  readonly moveToColdStorageAfter: Measure;
  readonly archive?: boolean;
}

export function readLifecycle(spec: Pick<TierSpec, 'retention' | 'moveToColdStorageAfter' | 'archiveEbsSnapshots'>): LifecycleFacts {
  const deleteAfter = inDays(LIFECYCLE_NAMES.deleteAfter, spec.retention);
  const moveToColdStorageAfter = inDays(LIFECYCLE_NAMES.moveToColdStorageAfter, spec.moveToColdStorageAfter);
  return {
    days: { deleteAfter: deleteAfter.value, moveToColdStorageAfter: moveToColdStorageAfter.value },
    deleteAfter,
    moveToColdStorageAfter,
    archive: spec.archiveEbsSnapshots,
  };
}

/** Durations that are not whole days. */
export function unreadableDays({ deleteAfter, moveToColdStorageAfter }: LifecycleFacts): Problem[] {
  return [...deleteAfter.problems, ...moveToColdStorageAfter.problems];
}

/** The opt-in is written only if it is true: Regions without the EBS archive reject even `false`. */
export function renderLifecycle(facts: LifecycleFacts): CfnBackupPlan.LifecycleResourceTypeProperty | undefined {
  const { deleteAfter, moveToColdStorageAfter: cold, archive } = facts;
  if (deleteAfter.rendered === undefined && cold.rendered === undefined && !archive) { return undefined; }
  return {
    deleteAfterDays: deleteAfter.rendered,
    moveToColdStorageAfterDays: cold.rendered,
    optInToArchiveForSupportedResources: archive ? true : undefined,
  };
}
