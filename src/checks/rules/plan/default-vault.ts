import type { Plan, PlanRule } from '../../../inventory';
import { DEFAULT_VAULT } from '../../../validation/plan/copies';
import { type Answer, allOf } from '../../../values/answer';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const defaultVault: Rule = {
  id: RuleId.DEFAULT_VAULT,
  packs: ['ResilienceChecks'],
  level: 'warning',
  what: 'A plan does not store all of its backups in the default vault.',
  why: 'The default vault, which the console creates, has the AWS managed key, and no lock, policy, or notifications. It cannot receive copies '
    + 'from other accounts.',
  fix: 'Create a vault, and back up into it.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html',
  evaluate: ({ plans }) => plans.flatMap(outcomesOf),
};

function outcomesOf(plan: Plan): Outcome[] {
  const rules = isKnown(plan.rules) ? plan.rules : [];
  const all = rules.length > 0 && allOf(rules.map(isIntoDefault));
  if (all === false) { return []; }
  const place = below(rules[0].address, 'TargetBackupVault');
  return all === true
    ? [fault(place, new Problem('default', `'TargetBackupVault' of a rule should be a vault with a lock, a policy, and a key of your own, got '${DEFAULT_VAULT}' for all rules. Create a vault.`)
      .of(`plan ${plan.label}`))]
    : [unknown(place, `plan ${plan.label}: whether all rules back up into the default vault is unknown.`)];
}

/** A vault of that name in a template has the properties that the template gives it. */
function isIntoDefault({ target: { kind, vaultName }, airGappedTarget }: PlanRule): Answer {
  if (kind === 'inApp' || airGappedTarget) { return false; }
  return isKnown(vaultName) ? vaultName === DEFAULT_VAULT : vaultName === UNKNOWN ? UNKNOWN : false;
}
