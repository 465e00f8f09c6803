import { type App, CfnCondition, CfnParameter, CfnStack, Fn, Stack, Tags, aws_sns as sns } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as dsql from 'aws-cdk-lib/aws-dsql';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as rds from 'aws-cdk-lib/aws-rds';

import { resourceInPlan } from '../../../../src/checks/rules/coverage/resource-in-plan';
import { GIVEN, bothWays } from '../../both-ways';
import { ACCOUNT, REGION, describeRule, sourceOf } from '../../rule-cases';
import { type GivenSelection, PARAMETER, planInCdk, planInCfn, template } from '../backups';

const KEY = { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } };
const TABLE_IS_IN_NONE = 'DynamoDB table must be in a backup plan, got none. Add the tags that a selection requires, or name its type or ARN in a selection.';
const ORDERS = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders`;

/** A table, tagged or not, and a selection. */
const table = (tags: Readonly<Record<string, string>> = {}, selection?: GivenSelection) => ({
  cdk: (stack: Stack) => {
    const resource = new dynamodb.Table(stack, 'Table', { ...KEY, tableName: 'orders' });
    Object.entries(tags).forEach(([key, value]) => Tags.of(resource).add(key, value));
    if (selection) { planInCdk(stack, { selections: [selection] }); }
  },
  cfn: template({
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) } },
    ...selection && planInCfn({ selections: [selection] }),
  }),
});

/** A global table of one replica, as `TableV2` makes it. */
const globalTable = (tags: Readonly<Record<string, string>> = {}, selection?: GivenSelection) => ({
  cdk: (stack: Stack) => {
    const resource = new dynamodb.TableV2(stack, 'Table', KEY);
    Object.entries(tags).forEach(([key, value]) => Tags.of(resource).add(key, value));
    if (selection) { planInCdk(stack, { selections: [selection] }); }
  },
  cfn: template({
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: { Replicas: [{ Region: { Ref: 'AWS::Region' }, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }] },
    },
    ...selection && planInCfn({ selections: [selection] }),
  }),
});

const otherStack = (stack: Stack, region = REGION) => new Stack(stack.node.root as App, 'Other', { env: { account: ACCOUNT, region } });
const PLAN = planInCfn({ selections: [{ arns: ['arn:aws:ec2:*:*:instance/*'] }] }) as Parameters<typeof bothWays>[0];
const VOLUME = { Type: 'AWS::EC2::Volume', Properties: { AvailabilityZone: 'eu-west-1a', Size: 8 } };
const INSTANCE = (more: object = {}) => ({ Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami-1', ...more } });
const attached = (VolumeId: unknown, InstanceId: unknown) => ({ Type: 'AWS::EC2::VolumeAttachment', Properties: { VolumeId, InstanceId, Device: '/dev/sdf' } });
const VOLUME_IS_IN_NONE = TABLE_IS_IN_NONE.replace('DynamoDB table', 'EBS volume');
const FILES = (Properties: object) => ({ Type: 'AWS::EFS::FileSystem', Properties });
const FILES_ARE_IN_NONE = TABLE_IS_IN_NONE.replace('DynamoDB table', 'EFS file system');
const FILES_CANNOT_BE_KNOWN = ['EFS file system: whether it is in a backup plan is unknown.'];
const BUCKET = (Status?: string) => ({ Type: 'AWS::S3::Bucket', ...Status !== undefined && { Properties: { VersioningConfiguration: { Status } } } });
const UNVERSIONED_BUCKET_IS_IN_NONE = 'S3 bucket must be in a backup plan, got none. AWS Backup protects only buckets with versioning. Turn on versioning. '
  + 'Then add the tags that a selection requires, or name its type or ARN in a selection.';
/** A plan for tables with the tag, and a table whose replicas have this tag or another. */
const replicated = (...values: unknown[]) => bothWays({
  Table: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      Replicas: values.map((Value, index) => ({ Region: [REGION, 'us-east-1', 'us-west-2'][index], Tags: [{ Key: 'backup', Value }] })),
    },
  },
  ...planInCfn({ selections: [{ tags: [['backup', 'gold']] }] }) as Parameters<typeof bothWays>[0],
});
const REPLICA = (region: string) => `DynamoDB table: the replica in ${region} should be in a backup plan, got only another replica in one. `
  + 'Add the tags that a selection requires, or name its type or ARN in a selection if that Region needs its own backups.';
const BY_TAG: GivenSelection = { tags: [['backup', 'gold']] };
const TABLE_IS_NEARLY_IN_ONE = (tag: string) => TABLE_IS_IN_NONE
  .replace('none. ', `none. Its tag '${tag}' differs in case from 'backup=gold', which the selection 'everything' requires. `);

describeRule(resourceInPlan, {
  compliant: [
    { name: 'selected by tag', ...table({ backup: 'gold' }, BY_TAG) },
    { name: 'selected by \'*\'', ...table({}, { arns: ['*'] }) },
    {
      name: 'a volume of an instance that is selected',
      ...bothWays({ Volume: VOLUME, Instance: INSTANCE(), Attachment: attached({ Ref: 'Volume' }, { Ref: 'Instance' }), ...PLAN }),
    },
    {
      name: 'a volume within an instance that is selected',
      ...bothWays({ Volume: VOLUME, Instance: INSTANCE({ Volumes: [{ Device: '/dev/sdf', VolumeId: { Ref: 'Volume' } }] }), ...PLAN }),
    },
    { name: 'selected by ARN', ...table({}, { arns: [ORDERS] }) },
    { name: 'selected by type', ...table({}, { arns: ['arn:aws:dynamodb:*:*:table/*'] }) },
    { name: 'selected by condition', ...table({ backup: 'gold' }, { arns: ['*'], conditions: [['aws:ResourceTag/backup', 'gold']] }) },
    {
      name: 'selected by tag from another stack',
      cdk: (stack) => {
        Tags.of(new dynamodb.Table(stack, 'Table', KEY)).add('backup', 'gold');
        planInCdk(otherStack(stack), { selections: [BY_TAG] });
      },
      cfn: [
        sourceOf({ Table: { Type: 'AWS::DynamoDB::Table', Properties: { Tags: [{ Key: 'backup', Value: 'gold' }] } } }),
        sourceOf(planInCfn({ selections: [BY_TAG] }), { id: 'Other', stackName: 'Other' }),
      ],
    },
    {
      name: 'selected by ARN from another stack',
      cdk: (stack) => {
        const resource = new dynamodb.Table(stack, 'Table', KEY);
        planInCdk(otherStack(stack), { selections: [{ arns: [resource.tableArn] }] });
      },
      cfn: [
        sourceOf({
          Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
          Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'table-arn' } } },
        }),
        sourceOf(planInCfn({ selections: [{ arns: [{ 'Fn::ImportValue': 'table-arn' } as unknown as string] }] }), { id: 'Other', stackName: 'Other' }),
      ],
    },
    { name: 'TableV2, selected by tag', ...globalTable({ backup: 'gold' }, BY_TAG) },
    {
      name: 'members of an Aurora cluster that is selected',
      cdk: (stack) => {
        new rds.CfnDBCluster(stack, 'Cluster', { dbClusterIdentifier: 'orders', engine: 'aurora-mysql', tags: [{ key: 'backup', value: 'gold' }] });
        new rds.CfnDBInstance(stack, 'Writer', { dbClusterIdentifier: 'orders', engine: 'aurora-mysql' });
        planInCdk(stack, { selections: [BY_TAG] });
      },
      cfn: {
        Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'orders', Engine: 'aurora-mysql', Tags: [{ Key: 'backup', Value: 'gold' }] } },
        Writer: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: { Ref: 'Cluster' }, Engine: 'aurora-mysql' } },
        ...planInCfn({ selections: [BY_TAG] }),
      },
    },
    { name: 'exempt by tag and value', ...table({ keep: 'no' }), options: { exemptTag: { key: 'keep', value: 'no' } } },
    { name: 'exempt by a tag of any value', ...table({ keep: 'no' }), options: { exemptTag: { key: 'keep' } } },
    { name: 'no protected type', ...table(), options: { protectedTypes: ['S3'] } },
  ],
  nonCompliant: [
    {
      name: 'a bucket without versioning',
      ...bothWays({ Bucket: BUCKET() }),
      messages: [UNVERSIONED_BUCKET_IS_IN_NONE],
    },
    { name: 'a bucket with suspended versioning', ...bothWays({ Bucket: BUCKET('Suspended') }), messages: [UNVERSIONED_BUCKET_IS_IN_NONE] },
    {
      name: 'a bucket with versioning',
      ...bothWays({ Bucket: BUCKET('Enabled') }),
      messages: [TABLE_IS_IN_NONE.replace('DynamoDB table', 'S3 bucket')],
    },
    {
      name: 'a file system with automatic backups only',
      ...bothWays({ Files: FILES({ BackupPolicy: { Status: 'ENABLED' } }) }),
      messages: ['EFS file system should be in a backup plan, got only the automatic backups of AWS (\'aws/efs/automatic-backup-plan\'), which expire after 35 days. '
        + 'Add the tags that a selection requires, or name its type or ARN in a selection if it needs a lock, copies, or a longer retention.'],
      levels: ['warning'],
    },
    { name: 'a file system without automatic backups', ...bothWays({ Files: FILES({ BackupPolicy: { Status: 'DISABLED' } }) }), messages: [FILES_ARE_IN_NONE] },
    { name: 'a file system that says nothing of automatic backups', ...bothWays({ Files: FILES({}) }), messages: [FILES_ARE_IN_NONE] },
    {
      name: 'replicas elsewhere of a table whose own replica is in a plan',
      ...replicated('gold', 'none', 'none'),
      messages: [REPLICA('us-east-1'), REPLICA('us-west-2')],
      paths: ['Replicas[1]', 'Replicas[2]'],
      levels: ['warning', 'warning'],
    },
    {
      name: 'a table of which no replica is in a plan',
      ...replicated('none', 'none'),
      messages: [TABLE_IS_IN_NONE, TABLE_IS_IN_NONE],
      paths: ['Replicas[0]', 'Replicas[1]'],
    },
    { name: 'a table without any plan', ...table(), messages: [TABLE_IS_IN_NONE], paths: [''] },
    { name: 'a TableV2', ...globalTable({}, BY_TAG), messages: [TABLE_IS_IN_NONE], paths: ['Replicas[0]'] },
    { name: 'a volume beside an instance that is selected', ...bothWays({ Volume: VOLUME, Instance: INSTANCE(), ...PLAN }), messages: [VOLUME_IS_IN_NONE] },
    {
      name: 'a volume of an instance that is in none',
      ...bothWays({ Volume: VOLUME, Instance: INSTANCE(), Attachment: attached({ Ref: 'Volume' }, { Ref: 'Instance' }) }),
      messages: [TABLE_IS_IN_NONE.replace('DynamoDB table', 'EC2 instance'), VOLUME_IS_IN_NONE],
    },
    { name: 'another tag', ...table({ backup: 'silver' }, BY_TAG), messages: [TABLE_IS_IN_NONE] },
    { name: 'the tag with another key in case', ...table({ Backup: 'gold' }, BY_TAG), messages: [TABLE_IS_NEARLY_IN_ONE('Backup=gold')] },
    {
      name: 'the value of a condition in another case',
      ...table({ backup: 'Gold' }, { arns: ['*'], conditions: [['aws:ResourceTag/backup', 'gold']] }),
      messages: [TABLE_IS_NEARLY_IN_ONE('backup=Gold')],
    },
    {
      name: 'one of two tags in another case',
      ...table({ backup: 'gold', Stage: 'prod' }, { arns: ['*'], conditions: [['aws:ResourceTag/backup', 'gold'], ['aws:ResourceTag/stage', 'prod']] }),
      messages: [TABLE_IS_NEARLY_IN_ONE('Stage=prod').replace('backup=gold', 'stage=prod')],
    },
    { name: 'another table', ...table({}, { arns: [`${ORDERS}-2`] }), messages: [TABLE_IS_IN_NONE] },
    { name: 'another type', ...table({}, { arns: ['arn:aws:s3:::*'] }), messages: [TABLE_IS_IN_NONE] },
    { name: 'a protected type', ...table(), options: { protectedTypes: ['S3', 'DynamoDB'] }, messages: [TABLE_IS_IN_NONE] },
    { name: 'another exempt tag', ...table({ keep: 'yes' }), options: { exemptTag: { key: 'keep', value: 'no' } }, messages: [TABLE_IS_IN_NONE] },
    {
      name: 'a selection in another Region',
      cdk: (stack) => {
        Tags.of(new dynamodb.Table(stack, 'Table', KEY)).add('backup', 'gold');
        planInCdk(otherStack(stack, 'us-east-1'), { selections: [BY_TAG] });
      },
      cfn: [
        sourceOf({ Table: { Type: 'AWS::DynamoDB::Table', Properties: { Tags: [{ Key: 'backup', Value: 'gold' }] } } }),
        sourceOf(planInCfn({ selections: [BY_TAG] }), { id: 'Other', region: 'us-east-1' }),
      ],
      messages: [TABLE_IS_IN_NONE],
    },
    {
      name: 'the same words for all of a type, and others for another',
      cdk: (stack) => {
        new dynamodb.Table(stack, 'Orders', KEY);
        new dynamodb.Table(stack, 'Customers', KEY);
        new rds.CfnDBInstance(stack, 'Database', { engine: 'postgres' });
      },
      cfn: {
        Orders: { Type: 'AWS::DynamoDB::Table' },
        Customers: { Type: 'AWS::DynamoDB::Table' },
        Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres' } },
      },
      messages: [TABLE_IS_IN_NONE.replace('DynamoDB table', 'RDS DB instance'), TABLE_IS_IN_NONE, TABLE_IS_IN_NONE],
    },
  ],
  notApplicable: [
    {
      name: 'a scratch file system of Lustre',
      ...bothWays({
        Scratch: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'LUSTRE', SubnetIds: ['subnet-1'], LustreConfiguration: { DeploymentType: 'SCRATCH_2' } } },
        NotStated: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'LUSTRE', SubnetIds: ['subnet-1'] } },
      }),
    },
    {
      name: 'nothing that AWS Backup protects',
      cdk: (stack) => { new sns.Topic(stack, 'Topic'); },
      cfn: { Topic: { Type: 'AWS::SNS::Topic' } },
    },
    {
      name: 'a nested stack, whose resources count',
      cdk: (stack) => { new CfnStack(stack, 'Nested', { templateUrl: 'https://example.com' }); },
      cfn: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com' } } },
    },
    {
      name: 'a Region in which AWS Backup does not protect the type',
      cdk: (stack) => { new dsql.CfnCluster(otherStack(stack, 'af-south-1'), 'Cluster', { deletionProtectionEnabled: true }); },
      cfn: [sourceOf({ Cluster: { Type: 'AWS::DSQL::Cluster' } }, { region: 'af-south-1' })],
    },
  ],
  unknown: [
    {
      name: 'a stack, if stacks are checked, whose template might have a selection',
      cdk: (stack) => { new CfnStack(stack, 'Nested', { templateUrl: 'https://example.com' }); },
      cfn: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com' } } },
      options: { protectedTypes: ['CloudFormation'] },
      messages: ['CloudFormation stack: whether it is in a backup plan is unknown.'],
    },
    { name: 'automatic backups by a parameter', ...bothWays({ Files: FILES({ BackupPolicy: { Status: GIVEN } }) }), messages: FILES_CANNOT_BE_KNOWN },
    { name: 'a file system of one zone, which might have them by default', ...bothWays({ Files: FILES({ AvailabilityZoneName: 'eu-west-1a' }) }), messages: FILES_CANNOT_BE_KNOWN },
    { name: 'replicas that a parameter might put into a plan', ...replicated(GIVEN, 'none') },
    {
      name: 'a selection by a tag value that is a parameter',
      ...table({ backup: 'gold' }, { tags: [['backup', PARAMETER]] }),
      messages: ['DynamoDB table: whether it is in a backup plan is unknown.'],
    },
    {
      name: 'a volume whose attachment a condition might leave out',
      ...bothWays({ Volume: VOLUME, Instance: INSTANCE(), Attachment: { Condition: 'Prod', ...attached({ Ref: 'Volume' }, { Ref: 'Instance' }) }, ...PLAN }),
      messages: ['EBS volume: whether it is in a backup plan is unknown.'],
    },
    {
      name: 'a volume of an instance that is a parameter',
      ...bothWays({ Volume: VOLUME, Attachment: attached({ Ref: 'Volume' }, GIVEN) }),
      messages: ['EBS volume: whether it is in a backup plan is unknown.'],
    },
    { name: 'a selection by an ARN that is a parameter', ...table({}, { arns: [PARAMETER] }) },
    {
      name: 'a selection that a condition might leave out',
      cdk: (stack) => {
        new dynamodb.Table(stack, 'Table', KEY);
        planInCdk(stack, { selections: [{ arns: ['*'] }] });
        const production = new CfnCondition(stack, 'Production', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'prod') });
        (stack.node.findChild('Selection0') as backup.CfnBackupSelection).cfnOptions.condition = production;
      },
      cfn: {
        Parameters: { Stage: { Type: 'String' } },
        Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: {
          Table: { Type: 'AWS::DynamoDB::Table' },
          Plan: (planInCfn({}) as { Plan: object }).Plan,
          Selection: { ...(planInCfn({ selections: [{ arns: ['*'] }] }) as { Selection0: object }).Selection0, Condition: 'Production' },
        },
      },
    },
    {
      name: 'an engine that is a parameter',
      cdk: (stack) => { new rds.CfnDBCluster(stack, 'Cluster', { engine: new CfnParameter(stack, 'Engine').valueAsString }); },
      cfn: { Parameters: { Engine: { Type: 'String' } }, Resources: { Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: { Ref: 'Engine' } } } } },
      messages: ['AWS::RDS::DBCluster: whether it is in a backup plan is unknown.'],
    },
    {
      name: 'an exempt tag that is a parameter',
      cdk: (stack) => { Tags.of(new dynamodb.Table(stack, 'Table', KEY)).add('keep', new CfnParameter(stack, 'Keep').valueAsString); },
      cfn: {
        Parameters: { Keep: { Type: 'String' } },
        Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { Tags: [{ Key: 'keep', Value: { Ref: 'Keep' } }] } } },
      },
      options: { exemptTag: { key: 'keep', value: 'no' } },
    },
  ],
});
