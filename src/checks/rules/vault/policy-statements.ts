import { ANYTHING, allowanceOf, hasCondition, stringOf } from './allowances';
import { type Property, type Resolved, Text } from '../../../inventory';
import type { Allowance } from '../../../validation/vault/cross-account-statements';
import { type Answer, allOf, anyOf, not } from '../../../values/answer';
import { asList } from '../../../values/as-list';
import { type Value, UNKNOWN } from '../../../values/unknown';
import { type Json, isRecord, policyDocument } from '../../policy-document';

/** A statement of a vault's access policy. */
export interface VaultStatement {
  /** Within the policy, as in `Statement[0]`. */
  readonly path: string;
  readonly actions: readonly Value<string>[];
  /** Whether it denies something on every resource to everyone, or to everyone except some principals, with or without a condition. */
  readonly deniesEveryone: Answer;
  readonly conditional: Answer;
  /** Whether it is an Allow. */
  readonly allows: Answer;
  readonly allowance: Allowance;
}

/** The statements of a policy, which is an object or its JSON text. */
export function statementsOf(policy: Property): Value<readonly VaultStatement[]> {
  const document = policyDocument(policy);
  if (document === undefined) { return undefined; }
  const statements = isRecord(document) ? document.Statement ?? [] : UNKNOWN;
  if (statements === UNKNOWN || statements instanceof Text) { return UNKNOWN; }
  return Array.isArray(statements)
    ? (statements as readonly Resolved[]).map((statement, index) => statementOf(statement, `Statement[${index}]`))
    : [statementOf(statements, 'Statement')];
}

function statementOf(statement: Json, path: string): VaultStatement {
  if (!isRecord(statement)) { return { path, ...UNREADABLE }; }
  const { Effect: effect, Action: action, Principal: principal, NotPrincipal: notPrincipal, Resource: resource } = statement;
  return {
    path,
    actions: asList(action).map(stringOf),
    deniesEveryone: allOf([is(effect, 'Deny'), principal === undefined ? allOf([notPrincipal !== undefined, not(hasEveryone(notPrincipal))]) : hasEveryone(principal), hasWildcard(resource)]),
    conditional: anyOf([notPrincipal !== undefined, hasCondition(statement)]),
    allows: is(effect, 'Allow'),
    allowance: allowanceOf(statement),
  };
}

const UNREADABLE: Omit<VaultStatement, 'path'> = { actions: [UNKNOWN], deniesEveryone: UNKNOWN, conditional: UNKNOWN, allows: UNKNOWN, allowance: ANYTHING };

function hasEveryone(principal: Json): Answer {
  return isRecord(principal) ? anyOf(Object.values(principal).map(hasWildcard)) : hasWildcard(principal);
}

function hasWildcard(values: Json): Answer {
  return anyOf(asList(values).map((value) => is(value, '*')));
}

function is(value: Json, expected: string): Answer {
  const string = stringOf(value);
  return string === UNKNOWN ? UNKNOWN : string === expected;
}
