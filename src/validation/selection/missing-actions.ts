import { type RolePolicies, type RoleRequest, isAllowed, isExcluded } from './role-permissions';
import type { RoleAction } from '../../capabilities/role-actions';
import { ROLE_POLICIES } from '../../capabilities/role-policies';
import { Problem } from '../../values/problem';
import { UNKNOWN } from '../../values/unknown';

/** What a role certainly must be allowed and is not, and whether something about it is unknown. */
export interface Missing {
  readonly actions: readonly RoleAction[];
  readonly doubtful: boolean;
  /** Whether no further policy can allow an action, because the permissions boundary or a statement that denies excludes it. */
  readonly excluded: boolean;
}

/** Jobs for some types of resources. */
export interface JobsOfType {
  /** In words, such as `backups of EFS`. */
  readonly what: string;
  /** Distinguishes their problem from others of the same role. */
  readonly entry: string;
}

export function missingOf(role: RolePolicies, actions: readonly RoleAction[], request: RoleRequest = {}): Missing {
  const answers = actions.map((action) => ({ action, answer: isAllowed(role, action, request) }));
  const missing = answers.filter(({ answer }) => answer === false).map(({ action }) => action);
  return {
    actions: missing,
    doubtful: answers.some(({ answer }) => answer === UNKNOWN),
    excluded: missing.some((action) => isExcluded(role, action, request) === true),
  };
}

/** What a role lacks if the resource might be of any of several types. Nothing is certain if the role is allowed what one of them needs. */
export function missingOfAlternatives(role: RolePolicies, alternatives: readonly (readonly RoleAction[])[], request: RoleRequest = {}): Missing {
  const each = alternatives.map((actions) => missingOf(role, actions, request));
  return {
    actions: each.every(({ actions }) => actions.length > 0) ? each.flatMap(({ actions }) => actions) : [],
    doubtful: each.some(({ doubtful }) => doubtful),
    excluded: each.some(({ excluded }) => excluded),
  };
}

/**
 * @param name the property that names the role
 * @param jobs in words, such as `backups of EFS`, and what distinguishes them, such as `backup EFS`
 * @param policy the AWS managed policy that allows the actions
 */
export function missingActions(
  name: string, { what, entry }: JobsOfType, { actions, excluded }: Pick<Missing, 'actions' | 'excluded'>, policy: string, must: 'must' | 'should',
): Problem {
  const names = [...new Set(actions.map(({ anyOf }) => anyOf.join(' or ')))].sort();
  const fix = excluded
    ? 'The permissions boundary of the role, or a statement that denies, excludes the action. Allow it there.'
    : `Attach the AWS managed policy ${policy}, or allow ${names.length === 1 ? 'the action' : 'the actions'}.`;
  return new Problem('actions', `'${name}' ${must} be a role with the permissions that ${what} need, got one that is not allowed ${names.join(', ')}. `
    + `${must === 'must' ? 'These jobs fail.' : 'These jobs might fail.'} ${fix}`, entry);
}

/** For a role that can create backups of no resource type. */
export function noBackups(name: string, role: RolePolicies): Problem {
  const fix = isExcluded(role, { anyOf: ['*'], on: 'other', byResourcePolicy: false, certainty: 'verified' }) === true
    ? 'Its permissions boundary, or a statement that denies, excludes everything. Change it.'
    : `Attach the AWS managed policy ${ROLE_POLICIES.backup}.`;
  return new Problem('nothing', `'${name}' must be a role that is allowed to create backups, got one without the permissions that backups of any resource type need. Every backup job fails. ${fix}`);
}
