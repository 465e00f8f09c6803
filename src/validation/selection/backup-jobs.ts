import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import { type RoleAction, type RoleActions, CROSS_ACCOUNT_COPY_ACTIONS } from '../../capabilities/role-actions';
import { ROLE_POLICIES } from '../../capabilities/role-policies';

/** Which jobs the rules of a plan certainly start. */
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
}

/** Jobs of one kind, and the actions that they need for a resource of a type. */
export interface Jobs {
  readonly kind: string;
  /** In words. */
  readonly what: string;
  readonly of: (actions: RoleActions) => readonly RoleAction[];
  /** Whether the jobs certainly fail without the actions. */
  readonly certain: boolean;
  /** The AWS managed policy for the jobs, if it is not the one for backups of the type. */
  readonly policy?: string;
}

export function jobsOf({ snapshots, continuous, copies, archives, indexes }: PlanJobs): Jobs[] {
  return [
    { kind: 'backup', what: 'backups', of: ({ backup, snapshot }) => [...backup, ...snapshots ? snapshot : []].filter(isVerified), certain: true },
    { kind: 'backup', what: 'backups', of: ({ backup }) => backup.filter((action) => !isVerified(action)), certain: false },
    ...continuous ? [{ kind: 'continuous', what: 'continuous backups', of: (actions: RoleActions) => actions.continuous, certain: false }] : [],
    ...copies ? [{ kind: 'copy', what: 'copies', of: ({ copy }: RoleActions) => copy, certain: false }] : [],
    ...archives ? [{ kind: 'archive', what: 'moves to cold storage', of: ({ coldStorage }: RoleActions) => coldStorage, certain: false }] : [],
    // A recovery point in an air-gapped vault has no index
    ...indexes ? [{ kind: 'index', what: 'indexes', of: ({ index }: RoleActions) => index, certain: false, policy: ROLE_POLICIES.indexing }] : [],
  ];
}

/** What copies to another account need for every type. */
export const COPIES_TO_ANOTHER_ACCOUNT = { kind: 'cross-account-copy', what: 'copies to another account', actions: CROSS_ACCOUNT_COPY_ACTIONS.actions } as const;

/** Distinguishes jobs of a kind for some types. */
export function entryOf(kind: string, types: readonly ResourceTypeCapability[]): string {
  return [kind, ...types.map(({ id }) => id).sort()].join(' ');
}

function isVerified({ certainty }: RoleAction): boolean {
  return certainty === 'verified';
}
