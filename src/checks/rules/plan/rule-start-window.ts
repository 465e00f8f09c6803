import { type Limit, LIMITS } from '../../../capabilities/limits';
import type { PlanRule } from '../../../inventory';
import { rangeProblems } from '../../../validation/ranges';
import type { Value } from '../../../values/unknown';
import { below } from '../../at';
import { judged } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

export const ruleStartWindow: Rule = {
  id: RuleId.RULE_START_WINDOW,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The windows of a rule are within the limits of AWS Backup.',
  why: 'CloudFormation does not validate the numbers. The deployment fails when AWS Backup rejects them.',
  fix: 'Set a start window of at least 60 minutes, or leave it out for the default of eight hours. Windows can be at most 100 years.',
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
  const subject = ruleLabel(rule);
  return judged(below(rule.address, name), rangeProblems(name, minutes, limit).map((problem) => problem.of(subject)), [minutes], `${subject}: '${name}' is unknown.`);
}
