import { coldStorageProblems, isPossibleRetention, lifecycleProblems } from '../../../validation/plan/lifecycle';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type Stated, LIFECYCLE_PATHS, statedLifecycles } from '../../subjects/lifecycles';

export const ruleLifecycle: Rule = {
  id: RuleId.RULE_LIFECYCLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'AWS Backup accepts the retention and the cold storage of rules and copies.',
  why: 'Recovery points stay in cold storage for at least 90 days. CloudFormation does not validate the days, so the deployment fails. '
    + 'If a copy has no retention of its own, it expires with its backup, and the finding is a warning.',
  fix: 'Raise the retention, or leave out cold storage.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
  evaluate: (inventory) => statedLifecycles(inventory).filter(({ rule, isCopy }) => isCopy || rule.continuous !== true).flatMap(outcomesOf),
};

function outcomesOf({ address, lifecycle, label, isInherited }: Stated): Outcome[] {
  const place = below(address, LIFECYCLE_PATHS.deleteAfter);
  if (isInherited) {
    const short = isPossibleRetention(lifecycle.deleteAfter) ? coldStorageProblems(lifecycle, LIFECYCLE_PATHS) : [];
    return faults(place, short.map((problem) => problem.of(label)), 'warning');
  }
  const problems = lifecycleProblems(lifecycle, LIFECYCLE_PATHS);
  if (problems.length > 0) { return faults(place, problems.map((problem) => problem.of(label))); }
  const { deleteAfter, moveToColdStorageAfter: cold } = lifecycle;
  // A move to cold storage matters only with a retention
  return deleteAfter === UNKNOWN || (cold === UNKNOWN && deleteAfter !== undefined)
    ? [unknown(place, `${label}: whether '${LIFECYCLE_PATHS.deleteAfter}' is valid is unknown.`)]
    : [];
}
