import type { PlanRule } from '../../../inventory';
import { shortCopyProblems } from '../../../validation/plan/short-copies';
import { isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { LIFECYCLE_PATHS, lifecycleOf, ruleLabel } from '../../subjects/lifecycles';

const RETENTION = LIFECYCLE_PATHS.deleteAfter;

export const copyKeptShorter: Rule = {
  id: RuleId.COPY_KEPT_SHORTER,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'The longest copy of a rule has at least half the retention of its backup, or expires less than 30 days earlier.',
  why: 'If the account or the Region of the backup is lost, only the copies are left. Data that only the backup contains is lost.',
  fix: 'Raise the retention of a copy.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const copies = isKnown(rule.copies) ? rule.copies : [];
  if (copies.length === 0) { return []; }
  const retentions = copies.map((copy) => lifecycleOf(copy).deleteAfter);
  const backup = rule.lifecycle.deleteAfter;
  const place = below(copies[0].address, RETENTION);
  // A copy that never expires, or that certainly has the retention of its backup, is long enough
  if (copies.some((copy) => lifecycleOf(copy) === rule.lifecycle) || retentions.includes(undefined)) { return []; }
  return judged(place, shortCopyProblems(RETENTION, backup, retentions).map((problem) => problem.of(ruleLabel(rule))), [backup, ...retentions],
    `${ruleLabel(rule)}: whether a copy is kept much shorter than its backup is unknown.`);
}
