import { type Stack, CfnParameter, CfnResource } from 'aws-cdk-lib';
import { valueForm } from '../../../../src/checks/rules/resource/value-form';
import { describeRule } from '../../rule-cases';

const OTHERS = {
  Table: { Type: 'AWS::DynamoDB::Table' },
  Bucket: { Type: 'AWS::S3::Bucket' },
  Topic: { Type: 'AWS::SNS::Topic' },
  Tests: { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: 'wrong-name' } },
  Framework: { Type: 'AWS::Backup::Framework' },
};

/** A resource with any properties, even if its L1 construct rejects them. */
const resource = (type: string, properties?: object) => {
  const resources = { ...OTHERS, Resource: { Type: `AWS::Backup::${type}`, Properties: properties } };
  return {
    cdk: (stack: Stack) => {
      new CfnParameter(stack, 'Given');
      for (const [id, { Type, Properties }] of Object.entries<{ Type: string; Properties?: object }>(resources)) {
        new CfnResource(stack, id, { type: Type, properties: Properties as Record<string, unknown> });
      }
    },
    cfn: { Parameters: { Given: { Type: 'String' } }, Resources: resources },
  };
};

const GIVEN = { Ref: 'Given' };
const sub = (text: string) => ({ 'Fn::Sub': text });
const arn = (service: string, id: string, region = 'eu-west-1', account = '111122223333') => `arn:aws:${service}:${region}:${account}:${id}`;

const topic = (SNSTopicArn: unknown) => resource('BackupVault', { BackupVaultName: 'orders', Notifications: { SNSTopicArn, BackupVaultEvents: [] } });
const tags = (BackupVaultTags: object) => resource('BackupVault', { BackupVaultName: 'orders', BackupVaultTags });
const reports = (ReportSetting: object, S3BucketName: unknown = 'reports') => resource('ReportPlan', { ReportDeliveryChannel: { S3BucketName }, ReportSetting });
const accounts = (...Accounts: unknown[]) => reports({ Accounts });
const regions = (...Regions: unknown[]) => reports({ Regions });
const units = (...OrganizationUnits: unknown[]) => reports({ OrganizationUnits });
const frameworks = (...FrameworkArns: unknown[]) => reports({ FrameworkArns });
const bucket = (name: unknown) => reports({}, name);
const tested = (more: object) => resource('RestoreTestingSelection', more);
const resources = (...ProtectedResourceArns: unknown[]) => tested({ ProtectedResourceArns });
const scanner = (ScannerRoleArn: unknown) => resource('BackupPlan', { BackupPlan: { ScanSettings: [{ ScannerRoleArn: arn('iam', 'role/one', '') }, { ScannerRoleArn }] } });
const team = (MpaApprovalTeamArn: unknown) => resource('LogicallyAirGappedBackupVault', { MpaApprovalTeamArn });
const excluded = (...ExcludeVaults: unknown[]) => resource('RestoreTestingPlan', { RecoveryPointSelection: { ExcludeVaults } });
const tiered = (...selections: unknown[][]) => resource('TieringConfiguration', { ResourceSelection: selections.map((Resources) => ({ Resources })) });
const held = (...VaultNames: unknown[]) => resource('LegalHold', { RecoveryPointSelection: { VaultNames } });
const framework = (more: object) => resource('Framework', more);

const TOPIC = 'must be the ARN of a topic, \'arn:<partition>:sns:<region>:<account>:<name>\', got';
const [FIX_TOPIC, TOPIC_PATH] = ['Write the whole ARN, or Ref of the topic.', 'Notifications.SNSTopicArn'];
const notTopic = (got: string) => ({ messages: [`'${TOPIC_PATH}' ${TOPIC} '${got}'. ${FIX_TOPIC}`], paths: [TOPIC_PATH] });
const notAccount = (index: number, got: string) => `'ReportSetting.Accounts[${index}]' must be an account ID of 12 digits, or 'ROOT' for all accounts, got '${got}'. Write all digits, in quotes.`;
const notRegion = (index: number, got: string) => `'ReportSetting.Regions[${index}]' must be the ID of a Region, such as 'eu-central-1', or '*' for all Regions, got '${got}'. Write it as AWS does.`;
const notResource = (index: number, got: string) => `'ProtectedResourceArns[${index}]' must be the ARN of a resource, or '*' for all resources, got '${got}'. Write the whole ARN.`;
const aBucket = (verb: string, got: string) => `'ReportDeliveryChannel.S3BucketName' ${verb} be the name of a bucket, of 3 to 63 lowercase letters, digits, hyphens, or dots, got '${got}'. `
  + 'Write the name, not an ARN or a URI.';
