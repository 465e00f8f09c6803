import { accessPoint } from '../../../../src/checks/rules/storage/access-point';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, describeRule } from '../../rule-cases';

const point = (more: object) => bothWays({
  Point: {
    Type: 'AWS::Backup::BackupAccessPoint',
    Properties: { RecoveryPointArn: `arn:aws:backup:eu-west-1:${ACCOUNT}:recovery-point:orders-1`, Name: 'orders', ...more },
  },
});
const SUBJECT = 'backup access point Point:';
const NAME = '3 to 50 lower-case letters, digits, or hyphens, no hyphen at an end, and not end with -s3alias';

describeRule(accessPoint, {
  compliant: [
    { name: 'a name and a recovery point', ...point({}) },
    { name: 'the shortest name', ...point({ Name: 'abc' }) },
    { name: 'the longest name', ...point({ Name: 'a'.repeat(50) }) },
    { name: 'no name', ...point({ Name: undefined }) },
    { name: 'a time', ...point({ AccessPointInTime: '2026-11-01T03:30:27Z' }) },
    { name: 'a policy as an object', ...point({ AccessPointPolicy: { Version: '2012-10-17', Statement: [] } }) },
    { name: 'the longest policy', ...point({ AccessPointPolicy: 'x'.repeat(200_000) }) },
  ],
  nonCompliant: [
    { name: 'a name that is too short', ...point({ Name: 'ab' }), messages: [`${SUBJECT} 'Name' must be ${NAME}, got 'ab'. Choose another name.`], paths: ['Name'] },
    { name: 'a name that is too long', ...point({ Name: 'a'.repeat(51) }), messages: [/'Name' must be 3 to 50/] },
    { name: 'capitals', ...point({ Name: 'Orders' }), messages: [/'Name' must be 3 to 50/] },
    { name: 'the end of an alias', ...point({ Name: 'orders-s3alias' }), messages: [/'Name' must be 3 to 50/] },
    {
      name: 'a snapshot of EBS',
      ...point({ RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1' }),
      messages: [`${SUBJECT} 'RecoveryPointArn' must be the ARN of an S3 recovery point, 'arn:<partition>:backup:<region>:<account>:recovery-point:<id>', `
        + 'got \'arn:aws:ec2:eu-west-1::snapshot/snap-1\'. Name a recovery point of a bucket. Other types have no access points.'],
    },
    {
      name: 'no time',
      ...point({ AccessPointInTime: 'yesterday' }),
      messages: [`${SUBJECT} 'AccessPointInTime' must be an ISO 8601 date, got 'yesterday'. Write it in the form '2026-01-31T00:00:00Z'.`],
    },
    {
      name: 'a policy that is too long',
      ...point({ AccessPointPolicy: 'x'.repeat(200_001) }),
      messages: [`${SUBJECT} 'AccessPointPolicy' must be at most 200000 characters, got 200001 characters. Shorten it.`],
    },
  ],
  notApplicable: [{ name: 'no access point', ...bothWays({ Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }) }],
  unknown: [
    { name: 'a recovery point that is a parameter', ...point({ RecoveryPointArn: GIVEN }), messages: [`${SUBJECT} 'RecoveryPointArn' is unknown.`] },
    { name: 'a name that is a parameter', ...point({ Name: GIVEN }) },
  ],
});
