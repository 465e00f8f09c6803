import { type Json, readDocument } from '../../../iam';
import type { Vault } from '../../../inventory';
import { sessionProblems, ssoRoleProblems } from '../../../validation/vault/guard-exemptions';
import { exemptArnsIn, exemptNamesIn } from '../../../validation/vault/guard-policy';
import { UNKNOWN } from '../../../values/unknown';
import { at } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

const PROPERTY = 'AccessPolicy';

export const vaultGuardExemptions: Rule = {
  id: RuleId.VAULT_GUARD_EXEMPTIONS,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'The access policy of a vault exempts roles by ARNs that they have.',
  why: 'The role that is meant for emergencies is denied like any other.',
  fix: 'Write the ARN of the role in IAM. Roles of IAM Identity Center have a path: role/aws-reserved/sso.amazonaws.com/<region>/<name>, without the Region if the Identity Center is in '
    + 'us-east-1.',
  page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
  evaluate: ({ vaults }) => vaults.flatMap(outcomesOf),
};

function outcomesOf({ accessPolicy, address, label }: Vault): Outcome[] {
  const content = accessPolicy.json();
  if (content === undefined) { return []; }
  const place = at(address, accessPolicy);
  const policy = readDocument(content as Json, accessPolicy.effort);
  return policy === UNKNOWN || policy.statements.includes(UNKNOWN)
    ? [unknown(place, `vault ${label}: whether '${PROPERTY}' exempts roles that exist is unknown.`)]
    : faults(place, [
      ...ssoRoleProblems(PROPERTY, exemptNamesIn(policy.statements).arns),
      ...sessionProblems(PROPERTY, exemptArnsIn(policy.statements).filter((arn) => typeof arn === 'string')),
    ].map((problem) => problem.of(`vault ${label}`)));
}
