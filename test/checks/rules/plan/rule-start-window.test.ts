import { GIVEN, RULE, oneRule } from './cases';
import { ruleStartWindow } from '../../../../src/checks/rules/plan/rule-start-window';
import { describeRule } from '../../rule-cases';

const start = (StartWindowMinutes: unknown) => oneRule({ StartWindowMinutes });

describeRule(ruleStartWindow, {
  compliant: [{ name: 'the minimum', ...start(60) }, { name: 'the maximum', ...start(52_560_000) }],
  nonCompliant: [
    {
      name: 'less than the minimum',
      ...start(59),
      messages: ['rule \'daily\': \'StartWindowMinutes\' must be at least 60 minutes, got 59 minutes: give 60 to 52560000 minutes'],
      paths: [`${RULE}.StartWindowMinutes`],
    },
    {
      name: 'more than the maximum',
      ...start(52_560_001),
      messages: ['rule \'daily\': \'StartWindowMinutes\' must be at most 52560000 minutes, got 52560001 minutes: give 60 to 52560000 minutes'],
    },
  ],
  notApplicable: [{ name: 'no window', ...oneRule() }],
  unknown: [{ name: 'a parameter', ...start(GIVEN), messages: ['rule \'daily\': \'StartWindowMinutes\' cannot be known'] }],
});
