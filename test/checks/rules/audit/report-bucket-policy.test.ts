import { NO_FRAMEWORK, reportPlan } from './frameworks';
import { reportBucketPolicy } from '../../../../src/checks/rules/audit/report-bucket-policy';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';

const BUCKET = 'ReportDeliveryChannel.S3BucketName';
const ROLE = 'role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports';
const STATEMENT = {
  Effect: 'Allow',
  Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${ROLE}` } },
  Action: 's3:PutObject',
  Resource: '*',
};
const MESSAGE = `report plan 'nightly': '${BUCKET}' must be a bucket whose policy allows 's3:PutObject' to the role 'AWSServiceRoleForBackupReports', `
  + 'got the bucket Bucket without such a statement. Add one in an AWS::S3::BucketPolicy.';
const DENIED = MESSAGE.replace('without such a statement. Add one in an AWS::S3::BucketPolicy.', 'whose policy denies it. Exempt the role from the statements that deny it.');
const DOUBT = 'report plan \'nightly\': whether the bucket Bucket allows AWS Backup to write is unknown.';

interface Given {
  readonly bucketName?: string;
  readonly reportsTo?: unknown;
  readonly statement?: object;
  readonly policyOf?: unknown;
  readonly denial?: object;
}

const both = ({ bucketName, reportsTo = { Ref: 'Bucket' }, statement, policyOf = { Ref: 'Bucket' }, denial }: Given) => bothWays({
  Report: reportPlan({ channel: { S3BucketName: reportsTo } }),
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucketName } },
  ...statement && { Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: policyOf, PolicyDocument: { Statement: [{ ...STATEMENT, ...statement }, ...denial ? [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', ...denial }] : []] } } } },
});

describeRule(reportBucketPolicy, {
  compliant: [
    { name: 'the role', ...both({ statement: {} }) },
    { name: 'every action on a bucket by its name', ...both({ bucketName: 'reports', reportsTo: 'reports', policyOf: 'reports', statement: { Action: ['s3:*'] } }) },
    { name: 'a denial of requests without TLS', ...both({ statement: {}, denial: { Condition: { Bool: { 'aws:SecureTransport': 'false' } } } }) },
    { name: 'a denial of reading', ...both({ statement: {}, denial: { Action: 's3:Get*' } }) },
    { name: 'a denial of one folder', ...both({ statement: {}, denial: { Resource: 'arn:aws:s3:::reports/private/*' } }) },
  ],
  nonCompliant: [
    { name: 'a denial to everyone', ...both({ statement: {}, denial: {} }), messages: [DENIED], paths: [BUCKET] },
    { name: 'a denial to all but a role', ...both({ statement: {}, denial: { Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/admin' } } } }), messages: [DENIED] },
    { name: 'no policy', ...both({}), messages: [MESSAGE], paths: [BUCKET] },
    { name: 'the service, which does not write', ...both({ statement: { Principal: { Service: 'reports.backup.amazonaws.com' } } }), messages: [MESSAGE] },
    { name: 'another action', ...both({ statement: { Action: 's3:GetObject' } }), messages: [MESSAGE] },
    { name: 'another bucket', ...both({ bucketName: 'reports', policyOf: 'others', statement: {} }), messages: [MESSAGE] },
  ],
  notApplicable: [NO_FRAMEWORK],
  unknown: [
    { name: 'the whole account', ...both({ statement: { Principal: { AWS: 'arn:aws:iam::111122223333:root' } } }), messages: [DOUBT] },
    { name: 'a principal that is a parameter', ...both({ statement: { Principal: { AWS: GIVEN } } }), messages: [DOUBT] },
    { name: 'a policy of a bucket that is a parameter', ...both({ policyOf: GIVEN, statement: {} }), messages: [DOUBT] },
    { name: 'a bucket of others', ...both({ reportsTo: 'others' }), messages: ['report plan \'nightly\': whether the bucket \'others\' allows AWS Backup to write is unknown.'] },
  ],
});
