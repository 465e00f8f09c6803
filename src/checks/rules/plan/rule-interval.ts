import type { PlanRule } from '../../../inventory';
import { parseCron } from '../../../schedule/cron';
import { finerThanHourly } from '../../../schedule/gaps';
import { UNKNOWN, isKnown } from '../../../values/unknown';
import { below } from '../../at';
import type { Outcome, Rule } from '../../rule';
import { fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { ruleInWords } from '../../subjects/lifecycles';

const SCHEDULE = 'ScheduleExpression';

export const ruleInterval: Rule = {
  id: RuleId.RULE_INTERVAL,
  packs: ['RetentionChecks'],
  level: 'warning',
  what: 'A rule runs no more often than hourly.',
  why: 'An hour is the shortest interval that AWS Backup documents: less may be refused, or make no more backups.',
  fix: 'Run hourly, and use a continuous rule for less.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: ({ rules }) => rules.flatMap(outcomesOf),
};

function outcomesOf(rule: PlanRule): Outcome[] {
  const { address, schedule } = rule;
  const place = below(address, SCHEDULE);
  if (schedule === UNKNOWN) { return [unknown(place, `${ruleInWords(rule)}: how often it runs cannot be known`)]; }
  const fields = isKnown(schedule) ? parseCron(schedule).fields : undefined;
  return fields && finerThanHourly(fields)
    ? [fault(place, `${ruleInWords(rule)}: '${SCHEDULE}' runs more often than hourly, got '${String(schedule)}': `
      + 'the shortest interval that AWS Backup documents is one hour, use a continuous rule for less')]
    : [];
}
