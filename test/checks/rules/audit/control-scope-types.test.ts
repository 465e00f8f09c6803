import { NO_FRAMEWORK, PLAN_CONTROL, control, framework } from './frameworks';
import { controlScopeTypes } from '../../../../src/checks/rules/audit/control-scope-types';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const types = (...ComplianceResourceTypes: unknown[]) => framework([control(PLAN_CONTROL, undefined, { ComplianceResourceTypes })]);

describeRule(controlScopeTypes, {
  compliant: [{ name: 'types that are evaluated, and one that is not known here', ...types('EBS', 'DynamoDB', 'Moon') }],
  nonCompliant: [{
    name: 'types that are not',
    ...types('EBS', 'Neptune', 'EKS'),
    messages: ['Neptune', 'EKS'].map((type) => `framework 'orders', control ${PLAN_CONTROL}: 'ControlScope.ComplianceResourceTypes' should contain `
      + `types that AWS Backup Audit Manager evaluates, got '${type}'. Leave it out.`),
    paths: Array(2).fill('FrameworkControls[0].ControlScope.ComplianceResourceTypes') as string[],
  }],
  notApplicable: [NO_FRAMEWORK, { name: 'no scope', ...framework([control(PLAN_CONTROL)]) }],
  unknown: [{
    name: 'a type that is a parameter',
    ...types(GIVEN),
    messages: [`framework 'orders', control ${PLAN_CONTROL}: a type in 'ControlScope.ComplianceResourceTypes' is unknown.`],
  }],
});
