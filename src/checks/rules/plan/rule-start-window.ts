import type { Limit } from '../../../capabilities/limits';
import { LIMITS } from '../../../capabilities/limits';
import type { PlanRule } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import type { Value } from '../../../values/unknown';
import { below } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';

export const ruleStartWindow: Rule = {
  id: RuleId.RULE_START_WINDOW,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The windows of a rule are within what AWS Backup takes.',
  why: 'CloudFormation does not look at the numbers, so that the deployment fails when AWS Backup refuses it.',
  fix: 'Give 60 minutes or more to start, or leave it out for eight hours; give no more than a hundred years.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  return [
    ...ofWindow(rule, 'StartWindowMinutes', rule.startWindow, LIMITS.startWindowMinutes),
    ...ofWindow(rule, 'CompletionWindowMinutes', rule.completionWindow, LIMITS.completionWindowMinutes),
  ];
}

function ofWindow(rule: PlanRule, name: string, minutes: Value<number>, limit: Limit): Outcome[] {
  const subject = ruleInWords(rule);
  return judged(below(rule.address, name), rangeProblems(name, minutes, limit).map((problem) => `${subject}: ${problem}`), [minutes], `${subject}: '${name}' cannot be known`);
}
