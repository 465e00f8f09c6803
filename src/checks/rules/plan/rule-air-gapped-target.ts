import type { PlanRule } from '../../../inventory';
import { elsewhere } from '../../../validation/plan/copies';
import { Problem } from '../../../values/problem';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';
import { targetArnProblems } from '../../subjects/vault-arns';

const TARGET = 'TargetLogicallyAirGappedBackupVaultArn';

export const ruleAirGappedTarget: Rule = {
  id: RuleId.RULE_AIR_GAPPED_TARGET,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The logically air-gapped vault of a rule is in the account and Region of the plan.',
  why: 'AWS Backup backs up only into an air-gapped vault of the same account and Region. Use copies to reach other vaults.',
  fix: 'Name an air-gapped vault of the same account and Region, or copy to the other vault.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { airGappedTarget: target, address, plan } = rule;
  if (!target) { return []; }
  const place = below(address, TARGET);
  const subject = ruleLabel(rule);
  const malformed = targetArnProblems(TARGET, target);
  if (malformed.length > 0) { return faults(place, malformed.map((problem) => problem.of(subject))); }
  const difference = elsewhere(plan.environment, target);
  if (difference) {
    return [fault(place, new Problem('elsewhere', `'${TARGET}' must be in the ${difference.part} of the plan ('${difference.here}'), got one of '${difference.there}'. `
      + 'Copy there with \'CopyActions\' instead.').of(subject))];
  }
  if (target.vault?.kind === 'standard') {
    return [fault(place, new Problem('standard-vault', `'${TARGET}' must name a logically air-gapped vault, got the standard vault ${target.vault.label}. `
      + 'Leave it out, or name another vault.').of(subject))];
  }
  return [target.crossAccount, target.crossRegion].includes(UNKNOWN)
    ? [unknown(place, `${subject}: whether '${TARGET}' is in the account and Region of the plan is unknown.`)]
    : [];
}
