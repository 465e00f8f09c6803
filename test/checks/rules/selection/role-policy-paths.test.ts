import { rolePolicyPaths } from '../../../../src/checks/rules/selection/role-policy-paths';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const TRUST = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }] };
const role = (...policies: readonly unknown[]) => bothWays({ Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ManagedPolicyArns: policies } } });
const arn = (path: string, partition = 'aws') => `arn:${partition}:iam::aws:policy/${path}`;
const message = (got: string, right: string) => `'ManagedPolicyArns' must name AWS managed policies that exist, got '${got}'. Write '${right}'.`;

const BACKUP = 'AWSBackupServiceRolePolicyForBackup';
const RESTORE = 'AWSBackupServiceRolePolicyForRestores';
const S3 = 'AWSBackupServiceRolePolicyForS3Backup';

describeRule(rolePolicyPaths, {
  compliant: [{ name: 'the paths of the guide', ...role(arn(`service-role/${BACKUP}`), arn(`service-role/${RESTORE}`), arn(S3), arn('AWSBackupServiceRolePolicyForIndexing')) }],
  nonCompliant: [
    { name: 'no path', ...role(arn(`service-role/${RESTORE}`), arn(BACKUP)), messages: [message(arn(BACKUP), arn(`service-role/${BACKUP}`))], paths: ['ManagedPolicyArns[1]'] },
    {
      name: 'a path of a policy that has none, in any partition',
      ...role({ 'Fn::Sub': arn(`service-role/${S3}`, '${AWS::Partition}') }),
      messages: [message(arn(`service-role/${S3}`), arn(S3))],
      paths: ['ManagedPolicyArns[0]'],
    },
    {
      name: 'two of them',
      ...role(arn(BACKUP, 'aws-cn'), arn(RESTORE)),
      messages: [message(arn(BACKUP, 'aws-cn'), arn(`service-role/${BACKUP}`, 'aws-cn')), message(arn(RESTORE), arn(`service-role/${RESTORE}`))],
      paths: ['ManagedPolicyArns[0]', 'ManagedPolicyArns[1]'],
    },
  ],
  notApplicable: [
    {
      name: 'a parameter in a role of another service',
      ...bothWays({
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: { ...TRUST, Statement: [{ ...TRUST.Statement[0], Principal: { Service: 'lambda.amazonaws.com' } }] }, ManagedPolicyArns: [GIVEN] },
        },
      }),
    },
    { name: 'other policies of AWS', ...role(arn('job-function/ViewOnlyAccess'), arn('AdministratorAccess')) },
    { name: 'a policy of the account with that name', ...role(`arn:aws:iam::111122223333:policy/${BACKUP}`) },
    { name: 'a policy of the template', ...bothWays({ Own: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [] } } }, Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ManagedPolicyArns: [{ Ref: 'Own' }] } } }) },
  ],
  unknown: [{ name: 'a policy that is a parameter', ...role(GIVEN), messages: ['AWS::IAM::Role Role: whether the policies in \'ManagedPolicyArns\' exist is unknown.'] }],
});
