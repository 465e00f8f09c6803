import { NAMES } from '../../../capabilities/limits';
import type { Plan, PlanRule } from '../../../inventory';
import { nameProblems } from '../../../private/ranges';
import { UNKNOWN } from '../../../private/unknown';
import type { Outcome, Rule } from '../../rule';
import { faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';
import { at } from '../../subjects/at';

const PLAN = 'BackupPlanName';
const RULE = 'RuleName';

export const planName: Rule = {
  id: RuleId.PLAN_NAME,
  level: 'error',
  what: 'Plans and rules have names that AWS Backup takes.',
  why: 'CloudFormation does not look at these names, so that the deployment fails when AWS Backup refuses one.',
  fix: 'Choose 1 to 50 letters, digits, hyphens, underscores or dots.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: ({ plans, rules }) => [...plans.flatMap(ofPlan), ...rules.flatMap(ofRule)],
};

function ofPlan({ address, name }: Plan): Outcome[] {
  const place = at(address, `BackupPlan.${PLAN}`);
  return name === UNKNOWN
    ? [unknown(place, `'${PLAN}' of a plan cannot be known`)]
    : faults(place, nameProblems(PLAN, name, NAMES.plan));
}

function ofRule({ address, name, plan }: PlanRule): Outcome[] {
  const place = at(address, RULE);
  return name === UNKNOWN
    ? [unknown(place, `'${RULE}' of a rule of plan ${plan.inWords} cannot be known`)]
    : faults(place, nameProblems(RULE, name, NAMES.rule).map((problem) => `plan ${plan.inWords}: ${problem}`));
}
