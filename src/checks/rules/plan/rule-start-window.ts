import { LIMITS } from '../../../capabilities/limits';
import type { PlanRule } from '../../../inventory';
import { rangeProblems } from '../../../private/ranges';
import { UNKNOWN } from '../../../private/unknown';
import type { Outcome, Rule } from '../../rule';
import { faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { at } from '../../subjects/at';
import { ruleInWords } from '../../subjects/lifecycles';

const START = 'StartWindowMinutes';

export const ruleStartWindow: Rule = {
  id: RuleId.RULE_START_WINDOW,
  level: 'error',
  what: 'The start window of a rule is within what AWS Backup takes.',
  why: 'CloudFormation does not look at the number, so that the deployment fails when AWS Backup refuses it.',
  fix: 'Give 60 minutes or more, or leave it out for eight hours.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, startWindow } = rule;
  const place = at(address, START);
  if (startWindow === UNKNOWN) { return [unknown(place, `${ruleInWords(rule)}: '${START}' cannot be known`)]; }
  return faults(place, rangeProblems(START, startWindow, LIMITS.startWindowMinutes).map((problem) => `${ruleInWords(rule)}: ${problem}`));
}
