import type { PlanRule } from '../../../inventory';
import { continuousProblems } from '../../../validation/plan/lifecycle';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_PATHS, ruleLabel } from '../../subjects/lifecycles';

export const ruleContinuous: Rule = {
  id: RuleId.RULE_CONTINUOUS,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A continuous rule has a retention of at most 35 days, and no cold storage.',
  why: 'AWS Backup rejects the plan, and the deployment fails.',
  fix: 'Set 1 to 35 days. For a longer retention, add another rule to the plan.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, continuous, lifecycle } = rule;
  const place = below(address, 'Lifecycle');
  const problems = continuousProblems(lifecycle, LIFECYCLE_PATHS);
  if (continuous === true && problems.length > 0) { return faults(place, problems.map((problem) => problem.of(ruleLabel(rule)))); }
  if (continuous === UNKNOWN && problems.length > 0) {
    return [unknown(below(address, 'EnableContinuousBackup'), `${ruleLabel(rule)}: whether it is continuous is unknown, and its lifecycle is not valid for a continuous rule.`)];
  }
  return continuous === true && lifecycle.deleteAfter === UNKNOWN
    ? [unknown(place, `${ruleLabel(rule)}: whether '${LIFECYCLE_PATHS.deleteAfter}' is valid for a continuous rule is unknown.`)]
    : [];
}
