import { type RoleAction, type RoleActions, CROSS_ACCOUNT_COPY_ACTIONS } from '../../capabilities/role-actions';

/** Which jobs the rules of a plan certainly start. */
export interface PlanJobs {
  /** Backups by a rule that is not continuous. */
  readonly snapshots: boolean;
  readonly continuous: boolean;
  readonly copies: boolean;
  readonly copiesToAnotherAccount: boolean;
  /** Moves to cold storage of types that need the opt-in to the archive. */
  readonly archives: boolean;
}

/** Jobs of one kind, and the actions that they need for a resource of a type. */
export interface Jobs {
  readonly what: string;
  readonly of: (actions: RoleActions) => readonly RoleAction[];
  /** Whether the jobs certainly fail without the actions. */
  readonly certain: boolean;
}

export function jobsOf({ snapshots, continuous, copies, archives }: PlanJobs): Jobs[] {
  return [
    { what: 'backups', of: ({ backup, snapshot }) => [...backup, ...snapshots ? snapshot : []].filter(isVerified), certain: true },
    { what: 'backups', of: ({ backup }) => backup.filter((action) => !isVerified(action)), certain: false },
    ...continuous ? [{ what: 'continuous backups', of: (actions: RoleActions) => actions.continuous, certain: false }] : [],
    ...copies ? [{ what: 'copies', of: ({ copy }: RoleActions) => copy, certain: false }] : [],
    ...archives ? [{ what: 'moves to cold storage', of: ({ coldStorage }: RoleActions) => coldStorage, certain: false }] : [],
  ];
}

/** What copies to another account need for every type. */
export const COPIES_TO_ANOTHER_ACCOUNT = { what: 'copies to another account', actions: CROSS_ACCOUNT_COPY_ACTIONS.actions } as const;

function isVerified({ certainty }: RoleAction): boolean {
  return certainty === 'verified';
}
