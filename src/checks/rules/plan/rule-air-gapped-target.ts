import type { PlanRule } from '../../../inventory';
import { elsewhere } from '../../../validation/plan/copies';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';
import { targetArnProblems } from '../../subjects/vault-arns';

const TARGET = 'TargetLogicallyAirGappedBackupVaultArn';

export const ruleAirGappedTarget: Rule = {
  id: RuleId.RULE_AIR_GAPPED_TARGET,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The logically air-gapped vault of a rule is in the account and Region of the plan.',
  why: 'AWS Backup backs up into an air-gapped vault beside the plan only: what is elsewhere is reached by copies.',
  fix: 'Name an air-gapped vault of the same account and Region, or copy there.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { airGappedTarget: target, address, plan } = rule;
  if (!target) { return []; }
  const place = below(address, TARGET);
  const say = (problem: string) => `${ruleInWords(rule)}: ${problem}`;
  const malformed = targetArnProblems(TARGET, target);
  if (malformed.length > 0) { return faults(place, malformed.map(say)); }
  const difference = elsewhere(plan.environment, target);
  if (difference) {
    return [fault(place, say(`'${TARGET}' must be in the ${difference.part} of the plan ('${difference.here}'), got one of '${difference.there}': `
      + 'copy there with \'CopyActions\' instead'))];
  }
  if (target.vault?.kind === 'standard') {
    return [fault(place, say(`'${TARGET}' must name a logically air-gapped vault, got the standard vault ${target.vault.inWords}: `
      + 'leave it out, or name another vault'))];
  }
  return [target.crossAccount, target.crossRegion].includes(UNKNOWN)
    ? [unknown(place, say(`whether '${TARGET}' is in the account and Region of the plan cannot be known`))]
    : [];
}
