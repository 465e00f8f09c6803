import { type Json, isRecord, policyDocument } from './policy-document';
import { type Property, Text } from '../inventory';
import { type Answer, allOf, anyOf } from '../values/answer';
import { asList } from '../values/as-list';
import { UNKNOWN } from '../values/unknown';
import { isLike } from '../values/wildcards';

/** A principal of a policy. `kind` is `AWS`, `Service`, and so on. For everyone it is `AWS`. */
export interface WrittenPrincipal {
  readonly kind: string;
  readonly text: string | Text;
  /** Whether the statement has conditions, which might allow fewer principals than it names. */
  readonly conditional: boolean;
}

/**
 * Whether a policy document has a statement that allows a principal an action. Resources and statements that deny are not evaluated.
 */
export function allows(document: Property, action: string, isPrincipal: (principal: WrittenPrincipal) => Answer): Answer {
  const content = policyDocument(document);
  if (!isRecord(content)) { return content === undefined ? false : UNKNOWN; }
  return anyOf(asList(content.Statement).map((statement) => (isRecord(statement) ? allowsBy(statement, action, isPrincipal) : UNKNOWN)));
}

function allowsBy(statement: Readonly<Record<string, Json>>, action: string, isPrincipal: (principal: WrittenPrincipal) => Answer): Answer {
  return allOf([
    statement.Effect === UNKNOWN || statement.Effect instanceof Text ? UNKNOWN : statement.Effect === 'Allow',
    statement.NotAction === undefined ? anyOf(asList(statement.Action).map((each) => covers(each, action))) : UNKNOWN,
    statement.NotPrincipal === undefined
      ? anyOf(principalsIn(statement).map((each) => (each === UNKNOWN ? UNKNOWN : isPrincipal(each))))
      : UNKNOWN,
  ]);
}

function covers(pattern: Json, action: string): Answer {
  if (typeof pattern !== 'string') { return UNKNOWN; }
  return isLike(action.toLowerCase(), pattern.toLowerCase(), '?');
}

/** The principals that `Principal` names. `NotPrincipal` is not evaluated. */
export function principalsIn({ Principal: principal, Condition }: Readonly<Record<string, Json>>): (WrittenPrincipal | typeof UNKNOWN)[] {
  const conditional = Condition !== undefined;
  if (principal === '*') { return [{ kind: 'AWS', text: '*', conditional }]; }
  if (!isRecord(principal)) { return principal === undefined ? [] : [UNKNOWN]; }
  return Object.entries(principal).flatMap(([kind, names]) => asList(names).map((text) => (
    typeof text === 'string' || text instanceof Text ? { kind, text, conditional } : UNKNOWN
  )));
}
