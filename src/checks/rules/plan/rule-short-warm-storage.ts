import { lifecycleWarnings } from '../../../validation/plan/lifecycle';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { type Stated, LIFECYCLE_PATHS, statedLifecycles } from '../../subjects/lifecycles';

const COLD = LIFECYCLE_PATHS.moveToColdStorageAfter;

export const ruleShortWarmStorage: Rule = {
  id: RuleId.RULE_SHORT_WARM_STORAGE,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'Backups stay in warm storage long enough to be incremental.',
  why: 'An incremental backup requires the previous backup in warm storage. Otherwise AWS Backup creates another full backup.',
  fix: 'Move to cold storage after eight days or more.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: (inventory) => statedLifecycles(inventory).flatMap(outcomesOf),
};

function outcomesOf({ address, lifecycle, label }: Stated): Outcome[] {
  const place = below(address, COLD);
  return lifecycle.moveToColdStorageAfter === UNKNOWN
    ? [unknown(place, `${label}: '${COLD}' is unknown.`)]
    : faults(place, lifecycleWarnings(lifecycle, LIFECYCLE_PATHS).map((problem) => problem.of(label)));
}
