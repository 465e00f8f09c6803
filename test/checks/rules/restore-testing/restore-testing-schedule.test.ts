import { NO_TEST, plan } from './restore-tests';
import { restoreTestingSchedule } from '../../../../src/checks/rules/restore-testing/restore-testing-schedule';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

describeRule(restoreTestingSchedule, {
  compliant: [
    { name: 'a schedule', ...plan() },
    { name: 'a schedule in a time zone', ...plan({ ScheduleExpressionTimezone: 'Europe/Berlin' }) },
  ],
  nonCompliant: [
    {
      name: 'a rate',
      ...plan({ ScheduleExpression: 'rate(7 days)' }),
      messages: [/^restore testing plan 'weekly': 'ScheduleExpression' must be an AWS cron expression of the form 'cron\(.*\)', got 'rate\(7 days\)'\. /],
      paths: ['ScheduleExpression'],
    },
    {
      name: 'both days',
      ...plan({ ScheduleExpression: 'cron(0 5 * * * *)' }),
      messages: [/^restore testing plan 'weekly': 'ScheduleExpression' must have '\?' in exactly one of day-of-month and day-of-week, got '\*' and '\*'\. /],
    },
    {
      name: 'a time zone that does not exist',
      ...plan({ ScheduleExpressionTimezone: 'Europe/Bonn' }),
      messages: ['restore testing plan \'weekly\': \'ScheduleExpressionTimezone\' must be an IANA time zone, got \'Europe/Bonn\'. For example, write \'Europe/Berlin\' or \'UTC\'.'],
      paths: ['ScheduleExpressionTimezone'],
    },
  ],
  notApplicable: [NO_TEST],
  unknown: [{ name: 'a parameter', ...plan({ ScheduleExpression: GIVEN }), messages: ['restore testing plan \'weekly\': \'ScheduleExpression\' is unknown.'] }],
});
