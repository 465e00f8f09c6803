import type { PlanRule } from '../../../inventory';
import { windowWarnings } from '../../../validation/plan/windows';
import { UNKNOWN } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const NAMES = { start: 'StartWindowMinutes', completion: 'CompletionWindowMinutes' };

export const ruleCompletionWindow: Rule = {
  id: RuleId.RULE_COMPLETION_WINDOW,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'The completion window of a rule is longer than its start window.',
  why: 'According to one of two AWS pages, the completion window counts from the schedule. AWS Backup then cancels a job that starts late before it can complete.',
  fix: 'Lengthen the completion window, or shorten the start window. Its default is eight hours.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, startWindow: start, completionWindow: completion } = rule;
  if (completion === undefined) { return []; }
  const place = below(address, NAMES.completion);
  return [start, completion].includes(UNKNOWN)
    ? [unknown(place, `${ruleLabel(rule)}: whether '${NAMES.completion}' is longer than '${NAMES.start}' is unknown.`)]
    : faults(place, windowWarnings({ start, completion }, NAMES).map((problem) => problem.of(ruleLabel(rule))));
}
