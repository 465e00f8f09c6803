import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { knownOf, readableText } from './measures';
import { type Json, type Perhaps, type PolicyDocument, isObject, readDocument } from '../iam';
import { type Allowance, accountOfPrincipal } from '../validation/vault/cross-account-statements';
import { keepsStrangersOut } from '../validation/vault/stranger';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

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
export function allowanceOf(statement: iam.PolicyStatement): Allowance | undefined {
  return statement.effect === iam.Effect.ALLOW
    ? {
      accounts: statement.principals.filter((principal) => !isEveryone(principal)).flatMap(accountsOf),
      everyone: statement.principals.some(isEveryone),
      actions: actionsOf(statement),
      allButNamed: statement.notActions.length > 0,
      conditional: isConditional(statement),
      keepsStrangersOut: keepsStrangersOut(withoutFunctions(statement.conditions as Json)),
    }
    : undefined;
}

/** Statements as IAM reads them. A CloudFormation function stands for an unknown value. */
export function readStatements(scope: Construct, statements: iam.PolicyStatement[]): Perhaps<PolicyDocument> {
  return readDocument(writtenStatements(scope, statements));
}

/** The document of statements. A CloudFormation function stands for an unknown value. */
export function writtenStatements(scope: Construct, statements: iam.PolicyStatement[]): Json {
  return withoutFunctions(Stack.of(scope).resolve(new iam.PolicyDocument({ statements })) as Json);
}

function withoutFunctions(value: Json): Json {
  if (Array.isArray(value)) { return (value as readonly Json[]).map(withoutFunctions); }
  if (!isObject(value)) { return value; }
  const entries = Object.entries(value);
  return entries.length === 1 && /^(Ref|Fn::.+)$/.test(entries[0][0]) ? UNKNOWN : Object.fromEntries(entries.map(([name, inner]) => [name, withoutFunctions(inner)]));
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
