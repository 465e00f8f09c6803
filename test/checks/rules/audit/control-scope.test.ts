import { DELETION, NO_FRAMEWORK, PLAN_CONTROL, control, framework } from './frameworks';
import { controlScope } from '../../../../src/checks/rules/audit/control-scope';
import { GIVEN } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const scoped = (name: string, scope?: object) => framework([control(name, undefined, scope)]);
const subject = (name: string) => `framework 'orders', control ${name}:`;

describeRule(controlScope, {
  compliant: [
    { name: 'one tag', ...scoped(PLAN_CONTROL, { Tags: [{ Key: 'app', Value: 'orders' }] }) },
    { name: 'types', ...scoped(PLAN_CONTROL, { ComplianceResourceTypes: ['EBS', 'RDS'] }) },
    { name: 'one resource', ...scoped(PLAN_CONTROL, { ComplianceResourceTypes: ['EBS'], ComplianceResourceIds: ['vol-1'] }) },
    { name: 'one vault', ...scoped(DELETION, { ComplianceResourceTypes: ['AWS::Backup::BackupVault'], ComplianceResourceIds: ['orders'] }) },
    { name: 'several resources, about which the sources disagree', ...scoped(PLAN_CONTROL, { ComplianceResourceTypes: ['EBS'], ComplianceResourceIds: ['vol-1', 'vol-2'] }) },
  ],
  nonCompliant: [
    {
      name: 'two tags',
      ...scoped(PLAN_CONTROL, { Tags: [{ Key: 'app', Value: 'orders' }, { Key: 'stage', Value: 'prod' }] }),
      messages: [`${subject(PLAN_CONTROL)} 'ControlScope.Tags' must be at most 1 tag, got 2 tags. Leave out the others.`],
      paths: ['FrameworkControls[0].ControlScope'],
    },
    {
      name: 'types for a control of vaults',
      ...scoped(DELETION, { ComplianceResourceTypes: ['EBS'] }),
      messages: [`${subject(DELETION)} 'ControlScope.ComplianceResourceTypes' must be left out for the control ${DELETION}, which evaluates only AWS::Backup::BackupVault, `
        + 'got \'EBS\'. Narrow it by a tag or one resource ID.'],
    },
    {
      name: 'an id without a type',
      ...scoped(PLAN_CONTROL, { ComplianceResourceIds: ['vol-1'] }),
      messages: [`${subject(PLAN_CONTROL)} 'ControlScope.ComplianceResourceTypes' must be exactly 1 type if 'ControlScope.ComplianceResourceIds' is set, got 0. `
        + 'Name the type of that resource.'],
    },
  ],
  notApplicable: [NO_FRAMEWORK, { name: 'no scope', ...scoped(PLAN_CONTROL) }],
  unknown: [
    { name: 'a type that is a parameter', ...scoped(PLAN_CONTROL, { ComplianceResourceTypes: [GIVEN] }), messages: [`${subject(PLAN_CONTROL)} a part of 'ControlScope' is unknown.`] },
    { name: 'a scope that is a parameter', ...scoped(PLAN_CONTROL, GIVEN) },
  ],
});
