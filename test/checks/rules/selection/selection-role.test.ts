import { selectionRole } from '../../../../src/checks/rules/selection/selection-role';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const TRUST = (Principal: unknown, more: object = {}) => ({ Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more }] });
const BACKUP = { Service: 'backup.amazonaws.com' };
const role = (AssumeRolePolicyDocument: object) => ({ Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument } });
const ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };

/** A selection and one of restore testing, with the same role. */
const of = (trust: object, IamRoleArn: unknown = ARN) => bothWays({
  Role: role(trust),
  Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: {} } },
  Selection: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: 'gold', BackupSelection: { SelectionName: 'all', IamRoleArn, Resources: ['*'] } } },
  Tested: {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: { RestoreTestingPlanName: 'tests', RestoreTestingSelectionName: 'tables', ProtectedResourceType: 'DynamoDB', IamRoleArn },
  },
});
const SUBJECTS = ['selection \'all\'', 'restore testing selection \'tables\''];
const PATHS = ['BackupSelection.IamRoleArn', 'IamRoleArn'];
const untrusting = SUBJECTS.map((subject) => `${subject}: 'IamRoleArn' must be a role that 'backup.amazonaws.com' can assume, got one whose trust policy does not allow it. `
  + 'Allow \'sts:AssumeRole\' for the service in its \'AssumeRolePolicyDocument\'.');
const noRole = (got: string) => SUBJECTS.map((subject) => `${subject}: 'IamRoleArn' must be the ARN of a role, got ${got}. Use the attribute Arn of a role.`);
const doubts = SUBJECTS.map((subject) => `${subject}: whether AWS Backup can assume the role in 'IamRoleArn' is unknown.`);
const ELSEWHERE = 'arn:aws:iam::111122223333:role/backup';
const POLICY = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';

describeRule(selectionRole, {
  compliant: [
    { name: 'a role for AWS Backup', ...of(TRUST(BACKUP)) },
    { name: 'a role for AWS Backup and others', ...of(TRUST({ Service: ['ec2.amazonaws.com', 'backup.amazonaws.com'] }, { Action: ['sts:*'] })) },
    { name: 'a role for AWS Backup under a condition', ...of(TRUST(BACKUP, { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })) },
    { name: 'a role under a condition for requests that name their account', ...of(TRUST(BACKUP, { Condition: { StringEqualsIfExists: { 'AWS:sourceaccount': '444455556666' } } })) },
    { name: 'a second statement', ...of({ Statement: [...TRUST({ Service: 'ec2.amazonaws.com' }).Statement, ...TRUST(BACKUP).Statement] }) },
  ],
  nonCompliant: [
    { name: 'a role for another service', ...of(TRUST({ Service: 'ec2.amazonaws.com' })), messages: untrusting, paths: PATHS },
    { name: 'a role for the account', ...of(TRUST({ AWS: '111122223333' })), messages: untrusting },
    { name: 'a role for an account that a deployment tells', ...of(TRUST({ AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:root' } })), messages: untrusting },
    { name: 'a role that is denied', ...of(TRUST(BACKUP, { Effect: 'Deny' })), messages: untrusting },
    { name: 'a role whose sessions are tagged only', ...of(TRUST(BACKUP, { Action: 'sts:TagSession' })), messages: untrusting },
    { name: 'a role for AWS Backup of another account', ...of(TRUST(BACKUP, { Condition: { StringLike: { 'aws:SourceAccount': ['44445555*'] } } })), messages: untrusting },
    { name: 'the name by Ref', ...of(TRUST(BACKUP), { Ref: 'Role' }), messages: noRole('the name of the role Role, by Ref'), paths: PATHS },
    { name: 'a name', ...of(TRUST(BACKUP), 'backup'), messages: noRole('\'backup\'') },
    { name: 'an account too short', ...of(TRUST(BACKUP), 'arn:aws:iam::11112222333:role/backup'), messages: noRole('\'arn:aws:iam::11112222333:role/backup\'') },
    { name: 'a policy of AWS', ...of(TRUST(BACKUP), POLICY), messages: noRole(`that of a policy, '${POLICY}'`) },
    { name: 'a policy of the template', ...of(TRUST(BACKUP), { Ref: 'Policy' }), messages: noRole('that of a policy, \'arn:aws:iam::111122223333:policy/${Policy}\'') },
  ],
  notApplicable: [{ name: 'a role that no selection names', ...bothWays({ Role: role(TRUST({ Service: 'ec2.amazonaws.com' })) }) }],
  unknown: [
    { name: 'a role elsewhere', ...of(TRUST(BACKUP), ELSEWHERE), messages: doubts },
    { name: 'a role that is a parameter', ...of(TRUST(BACKUP), GIVEN), messages: doubts },
    { name: 'a principal that is a parameter', ...of(TRUST({ Service: GIVEN })), messages: doubts },
    { name: 'another principal that is a parameter', ...of(TRUST({ AWS: GIVEN })), messages: doubts },
    { name: 'everyone', ...of(TRUST('*')), messages: doubts },
    { name: 'a name of the service in a Region', ...of(TRUST({ Service: 'backup.eu-west-1.amazonaws.com' })), messages: doubts },
    { name: 'all but one', ...of({ Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }] }), messages: doubts },
  ],
});
