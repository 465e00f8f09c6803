import { plan, rule } from './cases';
import { planName } from '../../../../src/checks/rules/plan/plan-name';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const named = (name: unknown, ruleName: unknown = 'daily') => bothWays({ Plan: plan([rule({}, ruleName)], { BackupPlanName: name }) });
const INVALID = 'must be 1 to 50 letters, digits, hyphens, underscores, or dots';

describeRule(planName, {
  compliant: [
    { name: 'every kind of character', ...named('a.B-9_', 'x.Y-0_') },
    { name: '50 characters', ...named('p'.repeat(50), 'r'.repeat(50)) },
  ],
  nonCompliant: [
    {
      name: '51 characters',
      ...named('p'.repeat(51), 'r'.repeat(51)),
      messages: [
        `'BackupPlanName' ${INVALID}, got '${'p'.repeat(51)}'. Choose another name.`,
        `plan '${'p'.repeat(51)}': 'RuleName' ${INVALID}, got '${'r'.repeat(51)}'. Choose another name.`,
      ],
      paths: ['BackupPlan.BackupPlanName', 'BackupPlan.BackupPlanRule[0].RuleName'],
    },
    { name: 'a space', ...named('gold', 'every day'), messages: [`plan 'gold': 'RuleName' ${INVALID}, got 'every day'. Choose another name.`] },
  ],
  notApplicable: [{ name: 'no plan', ...bothWays({}) }],
  unknown: [{
    name: 'names that are parameters',
    ...named(GIVEN, GIVEN),
    messages: ['\'BackupPlanName\' of a plan is unknown.', '\'RuleName\' of a rule of plan Plan is unknown.'],
  }],
});
