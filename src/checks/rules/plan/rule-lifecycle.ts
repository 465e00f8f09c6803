import { lifecycleProblems } from '../../../validation/plan/lifecycle';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import type { Stated } from '../../subjects/lifecycles';
import { LIFECYCLE_NAMES, statedLifecycles } from '../../subjects/lifecycles';

export const ruleLifecycle: Rule = {
  id: RuleId.RULE_LIFECYCLE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Retention and cold storage of rules and copies are within what AWS Backup takes.',
  why: 'What is in cold storage stays there for 90 days at least. CloudFormation does not look at the days, so that the deployment fails.',
  fix: 'Keep the recovery points longer, or leave cold storage out.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html',
  evaluate: (inventory) => statedLifecycles(inventory).filter(({ rule, isCopy }) => isCopy || rule.continuous !== true).flatMap(outcomesOf),
};

function outcomesOf({ address, lifecycle, inWords }: Stated): Outcome[] {
  const place = below(address, LIFECYCLE_NAMES.deleteAfter);
  const problems = lifecycleProblems(lifecycle, LIFECYCLE_NAMES);
  if (problems.length > 0) { return faults(place, problems.map((problem) => `${inWords}: ${problem}`)); }
  const { deleteAfter, moveToColdStorageAfter: cold } = lifecycle;
  // a move to cold storage matters only where there is an end
  return deleteAfter === UNKNOWN || (cold === UNKNOWN && deleteAfter !== undefined)
    ? [unknown(place, `${inWords}: whether '${LIFECYCLE_NAMES.deleteAfter}' is within what AWS Backup takes cannot be known`)]
    : [];
}
