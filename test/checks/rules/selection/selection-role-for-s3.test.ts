import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { selectionRoleForS3 } from '../../../../src/checks/rules/selection/selection-role-for-s3';
import { bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { type GivenSelection, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const S3 = 'AWSBackupServiceRolePolicyForS3Backup';
const OTHERS = 'service-role/AWSBackupServiceRolePolicyForBackup';

/** A bucket, and a selection with a role that has these managed policies of AWS. */
const bucket = (policies: readonly string[], selection: GivenSelection, more: { readonly inline?: boolean } = {}) => ({
  cdk: (stack: Stack) => {
    new s3.CfnBucket(stack, 'Bucket', { bucketName: 'orders' });
    const role = new iam.Role(stack, 'Role', {
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: policies.map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    if (more.inline) { role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })); }
    planInCdk(stack, { selections: [{ role: role.roleArn, ...selection }] });
  },
  cfn: template({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        ManagedPolicyArns: policies.map((name) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` })),
        Policies: more.inline ? [{ PolicyName: 'own', PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } } }] : undefined,
      },
    },
    ...planInCfn({ selections: [{ role: { 'Fn::GetAtt': ['Role', 'Arn'] } as unknown as string, ...selection }] }),
  }),
});
const WITHOUT = `selection 'everything': 'IamRoleArn' must be a role with the policy ${S3}, because buckets are selected, got one without it. Attach it.`;
const DOUBT = 'selection \'everything\': whether the role in \'IamRoleArn\' can back up buckets is unknown.';

const NAMED_ROLE = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'backup', AssumeRolePolicyDocument: {} } };

describeRule(selectionRoleForS3, {
  compliant: [
    { name: 'the policy', ...bucket([OTHERS, S3], { arns: ['*'] }) },
    { name: 'a wide policy', ...bucket(['AdministratorAccess'], { arns: ['*'] }) },
  ],
  nonCompliant: [
    { name: 'a bucket without the policy', ...bucket([OTHERS], { arns: ['arn:aws:s3:::orders'] }), messages: [WITHOUT], paths: ['BackupSelection.IamRoleArn'] },
    { name: 'all buckets without the policy', ...bucket([OTHERS], { arns: ['arn:aws:s3:::*'] }), messages: [WITHOUT] },
    { name: 'a bucket that is in none of the templates', ...bucket([OTHERS], { arns: ['arn:aws:s3:::elsewhere'] }), messages: [WITHOUT] },
    { name: 'all buckets of any partition', ...bucket([OTHERS], { arns: ['arn:${AWS::Partition}:s3:::*'] }), messages: [WITHOUT] },
    { name: 'a bucket of any partition', ...bucket([OTHERS], { arns: ['arn:${AWS::Partition}:s3:::elsewhere'] }), messages: [WITHOUT] },
    {
      name: 'buckets that a condition might leave out',
      ...bucket([OTHERS], { arns: ['arn:aws:s3:::*'], conditions: [['aws:ResourceTag/backup', 'gold']] }),
      messages: [WITHOUT],
      levels: ['warning'],
    },
    { name: 'buckets of which some are left out', ...bucket([OTHERS], { arns: ['arn:aws:s3:::*'], not: ['arn:aws:s3:::orders'] }), messages: [WITHOUT], levels: ['warning'] },
    { name: 'a policy of one\'s own that is not enough', ...bucket([OTHERS], { arns: ['*'] }, { inline: true }), messages: [WITHOUT], levels: ['warning'] },
    { name: 'a bucket by a service-wide ARN', ...bucket([OTHERS], { arns: ['arn:aws:s3:*'] }), messages: [WITHOUT], levels: ['warning'] },
  ],
  notApplicable: [
    { name: 'no bucket', ...bucket([OTHERS], { arns: ['arn:aws:dynamodb:*:*:table/*'] }) },
    { name: 'a role that can back up nothing, which another rule reports', ...bucket([], { arns: ['*'] }) },
    { name: 'perhaps a bucket', ...bucket([OTHERS], { arns: [PARAMETER] }) },
  ],
  unknown: [
    { name: 'a policy that is not known', ...bucket([OTHERS, 'AWSSomethingElse'], { arns: ['*'] }), messages: [DOUBT] },
    {
      name: 'the ARN of two roles',
      ...bothWays({
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } },
        RoleP: { Condition: 'Prod', ...NAMED_ROLE },
        RoleD: { Condition: 'Dev', ...NAMED_ROLE },
        Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'vault' }] } } },
        Selection: {
          Type: 'AWS::Backup::BackupSelection',
          Properties: {
            BackupPlanId: { Ref: 'Plan' },
            BackupSelection: { SelectionName: 'everything', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['*'] },
          },
        },
      }),
      messages: [DOUBT],
    },
    { name: 'a role from elsewhere', ...bucket([OTHERS], { arns: ['*'], role: 'arn:aws:iam::111122223333:role/elsewhere' }), messages: [DOUBT] },
  ],
});
