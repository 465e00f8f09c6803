import { RULE, oneRule } from './cases';
import { ruleStartWindow } from '../../../../src/checks/rules/plan/rule-start-window';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const start = (StartWindowMinutes: unknown) => oneRule({ StartWindowMinutes });
const completion = (CompletionWindowMinutes: unknown) => oneRule({ CompletionWindowMinutes });

describeRule(ruleStartWindow, {
  compliant: [{ name: 'the minimum', ...start(60) }, { name: 'the maximum', ...start(52_560_000) }, { name: 'the longest time to complete', ...completion(52_560_000) }],
  nonCompliant: [
    {
      name: 'less than the minimum',
      ...start(59),
      messages: ['rule \'daily\': \'StartWindowMinutes\' must be at least 60 minutes, got 59 minutes. Raise it, or leave it out for AWS Backup\'s default of 480 minutes (8 hours).'],
      paths: [`${RULE}.StartWindowMinutes`],
    },
    {
      name: 'more than the maximum',
      ...start(52_560_001),
      messages: ['rule \'daily\': \'StartWindowMinutes\' must be at most 52560000 minutes, got 52560001 minutes. Lower it, or leave it out for AWS Backup\'s default of 480 minutes (8 hours).'],
    },
    {
      name: 'more time to complete than the maximum',
      ...completion(52_560_001),
      messages: ['rule \'daily\': \'CompletionWindowMinutes\' must be at most 52560000 minutes, got 52560001 minutes. Lower it, or leave it out for AWS Backup\'s default of 10080 minutes (7 days).'],
      paths: [`${RULE}.CompletionWindowMinutes`],
    },
  ],
  notApplicable: [{ name: 'no window', ...oneRule() }],
  unknown: [{ name: 'a parameter', ...start(GIVEN), messages: ['rule \'daily\': \'StartWindowMinutes\' is unknown.'] }, { name: 'a time to complete that is a parameter', ...completion(GIVEN) }],
});
