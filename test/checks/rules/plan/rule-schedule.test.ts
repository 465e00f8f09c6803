import { RULE, oneRule } from './cases';
import { ruleSchedule } from '../../../../src/checks/rules/plan/rule-schedule';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const schedule = (ScheduleExpression: unknown) => oneRule({ ScheduleExpression });
const PATH = `${RULE}.ScheduleExpression`;

describeRule(ruleSchedule, {
  compliant: [{ name: 'a sound schedule', ...schedule('cron(0 5 ? * * *)') }, { name: 'every ten minutes', ...schedule('cron(0/10 * ? * * *)') }],
  nonCompliant: [
    {
      name: 'a rate',
      ...schedule('rate(1 day)'),
      messages: [/^rule 'daily': 'ScheduleExpression' must be an AWS cron expression of the form .*, got 'rate\(1 day\)'\. AWS Backup does not support rate expressions/],
      paths: [PATH],
    },
    {
      name: 'two days',
      ...schedule('cron(0 5 * * * *)'),
      messages: ['rule \'daily\': \'ScheduleExpression\' must have \'?\' in exactly one of day-of-month and day-of-week, got \'*\' and \'*\'. Write \'cron(0 5 * * ? *)\'.'],
    },
    { name: 'a day that never comes', ...schedule('cron(0 5 30 2 ? *)'), messages: [/^rule 'daily': 'ScheduleExpression' must run at least once, got 30 February, which does not exist/] },
  ],
  notApplicable: [{ name: 'the schedule that AWS accepts', ...oneRule() }],
  unknown: [{ name: 'a parameter', ...schedule(GIVEN), messages: ['rule \'daily\': \'ScheduleExpression\' is unknown.'] }],
});
