import { restoreTestingRole } from '../../../../src/checks/rules/restore-testing/restore-testing-role';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const aws = (name: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` });
const RESTORES = aws('service-role/AWSBackupServiceRolePolicyForRestores');
const inline = (Action: unknown, more: object = {}) => (
  { Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] } }] }
);

const of = (role: object, ProtectedResourceType: unknown, more: object = {}) => bothWays({
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, ...role } },
  Tested: {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: {
      RestoreTestingPlanName: 'tests', RestoreTestingSelectionName: 'weekly', ProtectedResourceType, IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...more,
    },
  },
});
const profile = (value: unknown) => ({ RestoreMetadataOverrides: { iamInstanceProfileName: value } });

const must = (what: string, actions: string, policy = 'AWSBackupServiceRolePolicyForRestores') => 'restore testing selection \'weekly\': \'IamRoleArn\' must be a role with the permissions that '
  + `${what} need, got one that is not allowed ${actions}. These jobs fail. Attach the AWS managed policy ${policy}, or allow the action.`;
const doubt = (what: string) => `restore testing selection 'weekly': whether the role in 'IamRoleArn' has the permissions that ${what} need is unknown.`;

describeRule(restoreTestingRole, {
  compliant: [
    ...['DynamoDB', 'EBS', 'EC2', 'EFS', 'FSx', 'RDS', 'Aurora', 'Neptune', 'DocumentDB'].map((type) => ({ name: `the policy of AWS for ${type}`, ...of({ ManagedPolicyArns: [RESTORES] }, type) })),
    { name: 'the policy of AWS for buckets', ...of({ ManagedPolicyArns: [aws('AWSBackupServiceRolePolicyForS3Restore')] }, 'S3') },
    { name: 'one of two actions for tables', ...of(inline('dynamodb:RestoreTableFromBackup'), 'DynamoDB') },
    { name: 'the action for one kind of file system', ...of(inline('fsx:CreateVolumeFromBackup'), 'FSx') },
    { name: 'an instance profile', ...of({ ManagedPolicyArns: [RESTORES] }, 'EC2', profile('UseBackedUpValue')) },
    { name: 'no instance profile', ...of(inline('ec2:RunInstances'), 'EC2', profile('null')) },
  ],
  nonCompliant: [
    { name: 'no policy', ...of({}, 'EFS'), messages: [must('restores of EFS', 'elasticfilesystem:Restore')], paths: ['IamRoleArn'] },
    { name: 'rights to back up only', ...of({ ManagedPolicyArns: [aws('service-role/AWSBackupServiceRolePolicyForBackup')] }, 'EBS'), messages: [must('restores of EBS', 'ec2:CreateVolume')] },
    { name: 'buckets by the policy for other types', ...of({ ManagedPolicyArns: [RESTORES] }, 'S3'), messages: [must('restores of S3', 's3:CreateBucket', 'AWSBackupServiceRolePolicyForS3Restore')] },
    { name: 'no action for tables', ...of(inline('dynamodb:Get*'), 'DynamoDB'), messages: [must('restores of DynamoDB', 'dynamodb:RestoreTableFromBackup or dynamodb:RestoreTableFromAwsBackup')] },
    { name: 'an instance profile', ...of(inline('ec2:RunInstances'), 'EC2', profile('web')), messages: [must('restores with an instance profile', 'iam:PassRole')] },
    {
      name: 'an instance profile, to be passed to another service',
      ...of(inline(['ec2:RunInstances', 'iam:PassRole'], { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }), 'EC2', profile('web')),
      messages: [must('restores with an instance profile', 'iam:PassRole')],
    },
  ],
  notApplicable: [
    { name: 'a type that is not known', ...of({}, GIVEN) },
    { name: 'a type that restore testing does not support', ...of({}, 'Timestream') },
    { name: 'a role elsewhere', ...of({}, 'EFS', { IamRoleArn: 'arn:aws:iam::111122223333:role/elsewhere' }) },
  ],
  unknown: [
    { name: 'a policy elsewhere', ...of({ ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/own'] }, 'EFS'), messages: [doubt('restores of EFS')] },
    { name: 'an action that is a parameter', ...of(inline(GIVEN), 'EFS'), messages: [doubt('restores of EFS')] },
  ],
});
