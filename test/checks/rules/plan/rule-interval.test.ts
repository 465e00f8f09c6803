import { RULE, oneRule } from './cases';
import { ruleInterval } from '../../../../src/checks/rules/plan/rule-interval';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const schedule = (ScheduleExpression: unknown) => oneRule({ ScheduleExpression });

describeRule(ruleInterval, {
  compliant: [{ name: 'hourly', ...schedule('cron(30 * ? * * *)') }],
  nonCompliant: [{
    name: 'every half hour',
    ...schedule('cron(0/30 * ? * * *)'),
    messages: ['rule \'daily\': \'ScheduleExpression\' should not run more often than hourly, got \'cron(0/30 * ? * * *)\'. One hour is the shortest interval that AWS Backup documents. For a shorter one, use a continuous rule.'],
    paths: [`${RULE}.ScheduleExpression`],
  }],
  notApplicable: [{ name: 'no schedule', ...oneRule() }, { name: 'a schedule that cannot be read', ...schedule('rate(5 minutes)') }],
  unknown: [{ name: 'a parameter', ...schedule(GIVEN), messages: ['rule \'daily\': how often it runs is unknown.'] }],
});
