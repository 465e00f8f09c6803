import { type Stack, CfnParameter } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { evaluate } from '../../../../src/checks/evaluate';
import { bucketVersioned } from '../../../../src/checks/rules/coverage/bucket-versioned';
import { BackupInventory } from '../../../../src/inventory';
import { describeRule } from '../../rule-cases';
import { type GivenSelection, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const bucket = (status: string | undefined, selection?: GivenSelection) => ({
  cdk: (stack: Stack) => {
    const value = status === PARAMETER ? new CfnParameter(stack, 'Status').valueAsString : status;
    new s3.CfnBucket(stack, 'Bucket', { bucketName: 'orders', versioningConfiguration: value === undefined ? undefined : { status: value } });
    if (selection) { planInCdk(stack, { selections: [selection] }); }
  },
  cfn: template({
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'orders', VersioningConfiguration: status && { Status: status === PARAMETER ? { Ref: 'Given' } : status } },
    },
    ...selection && planInCfn({ selections: [selection] }),
  }),
});
const NAME = '\'VersioningConfiguration.Status\'';
const REMEDY = 'AWS Backup protects only buckets with versioning. Turn on versioning.';

describeRule(bucketVersioned, {
  compliant: [{ name: 'a versioned bucket', ...bucket('Enabled', { arns: ['*'] }) }],
  nonCompliant: [
    {
      name: 'without versioning',
      ...bucket(undefined, { arns: ['*'] }),
      messages: [`${NAME} must be 'Enabled' for a bucket that selection 'everything' selects by '*', got none. ${REMEDY}`],
      levels: ['warning'],
      paths: ['VersioningConfiguration.Status'],
    },
    {
      name: 'by a service-wide ARN',
      ...bucket(undefined, { arns: ['arn:aws:s3:*'] }),
      messages: [`${NAME} must be 'Enabled' for a bucket that selection 'everything' selects by ARN 'arn:aws:s3:*', got none. ${REMEDY}`],
      levels: ['warning'],
    },
    {
      name: 'by the ARN of the type',
      ...bucket(undefined, { arns: ['arn:aws:s3:::*'] }),
      messages: [`${NAME} must be 'Enabled' for a bucket that selection 'everything' selects by ARN 'arn:aws:s3:::*', got none. ${REMEDY}`],
    },
    {
      name: 'by its ARN beside all resources',
      ...bucket(undefined, { arns: ['*', 'arn:aws:s3:::orders'] }),
      messages: [`${NAME} must be 'Enabled' for a bucket that selection 'everything' selects by ARN 'arn:aws:s3:::orders', got none. ${REMEDY}`],
    },
    {
      name: 'with suspended versioning',
      ...bucket('Suspended', { arns: ['arn:aws:s3:::orders'] }),
      messages: [`${NAME} must be 'Enabled' for a bucket that selection 'everything' selects by ARN 'arn:aws:s3:::orders', got 'Suspended'. ${REMEDY}`],
    },
  ],
  notApplicable: [
    { name: 'a bucket without a plan', ...bucket(undefined) },
    { name: 'a bucket that is not selected', ...bucket(undefined, { tags: [['backup', 'gold']] }) },
  ],
  unknown: [
    { name: 'versioning by a parameter', ...bucket(PARAMETER, { arns: ['*'] }), messages: [`${NAME}: whether the bucket is backed up and versioned is unknown.`] },
    {
      name: 'a selection by a parameter',
      ...bucket(undefined, { arns: [PARAMETER] }),
      messages: [`${NAME}: whether the bucket is backed up, without versioning, is unknown.`],
    },
  ],
});

test('a bucket that one of two selections selects under each condition is reported', () => {
  const selection = (name: string, condition: string) => ({
    Type: 'AWS::Backup::BackupSelection',
    Condition: condition,
    Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: { SelectionName: name, IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: ['arn:aws:s3:::orders'] } },
  });
  const inventory = BackupInventory.of([{
    id: 'Stack',
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, Other: { 'Fn::Not': [{ Condition: 'Prod' }] } },
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } },
        ...planInCfn({ selections: [] }),
        InProd: selection('prod', 'Prod'),
        Elsewhere: selection('other', 'Other'),
      },
    },
  }]);
  const { findings, unknown } = evaluate(inventory, [bucketVersioned], {});
  expect(unknown).toEqual([]);
  expect(findings.map(({ level, message }) => [level, message])).toEqual([
    ['warning', `${NAME} must be 'Enabled' for a bucket that selection 'prod' selects by ARN 'arn:aws:s3:::orders', got none. ${REMEDY}`],
  ]);
});
