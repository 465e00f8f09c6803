import type { Element, Principal } from './document';
import { matches, patternTokens } from './patterns';
import type { Caller } from './request';
import { type Answer, allOf, anyOf, not } from '../values/answer';
import type { Written } from '../values/fragments';
import { type Effort, tokensOf } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/**
 * How a statement names a caller. A permission for a role is limited by its permissions boundary. A permission for its account also requires
 * identity policies. A permission for the user, the session, or everyone requires neither.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-req-context.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export interface Naming {
  readonly directly: Answer;
  readonly asRole: Answer;
  readonly byAccount: Answer;
}

const NOT_NAMED: Naming = { directly: false, asRole: false, byAccount: false };
const EVERYONE: Naming = { directly: true, asRole: false, byAccount: false };
const UNCERTAIN: Naming = { directly: UNKNOWN, asRole: UNKNOWN, byAccount: UNKNOWN };

/** In comparisons: what each name costs in addition to its characters. */
const NAME = 200;

/** An id with which IAM replaces the ARN of a deleted principal. */
const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,}$/;

export function namingOf(principals: Element<Principal> | undefined, caller: Caller, hasBoundary: boolean, effort?: Effort): Naming {
  if (principals === undefined) { return EVERYONE; } // the policies of an identity
  const names = principals.items.map((item) => {
    if (item === UNKNOWN || effort?.allows(1) === false) { return UNCERTAIN; }
    effort?.spend(NAME + (typeof item.name === 'string' ? item.name.length : item.name.parts.length));
    return namedBy(item, caller, effort);
  });
  if (!principals.negated) {
    return {
      directly: anyOf(names.map(({ directly }) => directly)),
      asRole: anyOf(names.map(({ asRole }) => asRole)),
      byAccount: anyOf(names.map(({ byAccount }) => byAccount)),
    };
  }
  return { ...NOT_NAMED, directly: not(isExempt(names, caller, hasBoundary)) };
}

/**
 * Whether `NotPrincipal` exempts the caller. A role must be named by its own ARN, that of the session, and that of the account. If only
 * some of them are named, it might be denied. A caller with a permissions boundary is never exempt.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isExempt(names: readonly Naming[], { kind }: Caller, hasBoundary: boolean): Answer {
  if (hasBoundary) { return anyOf(names.flatMap(({ directly, asRole, byAccount }) => [directly, asRole, byAccount])) === false ? false : UNKNOWN; }
  const [directly, asRole, byAccount]: readonly [Answer, Answer, Answer] = [
    anyOf(names.map((each) => each.directly)), anyOf(names.map((each) => each.asRole)), anyOf(names.map((each) => each.byAccount)),
  ];
  if (anyOf([directly, asRole, byAccount]) === false) { return false; }
  const needed: readonly Answer[] = kind === 'role' ? [directly, asRole, byAccount] : kind === 'user' ? [directly, byAccount] : [anyOf([directly, byAccount])];
  return allOf(needed) === true ? true : UNKNOWN;
}

function namedBy({ kind, name }: Principal, caller: Caller, effort?: Effort): Naming {
  switch (kind) {
    case 'AWS': return name === '*' ? EVERYONE : namedByArn(name, caller, effort);
    case 'Service': return caller.kind === 'service' ? { ...NOT_NAMED, directly: matches(tokensOf(name, ''), patternTokens(caller.arn), effort) } : NOT_NAMED;
    case 'Federated': return NOT_NAMED;
    default: return { ...NOT_NAMED, directly: caller.kind === 'anonymous' || caller.kind === 'service' ? false : UNKNOWN };
  }
}

function namedByArn(name: Written, caller: Caller, effort?: Effort): Naming {
  if (caller.kind === 'service' || caller.kind === 'anonymous') {
    return typeof name === 'string' ? NOT_NAMED : { ...NOT_NAMED, directly: matches(tokensOf(name, ''), tokensOf('*', '')) }; // it might be everyone
  }
  if (typeof name === 'string' && UNIQUE_ID.test(name)) { return UNCERTAIN; }
  const written = tokensOf(name, '');
  const is = (arn: Caller['arn'] | undefined): Answer => arn !== undefined && matches(written, patternTokens(arn), effort);
  const ofAccount = anyOf([is(caller.account), isRootOf(caller, name, effort)]);
  // A name with unknown parts might be everyone
  const everyone: Answer = matches(written, tokensOf('*', '')) === UNKNOWN ? UNKNOWN : false;
  switch (caller.kind) {
    case 'root': return { ...NOT_NAMED, directly: anyOf([ofAccount, everyone]) };
    case 'user': return { ...NOT_NAMED, directly: anyOf([is(caller.arn), everyone]), byAccount: ofAccount };
    default: return { directly: anyOf([is(caller.sessionArn), everyone]), asRole: is(caller.arn), byAccount: ofAccount };
  }
}

/** The account as a principal, in any partition. */
function isRootOf({ account }: Caller, name: Written, effort?: Effort): Answer {
  const rootArn = [...tokensOf('arn:*:iam::', '*?'), ...patternTokens(account), ...tokensOf(':root', '')];
  return matches(rootArn, tokensOf(name, ''), effort);
}
