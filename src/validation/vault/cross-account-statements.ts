import { CROSS_ACCOUNT_ACTION } from '../../capabilities/vault-policies';
import type { Answer } from '../../values/answer';
import { allOf, anyOf, not } from '../../values/answer';
import type { Value } from '../../values/unknown';
import { UNKNOWN, isKnown } from '../../values/unknown';

/** A statement of a vault's policy that allows something. */
export interface Allowance {
  /** The account of each principal; `undefined` for a principal of no other account, such as a service. */
  readonly accounts: readonly Value<string>[];
  readonly everyone: Answer;
  readonly actions: readonly Value<string>[];
  readonly conditional: Answer;
}

export interface CrossAccountFault {
  /** Whether AWS Backup certainly rejects the policy. */
  readonly isRejected: boolean;
  readonly message: string;
}

const { action: COPY } = CROSS_ACCOUNT_ACTION;
const ONLY = `AWS Backup lets other accounts do nothing but '${COPY}'`;

/** Whether a statement allows another account more than to copy into the vault, whose account is `own`. */
export function allowsOthersTooMuch({ accounts, everyone, actions, conditional }: Allowance, own: Value<string>): Answer {
  return allOf([
    anyOf(actions.map((action) => isKnown(action) ? isMore(action) : action === UNKNOWN && UNKNOWN)),
    anyOf([...accounts.map((account) => isOther(account, own)), allOf([everyone, not(conditional)])]),
  ]);
}

/** @param name of the actions, for the message */
export function crossAccountFaults(name: string, allowance: Allowance, own: Value<string>): CrossAccountFault[] {
  if (allowsOthersTooMuch(allowance, own) !== true) { return []; }
  const refused = inQuotes(allowance.actions.filter(isKnown).filter(isMore));
  const others = [...new Set(allowance.accounts.filter(isKnown))].filter((account) => isOther(account, own) === true);
  const whom = `the account${others.length > 1 ? 's' : ''} ${inQuotes(others)}`;
  const fix = 'leave it out, and let the other account assume a role of the vault\'s account';
  if (others.length === 0) {
    return [{
      isRejected: false,
      message: `'${name}' allows everyone ${refused}, other accounts included: ${ONLY}, and might reject the policy; name the principals of the vault's account that may`,
    }];
  }
  return allowance.conditional === false
    ? [{ isRejected: true, message: `'${name}' must be '${COPY}' alone for ${whom}, got ${refused}: AWS Backup rejects a policy that allows another account anything else; ${fix}` }]
    : [{ isRejected: false, message: `'${name}' allows ${whom} ${refused} under a condition: ${ONLY}, and might reject the policy; ${fix}` }];
}

/** The account of a principal that is written as an ARN or as an account. */
export function accountOfPrincipal(principal: string): Value<string> {
  return /^\d{12}$/.test(principal) ? principal : /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? UNKNOWN;
}

function isOther(account: Value<string>, own: Value<string>): Answer {
  if (account === undefined) { return false; }
  return isKnown(account) && isKnown(own) ? account !== own : UNKNOWN;
}

/** A wildcard is rejected for every account, by a rule of its own. */
function isMore(action: string): boolean {
  return !/[*?]/.test(action) && action.toLowerCase() !== COPY.toLowerCase();
}

function inQuotes(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
