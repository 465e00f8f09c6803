import { RULE, oneRule } from './cases';
import { ruleTimeZone } from '../../../../src/checks/rules/plan/rule-time-zone';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const zone = (ScheduleExpressionTimezone: unknown) => oneRule({ ScheduleExpressionTimezone });

describeRule(ruleTimeZone, {
  compliant: [{ name: 'a zone', ...zone('Europe/Berlin') }, { name: 'UTC', ...zone('UTC') }],
  nonCompliant: [{
    name: 'no such zone',
    ...zone('Europe/Bonn'),
    messages: ['rule \'daily\': \'ScheduleExpressionTimezone\' must be an IANA time zone, got \'Europe/Bonn\'. For example, write \'Europe/Berlin\' or \'UTC\'.'],
    paths: [`${RULE}.ScheduleExpressionTimezone`],
  }],
  notApplicable: [{ name: 'no zone', ...oneRule() }],
  unknown: [{ name: 'a parameter', ...zone(GIVEN), messages: ['rule \'daily\': \'ScheduleExpressionTimezone\' is unknown.'] }],
});
