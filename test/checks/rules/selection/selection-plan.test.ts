import { selectionPlan } from '../../../../src/checks/rules/selection/selection-plan';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const PLAN = { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [] } } };
const ARN = 'arn:aws:backup:eu-west-1:111122223333:backup-plan:1234abcd-12ab-34cd-56ef-1234567890ab';
const of = (BackupPlanId: unknown) => bothWays({
  Plan: PLAN,
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId, BackupSelection: { SelectionName: 'all', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['*'] } },
  },
});
const FAULT = (arn: string) => `selection 'all': 'BackupPlanId' must be the id of a plan, got the ARN '${arn}'. Write Ref of the plan.`;

describeRule(selectionPlan, {
  compliant: [
    { name: 'Ref', ...of({ Ref: 'Plan' }) },
    { name: 'the attribute', ...of({ 'Fn::GetAtt': ['Plan', 'BackupPlanId'] }) },
    { name: 'an id', ...of('1234abcd-12ab-34cd-56ef-1234567890ab') },
    { name: 'a parameter', ...of(GIVEN) },
  ],
  nonCompliant: [
    { name: 'the ARN by GetAtt', ...of({ 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] }), messages: [FAULT('arn:aws:backup:eu-west-1:111122223333:backup-plan:${Plan}')], paths: ['BackupPlanId'] },
    { name: 'an ARN', ...of(ARN), messages: [FAULT(ARN)] },
  ],
  notApplicable: [{ name: 'no selection', ...bothWays({ Plan: PLAN }) }],
  unknown: [{ name: 'a plan that cannot be resolved', ...of({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }), messages: ['selection \'all\': whether \'BackupPlanId\' is the id of a plan is unknown.'] }],
});
