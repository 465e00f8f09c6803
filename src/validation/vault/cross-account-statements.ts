import { CROSS_ACCOUNT_ACTION } from '../../capabilities/vault-policies';
import { type Answer, allOf, anyOf, not } from '../../values/answer';
import { Problem } from '../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';

/** A statement of a vault's policy that allows something. */
export interface Allowance {
  /** The account of each principal. `undefined` for a principal that is not of another account, such as a service. */
  readonly accounts: readonly Value<string>[];
  readonly everyone: Answer;
  readonly actions: readonly Value<string>[];
  /** Whether the statement allows every action except the ones that it names. */
  readonly allButNamed: boolean;
  readonly conditional: Answer;
  /** Whether its condition keeps out principals that have nothing to do with the account. */
  readonly excludesStrangers: Answer;
}

export interface CrossAccountFault {
  /** Whether AWS Backup certainly rejects the policy. */
  readonly isRejected: boolean;
  readonly problem: Problem;
}

const { action: COPY } = CROSS_ACCOUNT_ACTION;
const ONLY = `AWS Backup might reject the policy, because it allows other accounts only '${COPY}'.`;

/** Whether a statement allows another account more than to copy into the vault. @param own the account of the vault */
export function allowsOthersTooMuch({ accounts, everyone, actions, allButNamed, excludesStrangers }: Allowance, own: Value<string>): Answer {
  return allOf([
    allButNamed || anyOf(actions.map((action) => isKnown(action) ? isMore(action) : action === UNKNOWN && UNKNOWN)),
    anyOf([...accounts.map((account) => isOther(account, own)), allOf([everyone, not(excludesStrangers)])]),
  ]);
}

/** @param name of the actions, for the message */
export function crossAccountFaults(name: string, allowance: Allowance, own: Value<string>): CrossAccountFault[] {
  if (allowsOthersTooMuch(allowance, own) !== true) { return []; }
  const actions = allowance.actions.filter(isKnown).filter(isMore);
  const others = [...new Set(allowance.accounts.filter(isKnown))].filter((account) => isOther(account, own) === true);
  const whom = `the account${others.length > 1 ? 's' : ''} ${inQuotes(others)}`;
  const faultOf = (isRejected: boolean, kind: string, message: string) => ({ isRejected, problem: new Problem(kind, message, [...others, ...actions].join(' ')) });
  if (allowance.allButNamed) {
    return [faultOf(false, 'all-but', `'${name}' should not be set for ${others.length === 0 ? 'everyone' : whom}, because it allows every other action. List the actions. ${ONLY}`)];
  }
  const fix = 'Leave it out, and let the other account assume a role of the vault\'s account.';
  if (others.length === 0) {
    return [faultOf(false, 'everyone', `'${name}' should not allow everyone more than '${COPY}', got ${inQuotes(actions)}. `
      + `Name the principals of the vault's account that can use it. ${ONLY}`)];
  }
  return allowance.conditional === false
    ? [faultOf(true, 'accounts', `'${name}' must be '${COPY}' alone for ${whom}, got ${inQuotes(actions)}. ${fix} AWS Backup rejects a policy that allows another account anything else.`)]
    : [faultOf(false, 'condition', `'${name}' should be '${COPY}' alone for ${whom}, got ${inQuotes(actions)} under a condition. ${fix} ${ONLY}`)];
}

/** The account of a principal that is written as an ARN or as an account. */
export function accountOfPrincipal(principal: string): Value<string> {
  return /^\d{12}$/.test(principal) ? principal : /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? UNKNOWN;
}

function isOther(account: Value<string>, own: Value<string>): Answer {
  if (account === undefined) { return false; }
  return isKnown(account) && isKnown(own) ? account !== own : UNKNOWN;
}

/** Wildcards are rejected for every account, which `wildcardActionProblems` reports. */
function isMore(action: string): boolean {
  return !/[*?]/.test(action) && action.toLowerCase() !== COPY.toLowerCase();
}

function inQuotes(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
