import { LIMITS } from '../../../capabilities/limits';
import type { Entity, Resolved } from '../../../inventory';
import { Text } from '../../../inventory';
import { nonStringProblems, planProblems } from '../../../validation/organization/organization-policies';
import { rangeProblems } from '../../../validation/ranges';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const CONTENT = 'Content';

export const organizationPolicy: Rule = {
  id: RuleId.ORGANIZATION_POLICY,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A backup policy of an organization is JSON of strings, is not too long, and selects by tags or by resources.',
  why: 'AWS Organizations refuses the policy, or no account gets its plan. What a policy inherits is not seen, so that nothing is asked for that it may inherit. '
    + 'A warning where a number stands in an object, which CloudFormation may write as a string.',
  fix: 'Write every value as a string, one of the two ways to select, and 60 minutes or more to start.',
  page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html',
  evaluate: (inventory) => inventory.ofType('AWS::Organizations::Policy').flatMap(outcomesOf),
};

function outcomesOf(policy: Entity): Outcome[] {
  const type = policy.properties.get('Type').string();
  const property = policy.properties.get(CONTENT);
  const place = at(policy.address, property);
  const subject = `backup policy ${policy.address.logicalId}`;
  const doubt = unknown(place, `${subject}: whether '${CONTENT}' is a backup policy that AWS Organizations takes cannot be known`);
  if (type !== 'BACKUP_POLICY') { return type === UNKNOWN ? [doubt] : []; }
  const content = property.json();
  const document = typeof content === 'string' ? parsed(content) : content;
  if (document === undefined) { return [fault(place, `${subject}: '${CONTENT}' must be JSON, got text that is none: mend it, or write an object`)]; }
  const length = isWhole(document) ? JSON.stringify(document).length : undefined;
  const found = [
    ...faults(place, [...rangeProblems(CONTENT, length, LIMITS.backupPolicyCharacters), ...planProblems(CONTENT, document)]),
    ...nonStringProblems(CONTENT, document).map((problem) => fault(place, problem, typeof content === 'string' ? undefined : 'warning')),
  ].map((outcome) => ({ ...outcome, message: `${subject}: ${outcome.message}` }));
  return found.length > 0 || isWhole(document) ? found : [doubt];
}

function parsed(text: string): Resolved | undefined {
  try { return JSON.parse(text) as Resolved; } catch { return undefined; }
}

/** Whether all of it is known. */
function isWhole(json: Resolved): boolean {
  if (json === UNKNOWN || json instanceof Text) { return false; }
  return typeof json !== 'object' || json === null || Object.values(json as Readonly<Record<string, Resolved>>).every(isWhole);
}
