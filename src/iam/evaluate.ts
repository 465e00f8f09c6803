import { statementsAbout } from './actions';
import { holds } from './conditions';
import type { Perhaps, PolicyDocument, Statement } from './document';
import { matches } from './patterns';
import { type Naming, namingOf } from './principals';
import type { Request } from './request';
import { coversResource } from './resources';
import { type Answer, allOf, anyOf, not } from '../values/answer';
import { tokensOf } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/** The policies that apply to a request, without those of an organization. */
export interface Policies {
  readonly identity: readonly Perhaps<PolicyDocument>[];
  /** The permissions boundary of the caller. */
  readonly boundary?: Perhaps<PolicyDocument>;
  /** The policy of the resource: a vault policy, a key policy, or the trust policy of a role. */
  readonly resource?: Perhaps<PolicyDocument>;
}

export interface Verdict {
  readonly allowed: Answer;
  /** Whether a statement denies the request. */
  readonly denied: Answer;
}

/**
 * Whether a request is allowed. `UNKNOWN` if it depends on values that are unknown before deployment.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicies(request: Request, { identity, boundary, resource }: Policies): Verdict {
  const hasBoundary = boundary !== undefined;
  const limited = boundary === undefined ? NO_BOUNDARY : effectOf([boundary], request, hasBoundary);
  const own = effectOf(identity, request, hasBoundary);
  const given = effectOf(resource === undefined ? [] : [resource], request, hasBoundary);
  const denied = anyOf([own.denies, limited.denies, given.denies]);
  return { allowed: allOf([not(denied), allowedBy(request, own.directly, limited.directly, given)]), denied };
}

interface Effect {
  readonly denies: Answer;
  readonly directly: Answer;
  readonly asRole: Answer;
  readonly byAccount: Answer;
}

const NO_BOUNDARY: Effect = { denies: false, directly: true, asRole: false, byAccount: false };

function allowedBy({ caller, action, account }: Request, own: Answer, limit: Answer, { directly, asRole, byAccount }: Effect): Answer {
  if (caller.kind === 'service' || caller.kind === 'anonymous') { return directly; }
  const rights = allOf([anyOf([own, caller.kind === 'root']), limit]);
  const named = anyOf([directly, allOf([asRole, limit])]);
  const withinAccount = decidesAlone(action) ? anyOf([named, allOf([byAccount, rights])]) : anyOf([named, rights]);
  const betweenAccounts = allOf([anyOf([directly, asRole, byAccount]), rights]);
  const same = matches(tokensOf(caller.account === UNKNOWN ? '' : caller.account, ''), tokensOf(account === UNKNOWN ? '' : account, ''));
  if (caller.account === UNKNOWN || account === UNKNOWN || same === UNKNOWN) { return withinAccount === betweenAccounts ? withinAccount : UNKNOWN; }
  return same ? withinAccount : betweenAccounts;
}

/**
 * Whether the policy of the resource must allow the request even within the account, as for keys and roles.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
function decidesAlone(action: string): boolean {
  return /^(kms:|sts:AssumeRole)/i.test(action);
}

function effectOf(documents: readonly Perhaps<PolicyDocument>[], request: Request, hasBoundary: boolean): Effect {
  const effects = documents.flatMap((document) => (document === UNKNOWN || document.effort?.allows(1) === false
    ? [ANY_EFFECT]
    : statementsAbout(document, request.action).map(({ statement, namesAction }) => (
      statement === UNKNOWN ? ANY_EFFECT : statementEffect(statement, namesAction, request, document, hasBoundary)
    ))));
  return {
    denies: anyOf(effects.map(({ denies }) => denies)),
    directly: anyOf(effects.map(({ directly }) => directly)),
    asRole: anyOf(effects.map(({ asRole }) => asRole)),
    byAccount: anyOf(effects.map(({ byAccount }) => byAccount)),
  };
}

const ANY_EFFECT: Effect = { denies: UNKNOWN, directly: UNKNOWN, asRole: UNKNOWN, byAccount: UNKNOWN };

function statementEffect(
  { effect, principals, resources, conditions }: Statement, namesAction: Answer, request: Request, document: PolicyDocument, hasBoundary: boolean,
): Effect {
  const naming = namingOf(principals, request.caller, hasBoundary, document.effort);
  const named = anyOf([naming.directly, naming.asRole, naming.byAccount]);
  const isAbout = named === false ? false : allOf([
    namesAction,
    resources === undefined || coversResource(resources, request, document),
    ...conditions.map((condition) => (document.effort?.allows(1) === false ? UNKNOWN : holds(condition, request.context, document))),
  ]);
  const [allows, denies]: readonly [Answer, Answer] = [effect === UNKNOWN ? UNKNOWN : effect === 'Allow', effect === UNKNOWN ? UNKNOWN : effect === 'Deny'];
  const by = (how: keyof Naming) => allOf([allows, isAbout, naming[how]]);
  return {
    denies: allOf([denies, isAbout, named]),
    directly: by('directly'),
    asRole: by('asRole'),
    byAccount: by('byAccount'),
  };
}
