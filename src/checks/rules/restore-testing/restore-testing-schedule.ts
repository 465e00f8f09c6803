import { planLabel, plansIn } from './restore-tests';
import type { Entity } from '../../../inventory';
import { scheduleProblems } from '../../../schedule/cron';
import { timezoneProblem } from '../../../schedule/timezone';
import type { Problem } from '../../../values/problem';
import { isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

export const restoreTestingSchedule: Rule = {
  id: RuleId.RESTORE_TESTING_SCHEDULE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The schedule of a restore testing plan is a valid AWS cron expression, in a time zone that exists.',
  why: 'The deployment fails, or no test runs.',
  fix: 'Write cron() with six fields, and ? for one of the two days.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
  evaluate: (inventory, _, moment) => plansIn(inventory).flatMap((plan) => outcomesOf(plan, moment)),
};

function outcomesOf(plan: Entity, moment: Date): Outcome[] {
  return [
    ...ofProperty(plan, 'ScheduleExpression', (name, expression) => scheduleProblems(name, expression, moment)),
    ...ofProperty(plan, 'ScheduleExpressionTimezone', (name, zone) => timezoneProblem(name, zone) ?? []),
  ];
}

function ofProperty(plan: Entity, name: string, judge: (name: string, value: string) => Problem | readonly Problem[]): Outcome[] {
  const property = plan.properties.get(name);
  const value = property.string();
  const subject = planLabel(plan);
  const problems = isKnown(value) ? [judge(name, value)].flat() : [];
  return judged(at(plan.address, property), problems.map((problem) => problem.of(subject)), [value], `${subject}: '${name}' is unknown.`);
}
