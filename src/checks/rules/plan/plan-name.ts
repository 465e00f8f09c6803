import { NAMES } from '../../../capabilities/limits';
import type { Plan, PlanRule } from '../../../inventory';
import { at } from '../../at';
import { judged, writtenNameProblems } from '../../properties';
import type { Outcome, Rule } from '../../rule';
import { RuleId } from '../../rule-id';

const PLAN = 'BackupPlanName';
const RULE = 'RuleName';

export const planName: Rule = {
  id: RuleId.PLAN_NAME,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'Plans and rules have names that AWS Backup accepts.',
  why: 'CloudFormation does not validate these names. The deployment fails when AWS Backup rejects one.',
  fix: 'Choose 1 to 50 letters, digits, hyphens, underscores, or dots.',
  page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
  evaluate: ({ plans, rules }) => [...plans.flatMap(ofPlan), ...rules.flatMap(ofRule)],
};

function ofPlan(plan: Plan): Outcome[] {
  const property = plan.properties.get('BackupPlan').get(PLAN);
  return judged(at(plan.address, property), writtenNameProblems(PLAN, property, NAMES.plan), [property.string()], `'${PLAN}' of a plan is unknown.`);
}

function ofRule({ properties, plan }: PlanRule): Outcome[] {
  const property = properties.get(RULE);
  const problems = writtenNameProblems(RULE, property, NAMES.rule).map((problem) => problem.of(`plan ${plan.label}`));
  return judged(at(plan.address, property), problems, [property.string()], `'${RULE}' of a rule of plan ${plan.label} is unknown.`);
}
