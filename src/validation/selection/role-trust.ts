import { BACKUP_SERVICE } from '../../capabilities/principals';
import { type Perhaps, type PolicyDocument, type Principal, type Statement, evaluatePolicies } from '../../iam';
import { type Answer, allOf, not } from '../../values/answer';
import { Problem } from '../../values/problem';
import { UNKNOWN } from '../../values/unknown';

const SERVICE = BACKUP_SERVICE.principal;

/** Whether AWS Backup can assume a role, by its trust policy. A condition that allows it counts as met. A condition that denies it does not. */
export function backupCanAssume(trust: Perhaps<PolicyDocument>): Answer {
  if (trust === UNKNOWN) { return UNKNOWN; }
  const { allowed } = verdictOf({ ...trust, statements: trust.statements.filter(mayAllow).map(asAllowance) });
  return allOf([allowed, not(verdictOf(trust).denied === true)]);
}

export function untrusting(name: string): Problem {
  return new Problem('trust', `'${name}' must be a role that '${SERVICE}' can assume, got one whose trust policy does not allow it. `
    + 'Allow \'sts:AssumeRole\' for the service in its \'AssumeRolePolicyDocument\'.');
}

function verdictOf(trust: PolicyDocument) {
  return evaluatePolicies({
    caller: { kind: 'service', account: UNKNOWN, arn: SERVICE },
    action: 'sts:AssumeRole',
    resource: UNKNOWN,
    account: UNKNOWN,
    context: { values: new Map(), others: UNKNOWN },
  }, { identity: [], resource: trust });
}

function mayAllow(statement: Perhaps<Statement>): boolean {
  return statement === UNKNOWN || statement.effect !== 'Deny';
}

function asAllowance(statement: Perhaps<Statement>): Perhaps<Statement> {
  if (statement === UNKNOWN) { return UNKNOWN; }
  const { principals = { negated: false, items: [] } } = statement;
  return { ...statement, conditions: [], principals: { negated: false, items: principals.negated ? [UNKNOWN] : principals.items.map(asDocumented) } };
}

/** No page says whether a role for everyone, or for another name of the service, trusts AWS Backup. */
function asDocumented(principal: Perhaps<Principal>): Perhaps<Principal> {
  if (principal === UNKNOWN) { return UNKNOWN; }
  const { kind, name } = principal;
  const isDoubtful = kind === 'Service' ? typeof name === 'string' && name !== SERVICE && /^backup\./i.test(name) : name === '*';
  return isDoubtful ? UNKNOWN : principal;
}
