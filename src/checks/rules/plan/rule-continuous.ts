import type { PlanRule } from '../../../inventory';
import { continuousProblems } from '../../../validation/plan/lifecycle';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_NAMES, ruleInWords } from '../../subjects/lifecycles';

export const ruleContinuous: Rule = {
  id: RuleId.RULE_CONTINUOUS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A continuous rule has a retention of 35 days at most, and no cold storage.',
  why: 'AWS Backup refuses such a plan, which CloudFormation tells only at deployment.',
  fix: 'Give 1 to 35 days, and keep longer what another rule of the plan takes.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, continuous, lifecycle } = rule;
  const place = below(address, 'Lifecycle');
  const problems = continuousProblems(lifecycle, LIFECYCLE_NAMES);
  if (continuous === true && problems.length > 0) { return problems.map((problem) => fault(place, `${ruleInWords(rule)}: ${problem}`)); }
  if (continuous === UNKNOWN && problems.length > 0) {
    return [unknown(below(address, 'EnableContinuousBackup'), `${ruleInWords(rule)}: whether it is continuous cannot be known, and its lifecycle is none of a continuous rule`)];
  }
  return continuous === true && lifecycle.deleteAfter === UNKNOWN
    ? [unknown(place, `${ruleInWords(rule)}: whether '${LIFECYCLE_NAMES.deleteAfter}' is one of a continuous rule cannot be known`)]
    : [];
}
