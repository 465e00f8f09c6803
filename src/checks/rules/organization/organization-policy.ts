import { LIMITS } from '../../../capabilities/limits';
import { type Entity, type Resolved, Text } from '../../../inventory';
import { nonStringProblems, planProblems, receivedPlanWarnings } from '../../../validation/organization/organization-policies';
import { syntaxProblems } from '../../../validation/organization/policy-syntax';
import { rangeProblems } from '../../../validation/ranges';
import { valueOfJson } from '../../../values/json-text';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const CONTENT = 'Content';

export const organizationPolicy: Rule = {
  id: RuleId.ORGANIZATION_POLICY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A backup policy of an organization is JSON in the syntax of backup policies with string values, is not too long, and selects by tags or by resources.',
  why: 'AWS Organizations rejects the policy, or no account receives its plan. The rule cannot see inherited parts, so it does not require '
    + 'anything that the policy might inherit. The finding is a warning for a number in an object, which CloudFormation might write as a string, '
    + 'for a value without an operator or of another kind, and for a schedule or lifecycle that AWS Backup rejects in the plan of an account.',
  fix: 'Write the keys as in the syntax, set every value with an operator and as a string, select by tags or by resources, and set a start window of at least 60 minutes.',
  page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html',
  evaluate: (inventory, _, moment) => inventory.ofType('AWS::Organizations::Policy').flatMap((policy) => outcomesOf(policy, moment)),
};

function outcomesOf(policy: Entity, moment: Date): Outcome[] {
  const type = policy.properties.get('Type').string();
  const property = policy.properties.get(CONTENT);
  const place = at(policy.address, property);
  const subject = `backup policy ${policy.address.logicalId}`;
  const doubt = unknown(place, `${subject}: whether '${CONTENT}' is a backup policy that AWS Organizations accepts is unknown.`);
  if (type !== 'BACKUP_POLICY') { return type === UNKNOWN ? [doubt] : []; }
  const content = property.json();
  const document = typeof content === 'string' ? valueOfJson(content) as Resolved | undefined : content;
  if (document === undefined) { return [fault(place, new Problem('no-json', `'${CONTENT}' must be JSON, got text that cannot be parsed. Correct it, or write an object.`).of(subject))]; }
  const length = isWhole(document) ? JSON.stringify(document).length : undefined;
  const found = [
    ...faults(place, rangeProblems(CONTENT, length, LIMITS.backupPolicyCharacters).map((problem) => problem.of(subject))),
    ...syntaxProblems(CONTENT, document).map(({ isError, problem }) => fault(place, problem.of(subject), isError ? 'error' : 'warning')),
    ...faults(place, planProblems(CONTENT, document).map((problem) => problem.of(subject))),
    ...faults(place, receivedPlanWarnings(CONTENT, document, moment).map((problem) => problem.of(subject)), 'warning'),
    ...faults(place, nonStringProblems(CONTENT, document).map((problem) => problem.of(subject)), typeof content === 'string' ? undefined : 'warning'),
  ];
  return found.length > 0 || isWhole(document) ? found : [doubt];
}

/** Whether all of it is known. */
function isWhole(json: Resolved): boolean {
  if (json === UNKNOWN || json instanceof Text) { return false; }
  return typeof json !== 'object' || json === null || Object.values(json as Readonly<Record<string, Resolved>>).every(isWhole);
}
