import type { PlanRule } from '../../../inventory';
import { scheduleProblems } from '../../../schedule/cron';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const SCHEDULE = 'ScheduleExpression';

export const ruleSchedule: Rule = {
  id: RuleId.RULE_SCHEDULE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The schedule of a rule is a valid AWS cron expression that runs at a future date.',
  why: 'AWS Backup rejects an expression that is not valid. A rule whose schedule never runs creates no backup.',
  fix: 'Write an expression such as cron(0 5 ? * * *).',
  page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html',
  evaluate: ({ rules }, _, moment) => rules.flatMap((rule) => outcomesOf(rule, moment)),
};

function outcomesOf(rule: PlanRule, moment: Date): Outcome[] {
  const { address, schedule } = rule;
  const place = below(address, SCHEDULE);
  if (schedule === UNKNOWN) { return [unknown(place, `${ruleLabel(rule)}: '${SCHEDULE}' is unknown.`)]; }
  return isKnown(schedule) ? faults(place, scheduleProblems(SCHEDULE, schedule, moment).map((problem) => problem.of(ruleLabel(rule)))) : [];
}
