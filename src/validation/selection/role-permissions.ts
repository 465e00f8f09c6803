import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import { type RoleAction, type RoleActions, ROLE_ACTIONS } from '../../capabilities/role-actions';
import { type Perhaps, type Policies, type PolicyDocument, ALL_RIGHTS, evaluatePolicies } from '../../iam';
import { type Answer, allOf, anyOf } from '../../values/answer';
import type { Written } from '../../values/fragments';
import { UNKNOWN } from '../../values/unknown';

/** The policies that limit what a role can do. */
export interface RolePolicies {
  readonly policies: readonly Perhaps<PolicyDocument>[];
  readonly boundary: Perhaps<PolicyDocument> | undefined;
}

/** What a request of a role names. */
export interface RoleRequest {
  /** The protected resource, if it is known. */
  readonly resource?: Perhaps<Written>;
}

/** The role and the resource are in one account, whichever it is. */
const SAME_ACCOUNT = 'the account';

/** Whether the policies of a role allow one of the actions. What an organization or a condition decides is unknown. */
export function isAllowed({ policies, boundary }: RolePolicies, needed: RoleAction, request: RoleRequest = {}): Answer {
  const { anyOf: actions, on, byResourcePolicy, passedTo } = needed;
  const { resource = UNKNOWN } = request;
  const values = new Map(passedTo === undefined ? [] : [['iam:passedtoservice', [passedTo]] as const]);
  const decide: Policies = { identity: policies, ...boundary !== undefined && { boundary } };
  const answer = anyOf(actions.map((action) => evaluatePolicies({
    caller: { kind: 'role', account: SAME_ACCOUNT, arn: UNKNOWN },
    action,
    resource: on === 'resource' ? resource : UNKNOWN,
    account: SAME_ACCOUNT,
    context: { values, others: UNKNOWN },
  }, decide).allowed));
  return answer === false && byResourcePolicy ? UNKNOWN : answer;
}

/** Whether the permissions boundary or a statement that denies excludes the action, so that no further policy can allow it. */
export function isExcluded(role: RolePolicies, action: RoleAction, request: RoleRequest = {}): Answer {
  const allowed = isAllowed({ policies: [...role.policies, ALL_RIGHTS], boundary: role.boundary }, action, request);
  return allowed === UNKNOWN ? UNKNOWN : !allowed;
}

export function roleActionsOf({ id }: Pick<ResourceTypeCapability, 'id'>): RoleActions {
  return ROLE_ACTIONS[id as keyof typeof ROLE_ACTIONS];
}

/** Whether a role is allowed what a backup of any type needs. A stack does not count: its resources need the actions of their own types. */
export function canBackUpSomething(role: RolePolicies): Answer {
  return anyOf(Object.values(ROLE_ACTIONS).filter((actions) => actions.backup.length + actions.snapshot.length > 0)
    .map(({ backup, snapshot, continuous }) => {
      const ways = [snapshot, continuous].filter((way) => way.length > 0);
      return allOf([allowsAll(role, backup), ways.length === 0 || anyOf(ways.map((way) => allowsAll(role, way)))]);
    }));
}

/** Where some actions are certainly needed, the others do not count. */
function allowsAll(role: RolePolicies, actions: readonly RoleAction[]): Answer {
  const verified = actions.filter(({ certainty }) => certainty === 'verified');
  return allOf((verified.length > 0 ? verified : actions).map((action) => isAllowed(role, action)));
}
