import { type Allowance, accountOfPrincipal } from '../../../validation/vault/cross-account-statements';
import { excludesStrangers } from '../../../validation/vault/stranger';
import type { Answer } from '../../../values/answer';
import { asList } from '../../../values/as-list';
import { type Value, UNKNOWN } from '../../../values/unknown';
import { type Json, isRecord } from '../../policy-document';
import { type WrittenPrincipal, principalsIn } from '../../statements';

/** What a statement might allow if nothing is known about it. */
export const ANYTHING: Allowance = {
  accounts: [UNKNOWN], everyone: UNKNOWN, actions: [UNKNOWN], allButNamed: false, conditional: UNKNOWN, excludesStrangers: UNKNOWN,
};

/** What a statement allows, if it is an Allow. */
export function allowanceOf(statement: Readonly<Record<string, Json>>): Allowance {
  const { Action: action, NotAction: notAction, NotPrincipal: notPrincipal } = statement;
  const principals = principalsIn(statement);
  const isEveryone = (each: typeof principals[number]) => each !== UNKNOWN && each.text === '*';
  const accounts = principals.filter((each) => !isEveryone(each)).map((each): Value<string> => (each === UNKNOWN ? UNKNOWN : accountOf(each)));
  const actions = asList(action).map(stringOf);
  return {
    accounts,
    everyone: notPrincipal === undefined ? principals.some(isEveryone) : everyoneBut(notPrincipal),
    actions,
    allButNamed: notAction !== undefined,
    conditional: hasCondition(statement),
    excludesStrangers: excludesStrangers(statement.Condition),
  };
}

/** NotPrincipal allows everyone whom it does not name. */
function everyoneBut(names: Json): Answer {
  return principalsIn({ Principal: names }).some((each) => each === UNKNOWN || each.text === '*') ? UNKNOWN : true;
}

/** An empty condition is not a condition. */
export function hasCondition({ Condition: condition }: Readonly<Record<string, Json>>): Answer {
  return isRecord(condition) ? Object.keys(condition).length > 0 : condition !== undefined && UNKNOWN;
}

const OWN = 'own';

/** Undefined for a principal without an account, and for a principal of the account that the template is deployed to. */
function accountOf({ kind, text }: WrittenPrincipal): Value<string> {
  if (kind !== 'AWS') { return undefined; }
  const written = typeof text === 'string' ? text : text.parts.map((part) => (
    typeof part === 'string' ? part : part !== UNKNOWN && part.name === 'AWS::AccountId' ? OWN : '?'
  )).join('');
  return written === OWN || /^arn:[^:]+:(iam|sts)::own:/.test(written) ? undefined : accountOfPrincipal(written);
}

export function stringOf(value: Json): Value<string> {
  return typeof value === 'string' || value === undefined ? value : UNKNOWN;
}
