import { RULE, oneRule } from './cases';
import { ruleContinuous } from '../../../../src/checks/rules/plan/rule-continuous';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const continuous = (lifecycle?: object, EnableContinuousBackup: unknown = true) => oneRule({ EnableContinuousBackup, Lifecycle: lifecycle });
const outside = (days: number) => `rule 'daily': 'Lifecycle.DeleteAfterDays' of a continuous backup must be 1 to 35 days, got ${days} days. `
  + 'For a longer retention, add a daily or monthly backup.';

describeRule(ruleContinuous, {
  compliant: [{ name: 'the minimum', ...continuous({ DeleteAfterDays: 1 }) }, { name: 'the maximum', ...continuous({ DeleteAfterDays: 35 }) }],
  nonCompliant: [
    { name: 'less than the minimum', ...continuous({ DeleteAfterDays: 0 }), messages: [outside(0)], paths: [`${RULE}.Lifecycle`] },
    { name: 'more than the maximum', ...continuous({ DeleteAfterDays: 36 }), messages: [outside(36)] },
    {
      name: 'no end',
      ...continuous(),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' of a continuous backup must be 1 to 35 days, got none. Set it.'],
    },
    {
      name: 'cold storage',
      ...continuous({ DeleteAfterDays: 35, MoveToColdStorageAfterDays: 10 }),
      messages: ['rule \'daily\': \'Lifecycle.MoveToColdStorageAfterDays\' cannot be used with a continuous backup, which has no cold storage. Leave it out.'],
    },
  ],
  notApplicable: [{ name: 'a rule that is not continuous', ...continuous({ DeleteAfterDays: 36 }, false) }],
  unknown: [
    {
      name: 'a retention that is a parameter',
      ...continuous({ DeleteAfterDays: GIVEN }),
      messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' is valid for a continuous rule is unknown.'],
    },
    {
      name: 'a switch that is a parameter',
      ...continuous({ DeleteAfterDays: 36 }, GIVEN),
      messages: ['rule \'daily\': whether it is continuous is unknown, and its lifecycle is not valid for a continuous rule.'],
    },
  ],
});