const notFramework = (index: number, got: string) => `'ReportSetting.FrameworkArns[${index}]' must be the ARN of a framework, 'arn:<partition>:backup:<region>:<account>:framework:<name>-<id>', `
  + `got '${got}'. Use the attribute FrameworkArn of the framework.`;
const unit = (index: number, got: string) => `'ReportSetting.OrganizationUnits[${index}]' should be the ID of an organizational unit, such as 'ou-abcd-12345678', got '${got}'. Write its ID, not its name.`;
const doubt = (path: string) => `'${path}': whether it has the form that AWS requires is unknown.`;
const key = (subject: string, got: string) => `${subject} must be a key of 1 to 128 characters that does not start with 'aws:', got '${got}'. Choose another key.`;

describeRule(valueForm, {
  compliant: [
    { name: 'the ARN of a topic', ...topic(arn('sns', 'orders')) },
    { name: 'a topic of the template', ...topic({ Ref: 'Topic' }) },
    { name: 'the longest name of a topic', ...topic(arn('sns', 't'.repeat(256))) },
    { name: 'a topic with pseudo parameters', ...topic(sub('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders')) },
    { name: 'an account, and all accounts', ...accounts('111122223333', 'ROOT', { Ref: 'AWS::AccountId' }) },
    { name: 'Regions of each partition, and all', ...regions('eu-central-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', '*', { Ref: 'AWS::Region' }) },
    { name: 'units', ...units('ou-abcd-12345678', 'r-abcd') },
    { name: 'a framework, and one of the template', ...frameworks(arn('backup', 'framework:orders-1'), { 'Fn::GetAtt': ['Framework', 'FrameworkArn'] }, { Ref: 'Framework' }) },
    { name: 'the shortest name of a bucket', ...bucket('a-1') },
    { name: 'the longest name of a bucket', ...bucket('b'.repeat(63)) },
    { name: 'a bucket of the template', ...bucket({ Ref: 'Bucket' }) },
    { name: 'a bucket with the account in its name', ...bucket(sub('reports-${AWS::AccountId}.x')) },
    { name: 'all resources', ...resources('*') },
    { name: 'resources', ...resources({ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:s3:::orders', 'arn:aws-cn:ec2:*:*:volume/*') },
    { name: 'a role', ...scanner(arn('iam', 'role/a/b', '')) },
    { name: 'an approval team', ...team(arn('mpa', 'approval-team/one', 'us-east-1')) },
    { name: 'vaults that are excluded', ...excluded('*', arn('backup', 'backup-vault:a*', '*', '*')) },
    { name: 'buckets', ...tiered(['*'], ['arn:aws:s3:::orders']) },
    { name: 'names of vaults', ...held('orders', 'o-1') },
    { name: 'a plan whose name is judged where it is', ...tested({ RestoreTestingPlanName: { Ref: 'Tests' } }) },
    { name: 'the longest tag', ...tags({ ['k'.repeat(128)]: 'v' }) },
    { name: 'a tag of 128 characters beyond the first plane', ...tags({ ['😀'.repeat(128)]: 'v' }) },
    { name: 'the shortest and the longest tag in a list', ...framework({ FrameworkTags: [{ Key: 'k', Value: '' }, { Key: 'k'.repeat(128), Value: 'v'.repeat(256) }] }) },
    { name: 'a tag of AWS that a control compares', ...framework({ FrameworkControls: [{ ControlScope: { Tags: [{ Key: 'aws:cloudformation:stack-name', Value: 'x' }] } }] }) },
    { name: 'a tag that is a parameter', ...framework({ FrameworkTags: [{ Key: GIVEN, Value: GIVEN }] }) },
  ],
  nonCompliant: [
    { name: 'the name of a topic', ...topic('orders'), ...notTopic('orders') },
    { name: 'an empty topic', ...topic(''), ...notTopic('') },
    { name: 'the name of a topic of the template', ...topic({ 'Fn::GetAtt': ['Topic', 'TopicName'] }), messages: [/^'Notifications.SNSTopicArn' must be the ARN of a topic/] },
    { name: 'a queue', ...topic(arn('sqs', 'orders')), ...notTopic(arn('sqs', 'orders')) },
    { name: 'a queue of a parameter', ...topic(sub('arn:aws:sqs:eu-west-1:111122223333:${Given}')), ...notTopic('arn:aws:sqs:eu-west-1:111122223333:${Given}') },
    { name: 'a subscription', ...topic(arn('sns', 'orders:0f1e')), ...notTopic(arn('sns', 'orders:0f1e')) },
    { name: 'a topic of a short account', ...topic(arn('sns', 'orders', 'eu-west-1', '1234')), ...notTopic(arn('sns', 'orders', 'eu-west-1', '1234')) },
    { name: 'a topic with a name that is too long', ...topic(arn('sns', 't'.repeat(257))), ...notTopic(arn('sns', 't'.repeat(257))) },
    {
      name: 'accounts beside right ones',
      ...accounts('111122223333', '1234', GIVEN, '1111222233334', 'root', 'ROOT'),
      messages: [notAccount(1, '1234'), notAccount(3, '1111222233334'), notAccount(4, 'root')],
      paths: ['ReportSetting.Accounts[1]', 'ReportSetting.Accounts[3]', 'ReportSetting.Accounts[4]'],
    },
    { name: 'an account with a letter and a parameter', ...accounts(sub('A${Given}'), sub('1x${Given}')), messages: [notAccount(0, 'A${Given}'), notAccount(1, '1x${Given}')] },
    { name: 'no Regions', ...regions('eu-central-1', 'mars-1', 'EU-CENTRAL-1', 'all'), messages: [notRegion(1, 'mars-1'), notRegion(2, 'EU-CENTRAL-1'), notRegion(3, 'all')] },
    {
      name: 'a Region that is new, or spelled wrong',
      ...regions('eu-central-9'),
      messages: ['\'ReportSetting.Regions[0]\' should name a Region that this library knows, got \'eu-central-9\'. Did you mean \'eu-central-1\'? If the Region is newer than this library, acknowledge the warning.'],
      levels: ['warning'],
    },
    { name: 'the name of a unit', ...units('ou-abcd-12345678', 'Production'), messages: [unit(1, 'Production')], levels: ['warning'] },
    { name: 'frameworks', ...frameworks('orders', arn('backup', 'report-plan:a')), messages: [notFramework(0, 'orders'), notFramework(1, arn('backup', 'report-plan:a'))] },
    { name: 'a bucket with an underscore', ...bucket('Bad_Bucket'), messages: [aBucket('should', 'Bad_Bucket')], levels: ['warning'], paths: ['ReportDeliveryChannel.S3BucketName'] },
    { name: 'a bucket of 64 characters', ...bucket('b'.repeat(64)), messages: [aBucket('should', 'b'.repeat(64))], levels: ['warning'] },
    { name: 'a hyphen first', ...bucket('-reports'), messages: [aBucket('should', '-reports')], levels: ['warning'] },
    { name: 'a bucket of 2 characters', ...bucket('ab'), messages: [aBucket('must', 'ab')] },
    { name: 'a bucket of 256 characters', ...bucket('b'.repeat(256)), messages: [aBucket('must', 'b'.repeat(256))] },
    { name: 'a URI', ...bucket('s3://reports'), messages: [aBucket('must', 's3://reports')] },
    { name: 'the ARN of a bucket', ...bucket('arn:aws:s3:::reports'), messages: [aBucket('must', 'arn:aws:s3:::reports')] },
    { name: 'a space and a parameter', ...bucket(sub('my ${Given}')), messages: [aBucket('must', 'my ${Given}')] },
    { name: 'the ARN of a bucket of the template', ...bucket({ 'Fn::GetAtt': ['Bucket', 'Arn'] }), messages: [/^'ReportDeliveryChannel.S3BucketName' must be/] },
    { name: 'a resource by its name, beside an ARN', ...resources('arn:aws:s3:::orders', 'foo'), messages: [notResource(1, 'foo')], paths: ['ProtectedResourceArns[1]'] },
    { name: 'a table by Ref', ...resources({ Ref: 'Table' }), messages: [/^'ProtectedResourceArns\[0\]' must be the ARN/] },
    { name: 'an ARN that ends early', ...resources('arn:aws:s3:orders'), messages: [notResource(0, 'arn:aws:s3:orders')] },
    {
      name: 'the name of a role, beside an ARN',
      ...scanner('scanner'),
      messages: ['\'BackupPlan.ScanSettings[1].ScannerRoleArn\' must be the ARN of a role, \'arn:<partition>:iam::<account>:role/<name>\', got \'scanner\'. Use the attribute Arn of the role.'],
    },
    {
      name: 'a session of a team',
      ...team(arn('mpa', 'session/one/two', 'us-east-1')),
      messages: ['\'MpaApprovalTeamArn\' must be the ARN of an approval team, \'arn:<partition>:mpa:<region>:<account>:approval-team/<name>\', '
        + `got '${arn('mpa', 'session/one/two', 'us-east-1')}'. Use the ARN of the team, not that of a session or a policy.`],
    },
    {
      name: 'a vault by its name',
      ...excluded('*', 'orders'),
      messages: ['\'RecoveryPointSelection.ExcludeVaults[1]\' must be \'*\' or the ARN of a vault, got \'orders\'. Write the whole ARN. It can contain \'*\'.'],
    },
    {
      name: 'a bucket by its name, in the second selection',
      ...tiered(['*'], ['arn:aws:s3:::a', 'orders']),
      messages: ['\'ResourceSelection[1].Resources[1]\' must be the ARN of a bucket, or \'*\' for all buckets, got \'orders\'. Write the whole ARN.'],
    },
    {
      name: 'the ARN of a vault',
      ...held('orders', arn('backup', 'backup-vault:orders')),
      messages: [`'RecoveryPointSelection.VaultNames[1]' should be the name of a vault, of 2 to 50 letters, digits, hyphens, or underscores, got '${arn('backup', 'backup-vault:orders')}'. Write its name, not its ARN.`],
      levels: ['warning'],
    },
    {
      name: 'a plan whose name nothing can have',
      ...tested({ RestoreTestingPlanName: 'my-tests' }),
      messages: ['\'RestoreTestingPlanName\' must be the name of a restore testing plan, of 1 to 50 letters, digits, or underscores, got \'my-tests\'. Use Ref of the plan, or write its name.'],
    },
    {
      name: 'tags that AWS reserves, and one that is too long',
      ...tags({ 'aws:team': 'a', 'AWS:team': 'b', ['k'.repeat(129)]: 'c', 'team': 'd' }),
      messages: ['aws:team', 'AWS:team', 'k'.repeat(129)].map((got) => key('a name in \'BackupVaultTags\'', got)),
    },
    {
      name: 'tags in a list',
      ...framework({ FrameworkTags: [{ Key: 'aws:team', Value: 'a' }, { Key: '', Value: 'b' }, { Key: 'team', Value: 'v'.repeat(257) }] }),
      messages: [key('\'FrameworkTags[0].Key\'', 'aws:team'), key('\'FrameworkTags[1].Key\'', ''), `'FrameworkTags[2].Value' must be a value of at most 256 characters, got '${'v'.repeat(257)}'. Shorten it.`],
    },
    {
      name: 'a key that is too long for a comparison',
      ...framework({ FrameworkControls: [{ ControlScope: { Tags: [{ Key: 'k'.repeat(129) }] } }] }),
      messages: [`'FrameworkControls[0].ControlScope.Tags[0].Key' must be a key of 1 to 128 characters, got '${'k'.repeat(129)}'. Correct the key.`],
    },
  ],
  notApplicable: [
    { name: 'no resource of AWS Backup', cdk: (stack) => { new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' }); }, cfn: { Topic: { Type: 'AWS::SNS::Topic' } } },
    { name: 'values that other rules judge', ...resource('BackupVault', { BackupVaultName: '?', EncryptionKeyArn: '?', Notifications: { BackupVaultEvents: ['?'] } }) },
    { name: 'values of another shape', ...accounts(['1'], { a: '1' }) },
  ],
  unknown: [
    { name: 'a topic that is a parameter', ...topic(GIVEN), messages: [doubt(TOPIC_PATH)] },
    { name: 'a topic whose service is a parameter', ...topic(sub('arn:aws:${Given}')), messages: [doubt(TOPIC_PATH)] },
    { name: 'an account whose end is a parameter', ...accounts(sub('1111${Given}')), messages: [doubt('ReportSetting.Accounts[0]')] },
    { name: 'accounts that might be all', ...accounts(sub('RO${Given}')), messages: [doubt('ReportSetting.Accounts[0]')] },
    { name: 'a list that is split', ...reports({ Accounts: { 'Fn::Split': [',', GIVEN] } }), messages: [doubt('ReportSetting.Accounts')] },
    { name: 'an import', ...bucket({ 'Fn::ImportValue': 'bucket' }), messages: [doubt('ReportDeliveryChannel.S3BucketName')] },
  ],
});
