import { type Json, type JsonObject, isJsonObject, isWritten } from './json';
import { operatorNamed } from './operators';
import { NO_RESOURCE_IN_TRUST, POLICY_GRAMMAR } from '../capabilities/policy-grammar';
import { asList } from '../values/as-list';
import { valueOfJson } from '../values/json-text';
import { Problem } from '../values/problem';
import { UNKNOWN } from '../values/unknown';

/** `identity`: what a role can do. `resource`: who can use a resource. `trust`: who can assume a role. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

const { effects: EFFECTS, elements: ELEMENTS, principals: PRINCIPALS, statementElements: STATEMENT_ELEMENTS, versions: VERSIONS } = POLICY_GRAMMAR;
const SID = /^[A-Za-z0-9]*$/;

/**
 * Why IAM certainly refuses a policy. What is unknown is not refused.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function grammarProblems(name: string, policy: Json, kind: PolicyKind): Problem[] {
  const content = textAsJson(policy);
  if (content === undefined || isOpen(content)) { return []; }
  if (!isJsonObject(content)) { return [new Problem('json', `'${name}' must be a JSON object, got ${label(content)}. Write it as an object with 'Statement'.`)]; }
  const statements = asList(content.Statement);
  return [
    ...unknownNames(name, content, ELEMENTS, (key) => key),
    ...has(content, 'Statement') ? [] : [new Problem('statement', `'${name}' must have 'Statement', got none. Add a statement.`)],
    ...typeof content.Version === 'string' && !isOneOf(VERSIONS, content.Version)
      ? [new Problem('version', `'${name}.Version' must be ${either(VERSIONS)}, got '${content.Version}'. This is the version of the policy language, not the date of the policy.`)]
      : [],
    ...statements.flatMap((statement, index) => (
      statementProblems(Array.isArray(content.Statement) ? `${name}.Statement[${index}]` : `${name}.Statement`, statement, kind)
    )),
  ];
}

/** The problems of one statement. Their keys have its Sid or its actions, and not its position. */
export function statementProblems(name: string, statement: Json, kind: PolicyKind): Problem[] {
  if (isOpen(statement)) { return []; }
  if (!isJsonObject(statement)) { return [new Problem('json', `'${name}' must be a JSON object, got ${label(statement)}. Write it as an object with 'Effect'.`, JSON.stringify(statement))]; }
  const identity = identityOf(statement);
  const problem: MakeProblem = (fault, element, rest, entry) => (
    new Problem(fault, `'${name}${element === '' ? '' : `.${element}`}' must ${rest}`, entry === undefined ? identity : `${identity}:${entry}`)
  );
  const { Effect: effect, Sid: sid } = statement;
  return [
    ...unknownNames(name, statement, STATEMENT_ELEMENTS, (key) => `${identity}:${key}`),
    ...(typeof effect === 'string' && !isOneOf(EFFECTS, effect) ? [problem('effect', 'Effect', `be ${either(EFFECTS)}, got '${effect}'. The value is case-sensitive.`)] : []),
    ...(has(statement, 'Effect') ? [] : [problem('no-effect', '', `have 'Effect', got none. Add ${either(EFFECTS)}.`)]),
    ...(kind === 'identity' && typeof sid === 'string' && !SID.test(sid)
      ? [problem('sid', 'Sid', `be letters and digits, got '${sid}'. Leave out all other characters.`)]
      : []),
    ...['Principal', 'Action', 'Resource'].filter((element) => has(statement, element) && has(statement, `Not${element}`))
      .map((element) => problem('both', '', `have '${element}' or 'Not${element}', got both. Leave one out.`, element)),
    ...elementProblems(statement, kind, problem),
    ...actionsIn(statement).map(([element, action]) => problem('action', element, `name a service before a colon, got '${action}'. Write it as 'backup:${action}'.`, action)),
    ...principalProblems(statement, problem),
    ...conditionProblems(statement, problem),
  ];
}

type MakeProblem = (kind: string, element: string, rest: string, entry?: string) => Problem;

