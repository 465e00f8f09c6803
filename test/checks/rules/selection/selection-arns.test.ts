import { RESOURCE_TYPES } from '../../../../src/capabilities/resource-types';
import { selectionArns } from '../../../../src/checks/rules/selection/selection-arns';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule } from '../../rule-cases';
import { PARAMETER } from '../backups';
import { selections } from './selections';

const message = (property: string, arn: string) => `selection 'everything': '${property}' must contain ARNs, or '*' for every resource, got '${arn}'. Write the whole ARN.`;

/** A selection that names a file system of the template. */
const lustre = (LustreConfiguration: object) => bothWays({
  Files: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'LUSTRE', SubnetIds: ['subnet-1'], LustreConfiguration } },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: 'gold',
      BackupSelection: { SelectionName: 'everything', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: [{ 'Fn::GetAtt': ['Files', 'ResourceARN'] }] },
    },
  },
});

/** A selection that names a resource of the template by its attribute `Arn`. */
const naming = (Type: string, attribute = 'Arn') => bothWays({
  Named: { Type, Properties: {} },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: 'gold',
      BackupSelection: { SelectionName: 'everything', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', Resources: [{ 'Fn::GetAtt': ['Named', attribute] }] },
    },
  },
});

describeRule(selectionArns, {
  compliant: [
    { name: 'every resource', ...selections({ Resources: ['*'] }) },
    { name: 'an ARN', ...selections({ Resources: ['arn:aws:s3:::orders'], NotResources: ['arn:aws:s3:::orders-*'] }) },
    { name: 'an ARN of the deployment\'s partition', ...selections({ Resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders' }] }) },
    { name: 'an ARN with a parameter', ...selections({ Resources: [{ 'Fn::Sub': 'arn:aws:s3:::${Given}' }] }) },
    ...RESOURCE_TYPES.map(({ id, selectionArn }) => ({ name: `the form of ${id}`, ...selections({ Resources: [`arn:aws:${selectionArn}`] }) })),
    ...['arn:aws:rds:*', 'arn:aws:s3:::orders-*', 'arn:aws:ec2:*:*:instance/i-1', 'arn:aws:rds:eu-west-1:111122223333:cluster:orders', 'arn:aws:timestream:*:*:database/*'].map((arn) => (
      { name: arn, ...selections({ Resources: [arn] }) }
    )),
    { name: 'a persistent file system of Lustre', ...lustre({ DeploymentType: 'PERSISTENT_2' }) },
    { name: 'a file system of Lustre whose type is a parameter', ...lustre({ DeploymentType: GIVEN }) },
    { name: 'a type', ...selections({ Resources: ['arn:aws:rds:*:*:db:*'] }) },
    { name: 'ARNs for the plans of two Regions', ...selections({ Resources: ['eu-west-1', 'us-east-1'].map((region) => `arn:aws:dynamodb:${region}:111122223333:table/orders`) }) },
    { name: 'excluded ARNs of another Region', ...selections({ NotResources: ['arn:aws:dynamodb:us-east-1:111122223333:table/orders'] }) },
    { name: 'a table of SAM', ...naming('AWS::Serverless::SimpleTable') },
  ],
  nonCompliant: [
    ...['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::ElastiCache::ReplicationGroup'].map((type) => ({
      name: `a resource of the template that is not protected: ${type}`,
      ...naming(type),
      messages: [`selection 'everything': 'Resources' should contain ARNs of types that AWS Backup protects, got that of 'Named'. AWS Backup does not protect '${type}'. Leave it out.`],
      paths: ['BackupSelection.Resources[0]'],
      levels: ['warning' as const],
    })),
    ...[lustre({}), lustre({ DeploymentType: 'SCRATCH_2' })].map((files, index) => ({
      name: `a scratch file system of Lustre (${index})`,
      ...files,
      messages: ['selection \'everything\': \'Resources\' should name resources that AWS Backup backs up, got \'Files\'. AWS Backup does not back up scratch file systems of Amazon FSx for '
        + 'Lustre. Use a persistent deployment type.'],
      levels: ['warning' as const],
    })),
    {
      name: 'the attribute of a resource that is not protected',
      ...selections({ Resources: [{ 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] }] }),
      messages: [/AWS Backup does not protect resources of 'backup'/],
      levels: ['warning'],
    },
    ...[
      ['lambda', 'arn:aws:lambda:eu-west-1:111122223333:function:orders'], ['elasticache', 'arn:aws:elasticache:*:*:cluster:*'],
      ['neptune', 'arn:aws:neptune:eu-west-1:111122223333:cluster:orders'], ['sqs', 'arn:aws:sqs:*:*:*'],
    ].map(([service, arn]) => ({
      name: `a type that is not protected: ${arn}`,
      ...selections({ Resources: ['*', arn] }),
      messages: [`selection 'everything': 'Resources' should contain ARNs of types that AWS Backup protects, got '${arn}'. AWS Backup does not protect resources of '${service}'. Leave it out.`],
      levels: ['warning' as const],
    })),
    ...[
      ['arn:aws:rds:eu-west-1:111122223333:clusterIdentifier:orders', 'rds:*:*:db:*', 'rds:*:*:cluster:*'],
      ['arn:aws:dynamodb:eu-west-1:111122223333:tables/orders', 'dynamodb:*:*:table/*'],
      ['arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-1', 'elasticfilesystem:*:*:file-system/*'],
      ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-date', 'dynamodb:*:*:table/*'],
      ['arn:aws:dynamodb:*:*:table/orders/stream/*', 'dynamodb:*:*:table/*'],
      ['arn:aws:s3:::orders/*', 's3:::*'],
      ['arn:aws:s3:eu-west-1:111122223333:orders', 's3:::*'],
    ].map(([arn, ...forms]) => ({
      name: `an ARN that nothing has: ${arn}`,
      ...selections({ NotResources: [arn] }),
      messages: [`selection 'everything': 'NotResources' should contain ARNs that a resource can have, got '${arn}'. No type that AWS Backup protects has such an ARN, so it selects nothing. `
        + `Write it as ${forms.map((form) => `'arn:aws:${form}'`).join(' or ')}.`],
      levels: ['warning' as const],
    })),
    {
      name: 'a name',
      ...selections({ Resources: ['orders'] }),
      messages: [message('Resources', 'orders')],
      paths: ['BackupSelection.Resources'],
    },
    { name: 'an ARN without a resource', ...selections({ NotResources: ['arn:aws:s3:orders'] }), messages: [message('NotResources', 'arn:aws:s3:orders')] },
    { name: 'the id of a resource', ...selections({ Resources: [{ Ref: 'Plan' }] }), messages: [message('Resources', '${Plan}')] },
    {
      name: 'a wildcard within a name, which is a warning',
      ...selections({ Resources: ['arn:aws:s3:::*-logs'] }),
      messages: ['selection \'everything\': \'Resources\' should have a wildcard only at the end of a resource\'s name, got \'arn:aws:s3:::*-logs\'. The API documents no other place, so this might select nothing. Move it to the end.'],
      levels: ['warning'],
    },
    ...['arn:*', 'arn:aws:*'].map((arn) => ({
      name: `an ARN of any service: ${arn}`,
      ...selections({ Resources: [arn] }),
      messages: [`selection 'everything': 'Resources' should name a service in an ARN, got '${arn}'. AWS documents no such ARN, so it might select nothing. Write '*' for every resource.`],
      levels: ['warning' as const],
    })),
    ...['arn:aws:dynamodb:us-east-1:111122223333:table/orders', 'arn:aws:dynamodb:eu-west-1:444455556666:table/orders', 'arn:aws:rds:us-east-1:*:db:*'].map((arn) => ({
      name: `an ARN of another account or Region: ${arn}`,
      ...selections({ Resources: [arn, 'arn:aws:dynamodb:eu-central-1:111122223333:table/*'] }),
      messages: [`selection 'everything': 'Resources' should contain ARNs of the account and Region of the plan, got '${arn}'. AWS Backup does not back up resources of other accounts and `
        + 'Regions, so the ARNs select nothing. Create a plan and a selection there.'],
      levels: ['warning' as const],
    })),
    {
      name: 'an ARN of another partition',
      ...selections({ Resources: ['arn:aws-cn:s3:::orders', 'arn:aws:s3:::orders', 'arn:*:s3:::invoices'] }),
      messages: ['selection \'everything\': \'Resources\' should contain ARNs of the partition \'aws\', to which the plan is deployed, got \'arn:aws-cn:s3:::orders\'. '
        + 'It selects nothing. Write \'aws\', or use the pseudo parameter AWS::Partition (Aws.PARTITION in the CDK).'],
      levels: ['warning'],
    },
  ],
  notApplicable: [{ name: 'no ARNs', ...selections({}) }],
  unknown: [
    ...['AWS::CloudFormation::CustomResource', 'AWS::Timestream::Database', 'Custom::Table', 'Example::Data::Table::MODULE'].map((type) => (
      { name: `the attribute Arn of a type that might be protected: ${type}`, ...naming(type) }
    )),
    { name: 'an attribute that can be any ARN', ...naming('AWS::SSM::Parameter', 'Value') },
    { name: 'a parameter', ...selections({ Resources: [PARAMETER] }), messages: ['selection \'everything\': whether all of \'Resources\' are ARNs is unknown.'] },
    { name: 'a value that might be all of an ARN except its start', ...selections({ Resources: [{ 'Fn::Sub': 'arn:aws:${Given}' }] }) },
  ],
});
