import { RULE, oneRule } from './cases';
import { ruleCompletionWindow } from '../../../../src/checks/rules/plan/rule-completion-window';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const windows = (CompletionWindowMinutes: unknown, StartWindowMinutes?: unknown) => oneRule({ CompletionWindowMinutes, StartWindowMinutes });
const tooShort = (start: number, got: number) => `rule 'daily': 'CompletionWindowMinutes' should be longer than 'StartWindowMinutes' (${start} minutes), got ${got} minutes. `
  + 'Raise it. Otherwise AWS Backup might cancel a job that starts late in its window before it can complete.';

describeRule(ruleCompletionWindow, {
  compliant: [{ name: 'longer', ...windows(61, 60) }, { name: 'longer than the default', ...windows(481) }],
  nonCompliant: [
    { name: 'as long', ...windows(60, 60), messages: [tooShort(60, 60)], paths: [`${RULE}.CompletionWindowMinutes`] },
    { name: 'as long as the default', ...windows(480), messages: [tooShort(480, 480)] },
  ],
  notApplicable: [{ name: 'no window', ...oneRule({ StartWindowMinutes: 600 }) }],
  unknown: [
    {
      name: 'a start that is a parameter',
      ...windows(60, GIVEN),
      messages: ['rule \'daily\': whether \'CompletionWindowMinutes\' is longer than \'StartWindowMinutes\' is unknown.'],
    },
    { name: 'a parameter', ...windows(GIVEN, 60) },
  ],
});
