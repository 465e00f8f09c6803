import type { Condition, Perhaps, PolicyDocument, Principal, Statement } from '../../iam';
import { type Part, type Written, isPiece, written } from '../../values/fragments';
import { UNKNOWN } from '../../values/unknown';

/** The keys of who calls, and those whose value is the same for every caller. A caller chooses the circumstances that all other keys describe. */
const OF_CALLERS = new RegExp('^aws:(Principal(Arn|Account|Type|IsAWSService|ServiceName|ServiceNamesList|Tag/.+)|userid|username|FederatedProvider|SourceIdentity'
  + '|SourceAccount|SourceArn|ViaAWSService|CalledVia(First|Last)?|SecureTransport|ResourceAccount|RequestedRegion)$', 'i');

/** The policy without the denials that a caller can avoid by a choice of circumstances, such as an IP address or a second factor. */
export function guardOf(policy: PolicyDocument): PolicyDocument {
  const isOfCallers = (condition: Perhaps<Condition>) => condition === UNKNOWN || OF_CALLERS.test(condition.key);
  return {
    ...policy,
    statements: policy.statements.flatMap((each) => {
      if (each === UNKNOWN || each.effect === 'Allow') { return [each]; }
      return each.conditions.every(isOfCallers) ? [withNamedExemptions(each)] : [];
    }),
  };
}

/** What a template leaves open, such as the ARN of a role that it creates, names a principal and is not a pattern for all of them. */
function withNamedExemptions(statement: Statement): Statement {
  const { principals } = statement;
  return {
    ...statement,
    principals: principals?.negated ? { ...principals, items: principals.items.map(namedPrincipal) } : principals,
    conditions: statement.conditions.flatMap((condition) => (condition === UNKNOWN || !isNegated(condition) ? [condition] : exemptions(condition))),
  };
}

/** IAM does not state what becomes of a value that is not an ARN, such as `*:role/*`, in a comparison of ARNs. It is read as a pattern of characters. */
function exemptions({ operator, key, values }: Condition): Condition[] {
  const given = values.map(named);
  const asText = operator.replace(/ArnNot(Like|Equals)/i, 'StringNotLike');
  if (asText === operator) { return [{ operator, key, values: given }]; }
  const [arns, others] = [given.filter(isArn), given.filter((value) => !isArn(value))];
  return [{ operator, key, values: arns }, { operator: asText, key, values: others }].filter((each) => each.values.length > 0);
}

function isArn(value: Written): boolean {
  const text = typeof value === 'string' ? value : value.parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  return /^arn:([^:]*:){4}/.test(text);
}

const NAMED = 'named-at-deployment';

function namedPrincipal(principal: Perhaps<Principal>): Principal {
  return principal === UNKNOWN ? { kind: 'AWS', name: NAMED } : { ...principal, name: named(principal.name) };
}

function named(value: Perhaps<Written>): Written {
  if (value === UNKNOWN) { return NAMED; }
  return typeof value === 'string' ? value : written(...value.parts.map((part) => (typeof part === 'string' || isPseudo(part) ? part : NAMED)));
}

function isPseudo(part: Part): boolean {
  return isPiece(part) && typeof part === 'object' && part.kind === 'pseudo';
}

function isNegated({ operator }: Condition): boolean {
  return /Not/i.test(operator);
}

/** What the denials exempt by name. Probes for similar names are made from it. */
export function exemptNamesIn(statements: PolicyDocument['statements']) {
  const denials = denialsIn(statements);
  const conditions = conditionsOf(denials);
  const exemptBy = (name: string) => exemptValues(conditions, name).filter(isString);
  const notPrincipals = denials.flatMap(({ principals }) => (principals?.negated ? principals.items : []));
  const arns = [...exemptBy(PRINCIPAL_ARN), ...notPrincipals.map((each) => each !== UNKNOWN && each.name).filter(isString)];
  const names = arns.filter((arn) => arn.includes('/')).map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
  const sessions = exemptBy('aws:userid').filter((id) => id.includes(':')).map((id) => id.slice(id.indexOf(':') + 1).replace(/[*?]/g, 'x'));
  const compared = conditions.filter((each) => !isNegated(each) && !/^Null$/i.test(each.operator) && /^aws:PrincipalTag\//i.test(each.key));
  return {
    arns,
    roles: unique(names.filter((name) => name !== '' && !/[*?$]/.test(name))),
    sessions: unique(sessions.filter((name) => name !== '')),
    tags: unique(compared.map(({ key }) => key)),
  };
}

/**
 * The ARNs that conditions of the denials exempt, each once, as far as they are known. `NotPrincipal` is left out: it names a principal that exists, not an ARN.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function exemptArnsIn(statements: PolicyDocument['statements']): Written[] {
  const arns = exemptValues(conditionsOf(denialsIn(statements)), PRINCIPAL_ARN).filter((value) => value !== UNKNOWN);
  return [...new Map(arns.map((arn) => [String(arn), arn])).values()];
}

const PRINCIPAL_ARN = 'aws:principalarn';

function denialsIn(statements: PolicyDocument['statements']): Statement[] {
  return statements.filter((each): each is Statement => each !== UNKNOWN && each.effect !== 'Allow');
}

function conditionsOf(statements: readonly Statement[]): Condition[] {
  return statements.flatMap((each) => each.conditions).filter((each): each is Condition => each !== UNKNOWN);
}

function exemptValues(conditions: readonly Condition[], name: string): Perhaps<Written>[] {
  return conditions.filter((each) => isNegated(each) && each.key.toLowerCase() === name).flatMap(({ values }) => values);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
