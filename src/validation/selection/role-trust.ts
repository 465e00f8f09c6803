import { type Perhaps, type PolicyDocument, type Principal, type Statement, evaluatePolicies, requiresOtherAccount } from '../../iam';
import { type Answer, allOf, not } from '../../values/answer';
import type { Written } from '../../values/fragments';
import { Problem } from '../../values/problem';
import { UNKNOWN } from '../../values/unknown';

/**
 * Whether a service can assume a role, by its trust policy. A condition that allows it counts as met, unless it requires another account.
 * A condition that denies it does not count as met.
 *
 * @param account the account for which the service acts
 */
export function canAssume(service: string, trust: Perhaps<PolicyDocument>, account: Perhaps<Written> = UNKNOWN): Answer {
  if (trust === UNKNOWN) { return UNKNOWN; }
  const isForOthers = (statement: Perhaps<Statement>) => statement !== UNKNOWN
    && statement.conditions.some((condition) => requiresOtherAccount(condition, account, trust.variables));
  const allowances = trust.statements
    .filter((statement) => mayAllow(statement) && !isForOthers(statement))
    .map((statement) => asAllowance(service, statement));
  const { allowed } = verdictOf(service, { ...trust, statements: allowances });
  return allOf([allowed, not(verdictOf(service, trust).denied === true)]);
}

/** How to let a service assume a role of the CDK. */
export function assumedBy(service: string): string {
  return `Create the role with assumedBy: new iam.ServicePrincipal('${service}').`;
}

/** @param fix how to let the service assume the role */
export function untrusting(name: string, service: string, fix = 'Allow \'sts:AssumeRole\' for the service in its \'AssumeRolePolicyDocument\'.'): Problem {
  return new Problem('trust', `'${name}' must be a role that '${service}' can assume, got one whose trust policy does not allow it. ${fix}`);
}

function verdictOf(service: string, trust: PolicyDocument) {
  return evaluatePolicies({
    caller: { kind: 'service', account: UNKNOWN, arn: service },
    action: 'sts:AssumeRole',
    resource: UNKNOWN,
    account: UNKNOWN,
    context: { values: new Map(), others: UNKNOWN },
  }, { identity: [], resource: trust });
}

function mayAllow(statement: Perhaps<Statement>): boolean {
  return statement === UNKNOWN || statement.effect !== 'Deny';
}

function asAllowance(service: string, statement: Perhaps<Statement>): Perhaps<Statement> {
  if (statement === UNKNOWN) { return UNKNOWN; }
  const { principals = { negated: false, items: [] } } = statement;
  const items = principals.negated ? [UNKNOWN as typeof UNKNOWN] : principals.items.map((principal) => asDocumented(service, principal));
  return { ...statement, conditions: [], principals: { negated: false, items } };
}

/** No page says whether a role for everyone, or for another name of the service, trusts the service. */
function asDocumented(service: string, principal: Perhaps<Principal>): Perhaps<Principal> {
  if (principal === UNKNOWN) { return UNKNOWN; }
  const { kind, name } = principal;
  const isDoubtful = kind === 'Service' ? typeof name === 'string' && name !== service && name.toLowerCase().startsWith(service.replace(/amazonaws\.com$/, '')) : name === '*';
  return isDoubtful ? UNKNOWN : principal;
}