/** What each kind of policy must have, and must not have. */
function elementProblems(statement: JsonObject, kind: PolicyKind, problem: MakeProblem): Problem[] {
  const hasEither = (element: string) => has(statement, element) || has(statement, `Not${element}`);
  const missing = (element: string) => problem('missing', '', `have '${element}' or 'Not${element}', got neither. Add one.`, element);
  return [
    ...hasEither('Action') ? [] : [missing('Action')],
    ...kind === 'identity' && hasEither('Principal') ? [problem('principal', '', 'have no \'Principal\' in a policy of a role, got one. Leave it out. The role itself is the principal.')] : [],
    ...kind !== 'identity' && !hasEither('Principal') ? [missing('Principal')] : [],
    ...kind === 'identity' && !hasEither('Resource') ? [missing('Resource')] : [],
    ...kind === 'trust' && has(statement, NO_RESOURCE_IN_TRUST.element) ? [problem('resource', '', 'have no \'Resource\' in a trust policy, got one. Leave it out. The role itself is the resource.')] : [],
  ];
}

/** The actions without a service. */
function actionsIn(statement: JsonObject): (readonly [element: string, action: string])[] {
  return ['Action', 'NotAction'].flatMap((element) => asList(statement[element])
    .filter((action): action is string => typeof action === 'string' && !action.includes(':') && !/^\*+$/.test(action))
    .map((action) => [element, action] as const));
}

function principalProblems(statement: JsonObject, problem: MakeProblem): Problem[] {
  return ['Principal', 'NotPrincipal'].filter((element) => has(statement, element)).flatMap((element): Problem[] => {
    const principal = statement[element];
    if (principal === '*' || isOpen(principal)) { return []; }
    if (!isJsonObject(principal)) {
      return [problem('principal-form', element, `be '*' or an object with ${either(PRINCIPALS)}, got ${label(principal)}. Write it as { "AWS": "…" }.`, element)];
    }
    return Object.entries(principal).flatMap(([kind, names]): Problem[] => [
      ...isOneOf(PRINCIPALS, kind) ? [] : [problem('principal-type', element, `have ${either(PRINCIPALS)}, got '${kind}'. Check its spelling.`, `${element}:${kind}`)],
      ...asList(names).filter((each): each is string => kind === 'AWS' && typeof each === 'string' && /.\*|\*./.test(each))
        .map((each) => problem('wildcard', `${element}.AWS`, `have no wildcard within a name, got '${each}'. Name the account, and add a condition on 'aws:PrincipalArn'.`, `${element}:${each}`)),
    ]);
  });
}

function conditionProblems({ Condition: condition }: JsonObject, problem: MakeProblem): Problem[] {
  if (condition === undefined || isOpen(condition)) { return []; }
  if (!isJsonObject(condition)) { return [problem('condition', 'Condition', `be an object of condition operators, got ${label(condition)}. Write it as { "StringEquals": { … } }.`)]; }
  return Object.entries(condition).flatMap(([operator, keys]): Problem[] => [
    ...operatorNamed(operator) || /:Null$/i.test(operator)
      ? []
      : [problem('operator', 'Condition', `have condition operators of IAM, got '${operator}'. Check its spelling.`, operator)],
    ...isJsonObject(keys) || isOpen(keys) ? [] : [problem('keys', `Condition.${operator}`, `be an object of condition keys, got ${label(keys)}. Name a key.`, operator)],
  ]);
}

/** IAM does not state whether the names of elements are case sensitive. */
function unknownNames(name: string, holder: JsonObject, known: readonly string[], entryOf: (key: string) => string): Problem[] {
  return Object.keys(holder).filter((key) => !isOneOf(known.map((each) => each.toLowerCase()), key.toLowerCase()))
    .map((key) => new Problem('element', `'${name}' must have the elements of a policy, got '${key}'. Check its spelling, or leave it out.`, entryOf(key)));
}

/** Distinguishes a statement from others of its policy. */
function identityOf({ Sid: sid, Action: action, NotAction: notAction }: JsonObject): string {
  return typeof sid === 'string' && sid !== '' ? sid : [...asList(action), ...asList(notAction)].filter((each) => typeof each === 'string').join(' ');
}

function has(holder: JsonObject, name: string): boolean {
  return Object.keys(holder).some((key) => key.toLowerCase() === name.toLowerCase());
}

/** The content of a text, or the text itself if it is not JSON. */
function textAsJson(policy: Json): Json {
  if (typeof policy !== 'string') { return policy; }
  const content = valueOfJson(policy);
  return content === undefined ? policy : content as Json;
}

/** Whether a deployment decides the value. */
function isOpen(value: Json): boolean {
  return value === UNKNOWN || isWritten(value) && typeof value !== 'string';
}

function isOneOf(known: readonly string[], value: string): boolean {
  return known.includes(value);
}

function either(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function label(value: Json): string {
  if (value === undefined || value === null) { return 'none'; }
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `'${String(value)}'`;
}
