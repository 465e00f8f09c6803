import * as iam from 'aws-cdk-lib/aws-iam';
import { knownOf, readableText } from './measures';
import type * as Judgment from './policy-judgment';
import { type Allowance, accountOfPrincipal } from '../validation/vault/cross-account-statements';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** Functions that need the policy evaluator, which is loaded only when a policy is judged. */
export function judgment(): typeof Judgment {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the evaluator is loaded only when a policy is judged
  return require('./policy-judgment') as typeof Judgment;
}

/** Whether a statement denies everyone some actions on all resources, with or without a condition. */
export function deniesEveryone(statement: iam.PolicyStatement): boolean {
  return statement.effect === iam.Effect.DENY && statement.principals.some(isEveryone) && statement.resources.includes('*');
}

export function isConditional(statement: iam.PolicyStatement): boolean {
  return Object.keys(statement.conditions as object).length > 0;
}

export function actionsOf(statement: iam.PolicyStatement): Value<string>[] {
  return statement.actions.map(knownOf);
}

/** `undefined` for a statement that denies. */
export function statementAllowance(statement: iam.PolicyStatement): Allowance | undefined {
  return statement.effect === iam.Effect.ALLOW
    ? {
      accounts: statement.principals.filter((principal) => !isEveryone(principal)).flatMap(accountsOf),
      everyone: statement.principals.some(isEveryone),
      actions: actionsOf(statement),
      allButNamed: statement.notActions.length > 0,
      conditional: isConditional(statement),
      excludesStrangers: isConditional(statement) && judgment().excludesStrangersBy(statement),
    }
    : undefined;
}

function isEveryone(principal: iam.IPrincipal): boolean {
  return namesOf(principal).some(([, name]) => name === '*');
}

/** The CDK knows the accounts of roles and accounts. Those of other principals are read from their text. */
function accountsOf(principal: iam.IPrincipal): Value<string>[] {
  if (principal.principalAccount !== undefined) { return [knownOf(principal.principalAccount)]; }
  return namesOf(principal).map(([kind, name]) => {
    if (kind !== 'AWS') { return undefined; }
    const text = typeof name === 'string' ? readableText(name) : UNKNOWN;
    return isKnown(text) ? accountOfPrincipal(text) : text;
  });
}

/** A name that was passed to `PolicyStatement.fromJson` can be a CloudFormation function. */
function namesOf(principal: iam.IPrincipal): [kind: string, name: unknown][] {
  const { principalJson } = principal.policyFragment;
  return Object.entries(principalJson).flatMap(([kind, names]) => [names].flat().map((name): [string, unknown] => [kind, name]));
}
