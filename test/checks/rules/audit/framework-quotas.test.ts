import { NO_FRAMEWORK, PLAN_CONTROL, control, framework, written } from './frameworks';
import { frameworkQuotas } from '../../../../src/checks/rules/audit/framework-quotas';
import { GIVEN, bothWays, inTwoRegions } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const resources = (frameworks: number, controls: number) => Object.fromEntries(Array.from({ length: frameworks }, (_, index) => [
  `Framework${index}`, written(Array(index === 0 ? controls - frameworks + 1 : 1).fill(control(PLAN_CONTROL)), { FrameworkName: `orders_${index}` }),
]));
const many = (frameworks: number, controls: number) => bothWays(resources(frameworks, controls));

describeRule(frameworkQuotas, {
  compliant: [
    { name: 'the most of both', ...many(15, 50) },
    { name: 'the most in two Regions', ...inTwoRegions(resources(15, 50), resources(15, 50)) },
  ],
  nonCompliant: [
    {
      name: 'one framework more',
      ...many(16, 50),
      messages: ['The account should have at most 15 frameworks in this Region (the default quota), got 16 frameworks. Request a higher quota from AWS, or leave some out.'],
      paths: [''],
    },
    {
      name: 'one control more',
      ...many(15, 51),
      messages: ['The account should have at most 50 controls in this Region (the default quota), got 51 controls. Request a higher quota from AWS, or leave some out.'],
    },
  ],
  notApplicable: [NO_FRAMEWORK],
  unknown: [{
    name: 'controls that are a parameter',
    ...framework({ 'Fn::Split': [',', GIVEN] }),
    messages: ['The number of controls of framework Framework is unknown.'],
  }],
});
