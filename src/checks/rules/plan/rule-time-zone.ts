import type { PlanRule } from '../../../inventory';
import { timezoneProblem } from '../../../schedule/timezone';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const TIME_ZONE = 'ScheduleExpressionTimezone';

export const ruleTimeZone: Rule = {
  id: RuleId.RULE_TIME_ZONE,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The time zone of a rule exists.',
  why: 'CloudFormation does not validate the name. The deployment fails when AWS Backup rejects it.',
  fix: 'Use a name of the IANA database, such as Europe/Berlin.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, timezone } = rule;
  const place = below(address, TIME_ZONE);
  if (timezone === UNKNOWN) { return [unknown(place, `${ruleLabel(rule)}: '${TIME_ZONE}' is unknown.`)]; }
  const problem = isKnown(timezone) ? timezoneProblem(TIME_ZONE, timezone) : undefined;
  return problem === undefined ? [] : [fault(place, problem.of(ruleLabel(rule)))];
}
