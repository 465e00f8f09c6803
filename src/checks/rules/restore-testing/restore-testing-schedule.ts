import { planInWords, plansIn } from './restore-tests';
import type { Entity } from '../../../inventory';
import { scheduleProblems } from '../../../schedule/cron';
import { timezoneProblem } from '../../../schedule/timezone';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTestingSchedule: Rule = {
  id: RuleId.RESTORE_TESTING_SCHEDULE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The schedule of a restore testing plan is a cron expression that AWS reads, in a time zone that exists.',
  why: 'The deployment fails, or no test ever runs.',
  fix: 'Write cron() with six fields, with ? for one of the two days.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory, _, moment) => plansIn(inventory).flatMap((plan) => outcomesOf(plan, moment)),
};

function outcomesOf(plan: Entity, moment: Date): Outcome[] {
  return [
    ...ofProperty(plan, 'ScheduleExpression', (expression) => scheduleProblems(expression, moment)),
    ...ofProperty(plan, 'ScheduleExpressionTimezone', (zone) => timezoneProblem(zone) ?? []),
  ];
}

function ofProperty(plan: Entity, name: string, judge: (value: string) => string | readonly string[]): Outcome[] {
  const property = plan.properties.get(name);
  const value = property.string();
  const subject = `${planInWords(plan)}: '${name}'`;
  const problems = isKnown(value) ? [judge(value)].flat() : [];
  return judged(at(plan.address, property), problems.map((problem) => `${subject} ${problem}`), [value], `${subject} cannot be known`);
}
