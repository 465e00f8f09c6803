import { NO_FRAMEWORK, PLAN_CONTROL, control, framework, reportPlan } from './frameworks';
import { frameworkName } from '../../../../src/checks/rules/audit/framework-name';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const named = (more: object) => framework([control(PLAN_CONTROL)], more);
const report = (more: Parameters<typeof reportPlan>[0]) => bothWays({ Report: reportPlan(more) });
const rule = (name: string) => `'${name}' must be 1 to 256 letters, digits, or underscores, the first a letter`;

describeRule(frameworkName, {
  compliant: [
    { name: 'the longest name and description', ...named({ FrameworkName: 'a'.repeat(256), FrameworkDescription: 'd'.repeat(1024) }) },
    { name: 'no name', ...named({ FrameworkName: undefined }) },
    { name: 'a report plan', ...report({ name: 'a'.repeat(256), description: 'd'.repeat(1024) }) },
  ],
  nonCompliant: [
    {
      name: 'a hyphen',
      ...named({ FrameworkName: 'my-framework' }),
      messages: [`framework Framework: ${rule('FrameworkName')}, got 'my-framework'. Choose another name.`],
      paths: ['FrameworkName'],
    },
    {
      name: 'a name that is too long',
      ...named({ FrameworkName: 'a'.repeat(257) }),
      messages: [`framework Framework: ${rule('FrameworkName')}, got '${'a'.repeat(257)}'. Choose another name.`],
    },
    {
      name: 'a description that is too long, and one that is blank',
      ...bothWays({
        Long: { Type: 'AWS::Backup::Framework', Properties: { FrameworkDescription: 'd'.repeat(1025), FrameworkControls: [control(PLAN_CONTROL)] } },
        Blank: { Type: 'AWS::Backup::Framework', Properties: { FrameworkDescription: ' ', FrameworkControls: [control(PLAN_CONTROL)] } },
      }),
      messages: [
        'framework Long: \'FrameworkDescription\' must be at most 1024 characters, got 1025 characters. Shorten it.',
        'framework Blank: \'FrameworkDescription\' must not be blank, got \' \'. Leave it out.',
      ],
      paths: ['FrameworkDescription', 'FrameworkDescription'],
    },
    {
      name: 'a report plan with a hyphen and a long description',
      ...report({ name: 'my-report', description: 'd'.repeat(1025) }),
      messages: [
        `report plan Report: ${rule('ReportPlanName')}, got 'my-report'. Choose another name.`,
        'report plan Report: \'ReportPlanDescription\' must be at most 1024 characters, got 1025 characters. Shorten it.',
      ],
      paths: ['ReportPlanName', 'ReportPlanDescription'],
    },
  ],
  notApplicable: [NO_FRAMEWORK],
  unknown: [
    { name: 'a name that is a parameter', ...named({ FrameworkName: GIVEN }), messages: ['framework Framework: \'FrameworkName\' is unknown.'] },
    { name: 'a name of a report plan that is a parameter', ...report({ name: GIVEN }), messages: ['report plan Report: \'ReportPlanName\' is unknown.'] },
  ],
});
