import { roleActionsOf } from './role-permissions';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import { type RoleAction, CROSS_ACCOUNT_COPY_ACTIONS, INSTANCE_PROFILE_ACTION, RECOVERY_POINT_TAG_ACTION } from '../../capabilities/role-actions';
import { ROLE_POLICIES } from '../../capabilities/role-policies';
import { ALL_TYPES } from '../../capabilities/scans';
import { isVerified } from '../../capabilities/source';

/** Which jobs the rules of a plan certainly start, and which ones a selection is meant for. */
export interface PlanJobs {
  /** Backups by a rule that is not continuous. */
  readonly snapshots: boolean;
  readonly continuous: boolean;
  readonly copies: boolean;
  readonly copiesToAnotherAccount: boolean;
  /** Moves to cold storage of types that need the opt-in to the archive. */
  readonly archives: boolean;
  /** Indexes of EBS. An index of S3 needs no permissions. */
  readonly indexes: boolean;
  /** Whether a rule adds tags to recovery points. */
  readonly tags: boolean;
  /** The types whose recovery points are scanned for malware, in the words of the API. */
  readonly scans: readonly string[];
  readonly restores: boolean;
}

/** Jobs of one kind, and the actions that they need for a resource of a type. */
export interface Jobs {
  readonly kind: string;
  /** In words. */
  readonly what: string;
  readonly of: (row: ResourceTypeCapability) => readonly RoleAction[];
  /** Whether the jobs certainly fail without the actions. */
  readonly certain: boolean;
  /** The AWS managed policies for the jobs: for buckets, and for other types. */
  readonly policies: readonly [buckets: string, others: string];
}

const { backup: BACKUP, backupOfBuckets, indexing, scanning, restore: RESTORE, restoreOfBuckets } = ROLE_POLICIES;
const BACKUPS = { policies: [backupOfBuckets, BACKUP] } as const;
const RESTORES = { policies: [restoreOfBuckets, RESTORE] } as const;

export function jobsOf({ snapshots, continuous, copies, archives, indexes, tags, scans, restores }: PlanJobs): Jobs[] {
  return [
    { ...BACKUPS, kind: 'backup', what: 'backups', of: (row) => backupActions(row, snapshots).filter(isVerified), certain: true },
    { ...BACKUPS, kind: 'backup', what: 'backups', of: (row) => roleActionsOf(row).backup.filter((action) => !isVerified(action)), certain: false },
    ...continuous ? [uncertain('continuous', 'continuous backups', (row) => roleActionsOf(row).continuous)] : [],
    ...copies ? [uncertain('copy', 'copies', (row) => roleActionsOf(row).copy)] : [],
    ...archives ? [uncertain('archive', 'moves to cold storage', (row) => roleActionsOf(row).coldStorage)] : [],
    // A recovery point in an air-gapped vault has no index
    ...indexes ? [{ ...uncertain('index', 'indexes', (row) => roleActionsOf(row).index), policies: [indexing, indexing] } as const] : [],
    ...tags ? [uncertain('tags', 'tags of recovery points', tagActions)] : [],
    ...scans.length > 0 ? [{ ...uncertain('scan', 'scans', (row) => (isScanned(row, scans) ? roleActionsOf(row).scan : [])), policies: [scanning, scanning] } as const] : [],
    ...restores ? restoreJobs() : [],
  ];
}

/** A restore to an existing resource needs less, and AWS Backup can restore an instance without its profile. */
function restoreJobs(): Jobs[] {
  return [
    { ...RESTORES, kind: 'restore', what: 'restores', of: (row) => roleActionsOf(row).restore, certain: true },
    { ...RESTORES, kind: 'restore-to-new', what: 'restores to a new resource', of: (row) => roleActionsOf(row).restoreToNew, certain: false },
    {
      ...RESTORES,
      kind: 'instance-profile',
      what: 'restores with an instance profile',
      of: ({ resourceType }) => (resourceType === 'EC2' ? [INSTANCE_PROFILE_ACTION.action] : []),
      certain: false,
    },
  ];
}

function uncertain(kind: string, what: string, of: Jobs['of']): Jobs {
  return { ...BACKUPS, kind, what, of, certain: false };
}

function backupActions(row: ResourceTypeCapability, snapshots: boolean): readonly RoleAction[] {
  const { backup, snapshot } = roleActionsOf(row);
  return [...backup, ...snapshots ? snapshot : []];
}

function tagActions({ features }: ResourceTypeCapability): readonly RoleAction[] {
  const { supported, certainty } = features.fullManagement;
  return supported === true && certainty === 'verified' ? [RECOVERY_POINT_TAG_ACTION.action] : [];
}

function isScanned({ resourceType }: ResourceTypeCapability, scans: readonly string[]): boolean {
  return scans.includes(resourceType) || scans.includes(ALL_TYPES);
}

/** The AWS managed policy that allows what the jobs need for types of resources. */
export function policyFor({ policies: [buckets, others] }: Jobs, types: readonly ResourceTypeCapability[]): string {
  return types.every(({ id }) => id === 'S3') ? buckets : others;
}

/** What copies to another account need for every type. */
export const COPIES_TO_ANOTHER_ACCOUNT = { kind: 'cross-account-copy', what: 'copies to another account', actions: CROSS_ACCOUNT_COPY_ACTIONS.actions } as const;

/** Distinguishes jobs of a kind for some types. */
export function entryOf(kind: string, types: readonly ResourceTypeCapability[]): string {
  return [kind, ...types.map(({ id }) => id).sort()].join(' ');
}
