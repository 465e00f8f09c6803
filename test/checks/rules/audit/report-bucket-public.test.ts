import { NO_FRAMEWORK, reportPlan } from './frameworks';
import { reportBucketPublic } from '../../../../src/checks/rules/audit/report-bucket-public';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, describeRule } from '../../rule-cases';

const BUCKET = 'ReportDeliveryChannel.S3BucketName';
const READ = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: { 'Fn::Sub': '${Bucket.Arn}/*' } };
const OPEN = { BlockPublicAcls: false, BlockPublicPolicy: false, IgnorePublicAcls: false, RestrictPublicBuckets: false };
const reports = (statements: unknown, bucket: object = {}) => bothWays({
  Report: reportPlan({ channel: { S3BucketName: { Ref: 'Bucket' } } }),
  Bucket: { Type: 'AWS::S3::Bucket', Properties: bucket },
  ...statements !== undefined && { Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Version: '2012-10-17', Statement: statements } } } },
});
const POLICY = `report plan 'nightly': '${BUCKET}' should be a bucket that the public cannot read, got the bucket Bucket, whose policy allows everyone to read. Name the principals in the policy.`;
const ACL = `report plan 'nightly': '${BUCKET}' should be a bucket that the public cannot read, got the bucket Bucket with a public access control list. Leave 'AccessControl' out.`;
const DOUBT = 'report plan \'nightly\': whether the public can read the bucket Bucket is unknown.';

describeRule(reportBucketPublic, {
  compliant: [
    { name: 'no policy', ...reports(undefined) },
    { name: 'public access that is not blocked, without a policy', ...reports(undefined, { PublicAccessBlockConfiguration: OPEN }) },
    { name: 'an account', ...reports([{ ...READ, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }]) },
    { name: 'everyone can write', ...reports([{ ...READ, Action: 's3:PutObject' }]) },
    { name: 'everyone in the organization', ...reports([{ ...READ, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }]) },
    { name: 'a role by a condition', ...reports([{ ...READ, Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/reader` } } }]) },
    { name: 'everyone, denied', ...reports([READ, { ...READ, Effect: 'Deny' }]) },
    { name: 'requests without TLS are denied', ...reports([{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]) },
    { name: 'a public policy that is blocked', ...reports([READ], { PublicAccessBlockConfiguration: { ...OPEN, RestrictPublicBuckets: true } }) },
    { name: 'a public access control list that is blocked', ...reports(undefined, { AccessControl: 'PublicRead', PublicAccessBlockConfiguration: { ...OPEN, IgnorePublicAcls: true } }) },
    ...['203.0.113.0/24', '10.0.0.0/8', '8.8.8.0/24'].map((range) => ({ name: `the addresses ${range}`, ...reports([{ ...READ, Condition: { IpAddress: { 'aws:SourceIp': range } } }]) })),
    { name: 'a private access control list', ...reports(undefined, { AccessControl: 'Private' }) },
  ],
  nonCompliant: [
    { name: 'everyone can read', ...reports([READ]), messages: [POLICY], paths: [BUCKET] },
    { name: 'everyone, as an AWS principal', ...reports([{ ...READ, Principal: { AWS: '*' } }], { PublicAccessBlockConfiguration: OPEN }), messages: [POLICY] },
    { name: 'everyone can list', ...reports([{ ...READ, Action: 's3:List*', Resource: { 'Fn::GetAtt': ['Bucket', 'Arn'] } }]), messages: [POLICY] },
    { name: 'everyone but an action', ...reports({ Effect: 'Allow', Principal: '*', NotAction: 's3:DeleteObject', Resource: '*' }), messages: [POLICY] },
    { name: 'everyone over TLS', ...reports([{ ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]), messages: [POLICY] },
    { name: 'everyone outside of a role', ...reports([{ ...READ, Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/reader` } } }]), messages: [POLICY] },
    { name: 'a public access control list', ...reports(undefined, { AccessControl: 'PublicRead' }), messages: [ACL] },
    ...['IpAddress', 'IpAddressIfExists'].map((operator) => (
      { name: `every address: ${operator}`, ...reports([{ ...READ, Condition: { [operator]: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } } }]), messages: [POLICY] }
    )),
    { name: 'every address but a few', ...reports([{ ...READ, Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }]), messages: [POLICY] },
    { name: 'an access control list for everyone with an account', ...reports(undefined, { AccessControl: 'AuthenticatedRead' }), messages: [ACL] },
    { name: 'a public access control list to write', ...reports([READ], { AccessControl: 'PublicReadWrite' }), messages: [POLICY, ACL] },
  ],
  notApplicable: [
    NO_FRAMEWORK,
    { name: 'a bucket that is in none of the templates', ...bothWays({ Report: reportPlan({ channel: { S3BucketName: 'elsewhere' } }) }) },
    { name: 'a bucket without reports', ...bothWays({ Bucket: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } } }) },
  ],
  unknown: [
    { name: 'addresses that are a parameter', ...reports([{ ...READ, Condition: { IpAddress: { 'aws:SourceIp': GIVEN } } }]), messages: [DOUBT] },
    { name: 'an action that is a parameter', ...reports([{ ...READ, Action: GIVEN }]), messages: [DOUBT] },
    { name: 'an access control list that is a parameter', ...reports(undefined, { AccessControl: GIVEN }), messages: [DOUBT] },
  ],
});
