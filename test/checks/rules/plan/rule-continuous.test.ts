import { GIVEN, RULE, oneRule } from './cases';
import { ruleContinuous } from '../../../../src/checks/rules/plan/rule-continuous';
import { describeRule } from '../../rule-cases';

const continuous = (lifecycle?: object, EnableContinuousBackup: unknown = true) => oneRule({ EnableContinuousBackup, Lifecycle: lifecycle });
const outside = (days: number) => `rule 'daily': 'Lifecycle.DeleteAfterDays' of a continuous backup must be 1 to 35 days, got ${days} days: `
  + 'back up daily or monthly what has to be kept longer';

describeRule(ruleContinuous, {
  compliant: [{ name: 'the minimum', ...continuous({ DeleteAfterDays: 1 }) }, { name: 'the maximum', ...continuous({ DeleteAfterDays: 35 }) }],
  nonCompliant: [
    { name: 'less than the minimum', ...continuous({ DeleteAfterDays: 0 }), messages: [outside(0)], paths: [`${RULE}.Lifecycle`] },
    { name: 'more than the maximum', ...continuous({ DeleteAfterDays: 36 }), messages: [outside(36)] },
    {
      name: 'no end',
      ...continuous(),
      messages: ['rule \'daily\': \'Lifecycle.DeleteAfterDays\' is needed for a continuous backup: give 1 to 35 days'],
    },
    {
      name: 'cold storage',
      ...continuous({ DeleteAfterDays: 35, MoveToColdStorageAfterDays: 10 }),
      messages: ['rule \'daily\': \'Lifecycle.MoveToColdStorageAfterDays\' cannot be used with a continuous backup, which has no cold storage: leave it out'],
    },
  ],
  notApplicable: [{ name: 'a rule that is not continuous', ...continuous({ DeleteAfterDays: 36 }, false) }],
  unknown: [
    {
      name: 'a retention that is a parameter',
      ...continuous({ DeleteAfterDays: GIVEN }),
      messages: ['rule \'daily\': whether \'Lifecycle.DeleteAfterDays\' is one of a continuous rule cannot be known'],
    },
    {
      name: 'a switch that is a parameter',
      ...continuous({ DeleteAfterDays: 36 }, GIVEN),
      messages: ['rule \'daily\': whether it is continuous cannot be known, and its lifecycle is none of a continuous rule'],
    },
  ],
});
