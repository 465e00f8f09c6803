import type { Condition, Element, Perhaps, PolicyDocument, Principal, Statement } from './document';
import { type Json, type JsonObject, isJsonObject, isWritten, parsed } from './json';
import { POLICY_GRAMMAR } from '../capabilities/policy-grammar';
import { asList } from '../values/as-list';
import type { Written } from '../values/fragments';
import type { Effort } from '../values/possible-matches';
import { UNKNOWN } from '../values/unknown';

/** The policy version that supports variables. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const WITH_VARIABLES = '2012-10-17';

/**
 * Never throws. A value that is not a valid policy is `UNKNOWN`, see `grammarProblems`.
 *
 * @param effort the comparisons that are left for several policies
 */
export function readDocument(policy: Json, effort?: Effort): Perhaps<PolicyDocument> {
  const content = parsed(policy);
  if (!isJsonObject(content) || !hasOnly(POLICY_GRAMMAR.elements, content)) { return UNKNOWN; }
  return {
    variables: content.Version === undefined || typeof content.Version === 'string' ? content.Version === WITH_VARIABLES : UNKNOWN,
    statements: asList(content.Statement).map(readStatement),
    ...effort && { effort },
  };
}

/** A policy that might be attached: its statements decide nothing, but might apply. */
export function perhaps(document: Perhaps<PolicyDocument>): Perhaps<PolicyDocument> {
  if (document === UNKNOWN) { return UNKNOWN; }
  return { ...document, statements: document.statements.map((statement) => (statement === UNKNOWN ? UNKNOWN : { ...statement, effect: UNKNOWN })) };
}

function readStatement(statement: Json): Perhaps<Statement> {
  if (!isJsonObject(statement) || !hasOnly(POLICY_GRAMMAR.statementElements, statement)) { return UNKNOWN; }
  const { Effect: effect } = statement;
  return {
    effect: effect === 'Allow' || effect === 'Deny' ? effect : UNKNOWN,
    principals: elementOf(statement, 'Principal', principalsIn),
    actions: elementOf(statement, 'Action', writtenIn) ?? { negated: false, items: [UNKNOWN] },
    resources: elementOf(statement, 'Resource', writtenIn),
    conditions: conditionsIn(statement.Condition),
  };
}

/** IAM does not state what becomes of a name in other capitals, and rejects other names. */
function hasOnly(names: readonly string[], holder: JsonObject): boolean {
  return Object.keys(holder).every((name) => names.includes(name));
}

/** A statement with both forms of an element, which IAM rejects, is unknown. */
function elementOf<T>(statement: JsonObject, name: string, read: (value: Json) => readonly Perhaps<T>[]): Element<T> | undefined {
  const [value, not]: readonly [Json, Json] = [statement[name], statement[`Not${name}`]];
  if (value !== undefined && not !== undefined) { return { negated: false, items: [UNKNOWN] }; }
  if (not !== undefined) { return { negated: true, items: read(not) }; }
  return value === undefined ? undefined : { negated: false, items: read(value) };
}

function writtenIn(value: Json): Perhaps<Written>[] {
  return asList(value).map(writtenOf);
}

/** CloudFormation and IAM read numbers and booleans as their text. */
function writtenOf(value: Json): Perhaps<Written> {
  if (typeof value === 'number' || typeof value === 'boolean') { return String(value); }
  return isWritten(value) ? value : UNKNOWN;
}

function principalsIn(value: Json): Perhaps<Principal>[] {
  if (value === '*') { return [{ kind: 'AWS', name: '*' }]; }
  if (!isJsonObject(value)) { return [UNKNOWN]; }
  return Object.entries(value).flatMap(([kind, names]) => writtenIn(names).map((name) => (name === UNKNOWN ? UNKNOWN : { kind, name })));
}

function conditionsIn(block: Json): Perhaps<Condition>[] {
  if (block === undefined) { return []; }
  if (!isJsonObject(block)) { return [UNKNOWN]; }
  return Object.entries(block).flatMap(([operator, keys]): Perhaps<Condition>[] => {
    if (!isJsonObject(keys)) { return [UNKNOWN]; }
    return Object.entries(keys).map(([key, values]) => ({ operator, key, values: writtenIn(values) }));
  });
}

/** The policy of an identity that is allowed everything. */
export const ALL_RIGHTS = readDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
