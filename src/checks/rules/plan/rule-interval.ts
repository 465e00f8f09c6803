import type { PlanRule } from '../../../inventory';
import { parseCron } from '../../../schedule/cron';
import { finerThanHourly } from '../../../schedule/gaps';
import { Problem } from '../../../values/problem';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleLabel } from '../../subjects/lifecycles';

const SCHEDULE = 'ScheduleExpression';

export const ruleInterval: Rule = {
  id: RuleId.RULE_INTERVAL,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A rule does not run more often than hourly.',
  why: 'One hour is the shortest interval that AWS Backup documents. AWS Backup might reject a shorter interval, or create no additional backups.',
  fix: 'Run the rule hourly. For a shorter interval, use a continuous rule.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, schedule } = rule;
  const place = below(address, SCHEDULE);
  if (schedule === UNKNOWN) { return [unknown(place, `${ruleLabel(rule)}: how often it runs is unknown.`)]; }
  const fields = isKnown(schedule) ? parseCron(schedule).fields : undefined;
  return fields && finerThanHourly(fields)
    ? [fault(place, new Problem('interval', `${ruleLabel(rule)}: '${SCHEDULE}' should not run more often than hourly, got '${String(schedule)}'. `
      + 'One hour is the shortest interval that AWS Backup documents. For a shorter one, use a continuous rule.'))]
    : [];
}
