import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { evaluate } from '../../../../src/checks/evaluate';
import { selectionRolePermissions } from '../../../../src/checks/rules/selection/selection-role-permissions';
import { BackupInventory } from '../../../../src/inventory';
import { GIVEN, bothWays } from '../../both-ways';
import { describeRule, sourceOf } from '../../rule-cases';

const TRUST = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
const POLICY = 'AWSBackupServiceRolePolicyForBackup';
const aws = (name: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` });
const BACKUP = aws(`service-role/${POLICY}`);
const document = (Action: unknown, more: object = {}) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }] });
const inline = (Action: unknown, more: object = {}) => ({ Policies: [{ PolicyName: 'own', PolicyDocument: document(Action, more) }] });

const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], Tags: [{ Key: 'backup', Value: 'gold' }] } };
const FILES = { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemTags: [{ Key: 'backup', Value: 'gold' }] } };
const BY_TAG = { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }] };
const RULE = { RuleName: 'daily', TargetBackupVault: 'vault' };
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const volume = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1';

type Resources = Parameters<typeof bothWays>[0];

/** A role with these properties, and a plan and a selection with it. */
const of = (role: object, selection: object, more: Resources = {}, rule: object = {}, plan: object = {}) => bothWays({
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ...role } },
  Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ ...RULE, ...rule }], ...plan } } },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: { SelectionName: 'all', IamRoleArn: arn('Role'), ...selection } },
  },
  ...more,
});
const attached = (type: string, properties: object) => ({ Policy: { Type: type, Properties: properties } });

const FIX = `Attach the AWS managed policy ${POLICY}, or allow the action.`;
const EXCLUDED = 'The permissions boundary of the role, or a statement that denies, excludes the action. Allow it there.';
const HINT = ' If the account does not have the advanced features of AWS Backup for DynamoDB, set \'dynamoDbAdvancedFeatures\' to false.';
const nothing = (fix = `Attach the AWS managed policy ${POLICY}.`) => 'selection \'all\': \'IamRoleArn\' must be a role that is allowed to create backups, got one without '
  + `the permissions that backups of any resource type need. Every backup job fails. ${fix}`;
const must = (what: string, actions: string, fix = FIX) => `selection 'all': 'IamRoleArn' must be a role with the permissions that ${what} need, got one that is not allowed ${actions}. `
  + `These jobs fail. ${fix}`;
const should = (what: string, actions: string) => must(what, actions).replace('must be', 'should be').replace('These jobs fail.', 'These jobs might fail.');
const doubt = (what: string) => `selection 'all': whether the role in 'IamRoleArn' has the permissions that ${what} need is unknown.`;

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const VAULT_ELSEWHERE = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:copies';
const IN_ANOTHER_REGION = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:copies';
const indexOf = (type: string) => ({ IndexActions: [{ ResourceTypes: [type] }] });
const tagged = { RecoveryPointTags: { project: 'orders' } };
const SCANNED = { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] };
const scansOf = (...types: string[]) => ({ ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: types, ScannerRoleArn: 'arn:aws:iam::111122223333:role/scanner' }] });
const copyTo = (destination: string) => ({ CopyActions: [{ DestinationBackupVaultArn: destination }] });

describeRule(selectionRolePermissions, {
  compliant: [
    { name: 'the policy of AWS for a tag', ...of({ ManagedPolicyArns: [BACKUP] }, BY_TAG, { Table: TABLE, Files: FILES }) },
    { name: 'every right', ...of({ ManagedPolicyArns: [aws('AdministratorAccess')] }, BY_TAG, { Table: TABLE }) },
    { name: 'every right but those of IAM', ...of({ ManagedPolicyArns: [aws('PowerUserAccess')] }, { Resources: [volume] }) },
    { name: 'the actions of the types by an inline policy', ...of(inline(['dynamodb:*', 'elasticfilesystem:backup']), { Resources: [arn('Table'), arn('Files')] }, { Table: TABLE, Files: FILES }) },
    { name: 'the action on the table', ...of(inline(['dynamodb:StartAwsBackupJob', 'dynamodb:ListTagsOfResource'], { Resource: arn('Table') }), { Resources: [arn('Table')] }, { Table: TABLE }) },
    {
      name: 'a policy that is attached from beside',
      ...of({}, { Resources: [volume] }, attached('AWS::IAM::Policy', { PolicyName: 'own', PolicyDocument: document('ec2:CreateSnapshot'), Roles: [{ Ref: 'Role' }] })),
    },
    { name: 'a policy of a role', ...of({}, { Resources: [volume] }, attached('AWS::IAM::RolePolicy', { PolicyName: 'own', PolicyDocument: document('ec2:*'), RoleName: { Ref: 'Role' } })) },
    {
      name: 'a customer managed policy that attaches itself',
      ...of({}, { Resources: [volume] }, attached('AWS::IAM::ManagedPolicy', { PolicyDocument: document('ec2:Create*'), Roles: [{ Ref: 'Role' }] })),
    },
    { name: 'a customer managed policy', ...of({ ManagedPolicyArns: [{ Ref: 'Policy' }] }, { Resources: [volume] }, attached('AWS::IAM::ManagedPolicy', { PolicyDocument: document('*') })) },
    {
      name: 'a boundary that leaves enough',
      ...of({ ManagedPolicyArns: [BACKUP], PermissionsBoundary: { Ref: 'Policy' } }, { Resources: [volume] }, attached('AWS::IAM::ManagedPolicy', { PolicyDocument: document('ec2:*') })),
    },
    {
      name: 'a table of an account without advanced features',
      ...of(inline('dynamodb:CreateBackup'), { Resources: [arn('Table')] }, { Table: TABLE }),
      options: { dynamoDbAdvancedFeatures: false },
    },
    { name: 'tags of recovery points by the policy of AWS', ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: [arn('Files')] }, { Files: FILES }, tagged) },
    { name: 'tags of recovery points by an action', ...of(inline(['elasticfilesystem:*', 'backup:TagResource']), { Resources: [arn('Files')] }, { Files: FILES }, tagged) },
    { name: 'tags of recovery points that are resources of Amazon EC2', ...of(inline('ec2:*'), { Resources: [volume] }, {}, tagged) },
    { name: 'no tags of recovery points', ...of(inline('elasticfilesystem:*'), { Resources: [arn('Files')] }, { Files: FILES }, { RecoveryPointTags: {} }) },
    { name: 'scans by the policy of AWS', ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: [volume] }, {}, SCANNED, scansOf('ALL')) },
    { name: 'scans of other types', ...of(inline('ec2:*'), { Resources: [volume] }, {}, SCANNED, scansOf('S3')) },
    { name: 'settings of scans that no rule starts', ...of(inline('ec2:*'), { Resources: [volume] }, {}, {}, scansOf('EBS')) },
    {
      name: 'an index by the policies of AWS',
      ...of({ ManagedPolicyArns: [BACKUP, aws('AWSBackupServiceRolePolicyForIndexing')] }, { Resources: [volume] }, {}, indexOf('EBS')),
    },
    { name: 'an index of buckets', ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: [volume] }, {}, indexOf('S3')) },
    { name: 'a copy to another account', ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: [volume] }, {}, copyTo(VAULT_ELSEWHERE)) },
  ],
  nonCompliant: [
    { name: 'no policy', ...of({}, BY_TAG), messages: [nothing()], paths: ['BackupSelection.IamRoleArn'] },
    { name: 'no policy, for a resource', ...of({}, { Resources: [volume] }), messages: [nothing()] },
    { name: 'rights to read only', ...of({ ManagedPolicyArns: [aws('ReadOnlyAccess')] }, BY_TAG, { Files: FILES }), messages: [nothing()] },
    { name: 'rights to restore only', ...of({ ManagedPolicyArns: [aws('service-role/AWSBackupServiceRolePolicyForRestores')] }, BY_TAG), messages: [nothing()] },
    { name: 'rights of people only', ...of({ ManagedPolicyArns: [aws('AWSBackupFullAccess')] }, BY_TAG), messages: [nothing()] },
    { name: 'rights to describe only', ...of(inline(['dynamodb:Describe*', 'ec2:Describe*']), BY_TAG, { Table: TABLE }), messages: [nothing()] },
    { name: 'everything but backups', ...of({ Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: { Effect: 'Allow', NotAction: '*', Resource: '*' } } }] }, BY_TAG), messages: [nothing()] },
    {
      name: 'everything denied',
      ...of({ Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: [ALL, { Effect: 'Deny', Action: '*', Resource: '*' }] } }] }, BY_TAG),
      messages: [nothing('Its permissions boundary, or a statement that denies, excludes everything. Change it.')],
    },
    {
      name: 'a policy of another role',
      ...of({}, { Resources: [volume] }, attached('AWS::IAM::RolePolicy', { PolicyName: 'own', PolicyDocument: document('ec2:*'), RoleName: 'other' })),
      messages: [nothing()],
    },
    {
      name: 'a table that the role cannot back up',
      ...of(inline(['dynamodb:DescribeTable', 'dynamodb:CreateBackup'], { Resource: arn('Table') }), { Resources: [arn('Table')] }, { Table: TABLE }),
      messages: [must('backups of DynamoDB', 'dynamodb:StartAwsBackupJob') + HINT],
    },
    {
      name: 'a table of an account with advanced features',
      ...of(inline('dynamodb:CreateBackup'), { Resources: [arn('Table')] }, { Table: TABLE }),
      options: { dynamoDbAdvancedFeatures: true },
      messages: [must('backups of DynamoDB', 'dynamodb:StartAwsBackupJob')],
    },
    {
      name: 'a table whose tags the role cannot list',
      ...of(inline('dynamodb:StartAwsBackupJob'), { Resources: [arn('Table')] }, { Table: TABLE }),
      messages: [should('backups of DynamoDB', 'dynamodb:ListTagsOfResource')],
      levels: ['warning'],
    },
    {
      name: 'a table other than that of the policy',
      ...of(inline('dynamodb:*', { Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/other' }), { Resources: [arn('Table')] }, { Table: TABLE }),
      messages: [must('backups of DynamoDB', 'dynamodb:StartAwsBackupJob') + HINT],
    },
    {
      name: 'an index that the role cannot create',
      ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: [volume] }, {}, indexOf('EBS')),
      messages: [should('indexes of EBS', 'ebs:GetSnapshotBlock, ebs:ListSnapshotBlocks').replace(FIX, 'Attach the AWS managed policy AWSBackupServiceRolePolicyForIndexing, or allow the actions.')],
      levels: ['warning'],
    },
    {
      name: 'tags of recovery points that the role cannot add',
      ...of(inline('elasticfilesystem:*'), { Resources: [arn('Files')] }, { Files: FILES }, tagged),
      messages: [should('tags of recovery points of EFS', 'backup:TagResource')],
      levels: ['warning'],
    },
    ...['EBS', 'ALL'].map((type) => ({
      name: `scans of ${type} that the role cannot start`,
      ...of(inline('ec2:*'), { Resources: [volume] }, {}, SCANNED, scansOf(type)),
      messages: [should('scans of EBS', 'guardduty:StartMalwareScan, iam:PassRole').replace(FIX, 'Attach the AWS managed policy AWSBackupServiceRolePolicyForScans, or allow the actions.')],
      levels: ['warning' as const],
    })),
    {
      name: 'a scanner role that the role cannot pass to the scanner',
      ...of(
        {
          Policies: [{
            PolicyName: 'own',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: ['ec2:*', 'guardduty:StartMalwareScan'], Resource: '*' },
                { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } },
              ],
            },
          }],
        },
        { Resources: [volume] }, {}, SCANNED, scansOf('EBS'),
      ),
      messages: [should('scans of EBS', 'iam:PassRole').replace(POLICY, 'AWSBackupServiceRolePolicyForScans')],
      levels: ['warning'],
    },
    { name: 'volumes', ...of(inline('dynamodb:*'), { Resources: ['arn:aws:ec2:*:*:volume/*'] }), messages: [must('backups of EBS', 'ec2:CreateSnapshot')] },
    {
      name: 'volumes that a condition might exclude',
      ...of(inline('dynamodb:*'), { Resources: [volume], Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'gold' }] } }),
      messages: [must('backups of EBS', 'ec2:CreateSnapshot').replace('must', 'should').replace('fail.', 'might fail.')],
      levels: ['warning'],
    },
    { name: 'a file system that a tag selects', ...of(inline('dynamodb:*'), BY_TAG, { Files: FILES }), messages: [should('backups of EFS', 'elasticfilesystem:Backup')], levels: ['warning'] },
    { name: 'clusters of several kinds', ...of(inline('ec2:*'), { Resources: ['arn:aws:rds:*:*:cluster:*'] }, {}), messages: [must('backups of Aurora, DocumentDB, Neptune, RDS', 'rds:CreateDBClusterSnapshot')] },
    {
      name: 'an action that is denied',
      ...of({ ManagedPolicyArns: [BACKUP], ...inline('ec2:CreateSnapshot', { Effect: 'Deny' }) }, { Resources: [volume] }),
      messages: [must('backups of EBS', 'ec2:CreateSnapshot', EXCLUDED)],
    },
    {
      name: 'a boundary that excludes the action',
      ...of({ ManagedPolicyArns: [BACKUP], PermissionsBoundary: { Ref: 'Policy' } }, { Resources: [volume] }, attached('AWS::IAM::ManagedPolicy', { PolicyDocument: document('dynamodb:*') })),
      messages: [must('backups of EBS', 'ec2:CreateSnapshot', EXCLUDED)],
    },
    {
      name: 'a copy to another account',
      ...of(inline(['ec2:CreateSnapshot', 'ec2:CopySnapshot']), { Resources: [volume] }, {}, copyTo(VAULT_ELSEWHERE)),
      messages: [must('copies to another account', 'backup:CopyFromBackupVault, backup:CopyIntoBackupVault').replace('the action.', 'the actions.')],
    },
    {
      name: 'a copy to another Region',
      ...of(inline(['ec2:CreateSnapshot']), { Resources: [volume] }, {}, copyTo(IN_ANOTHER_REGION)),
      messages: [should('copies of EBS', 'ec2:CopySnapshot')],
      levels: ['warning'],
    },
    {
      name: 'snapshots in the archive',
      ...of(inline(['ec2:CreateSnapshot']), { Resources: [volume] }, {}, { Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365, OptInToArchiveForSupportedResources: true } }),
      messages: [should('moves to cold storage of EBS', 'ec2:ModifySnapshotTier')],
      levels: ['warning'],
    },
    {
      name: 'continuous backups',
      ...of(inline(['ec2:*']), { Resources: ['arn:aws:rds:eu-west-1:111122223333:db:orders'] }, {}, { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 7 } }),
      messages: [should('continuous backups of RDS', 'rds:ModifyDBInstance')],
      levels: ['warning'],
    },
  ],
  notApplicable: [
    { name: 'a role elsewhere', ...of({}, { ...BY_TAG, IamRoleArn: 'arn:aws:iam::111122223333:role/elsewhere' }, { Table: TABLE }) },
    { name: 'stacks, whose resources need rights of their own', ...of({}, { Resources: ['arn:aws:cloudformation:*:*:stack/*'] }) },
    { name: 'buckets, which have a rule of their own', ...of({ ManagedPolicyArns: [BACKUP] }, { Resources: ['arn:aws:s3:::*'] }) },
    { name: 'a type that the selection does not name', ...of(inline('dynamodb:*'), BY_TAG) },
  ],
  unknown: [
    { name: 'a policy of AWS that is not in the table', ...of({ ManagedPolicyArns: [aws('AWSSomethingElse')] }, { Resources: [volume] }), messages: [doubt('backups of EBS')] },
    { name: 'a customer managed policy elsewhere', ...of({ ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/own'] }, { Resources: [volume] }), messages: [doubt('backups of EBS')] },
    { name: 'a policy that is a parameter', ...of({ ManagedPolicyArns: [GIVEN] }, { Resources: [volume] }), messages: [doubt('backups of EBS')] },
    { name: 'an action that is a parameter', ...of(inline(GIVEN), { Resources: [volume] }), messages: [doubt('backups of EBS')] },
    { name: 'a condition', ...of(inline('ec2:*', { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }), { Resources: [volume] }), messages: [doubt('backups of EBS')] },
    {
      name: 'a boundary elsewhere',
      ...of({ ManagedPolicyArns: [BACKUP], PermissionsBoundary: 'arn:aws:iam::111122223333:policy/own' }, { Resources: [volume] }),
      messages: [doubt('backups of EBS')],
    },
    {
      name: 'a policy that might be attached to any role',
      ...of({}, { Resources: [volume] }, attached('AWS::IAM::RolePolicy', { PolicyName: 'own', PolicyDocument: document('ec2:*'), RoleName: GIVEN })),
      messages: [doubt('backups of EBS')],
    },
    {
      name: 'a policy of the file system',
      ...of(inline('ec2:*'), { Resources: [arn('Files')] }, { Files: { ...FILES, Properties: { FileSystemPolicy: document('elasticfilesystem:*') } } }),
      messages: [doubt('backups of EFS')],
    },
  ],
});

const PAIRS = join(__dirname, '..', '..', 'role-pairs');
const pairs = readdirSync(PAIRS).filter((file) => file.endsWith('.faulty.json')).map((file) => file.replace('.faulty.json', ''));

test.each(pairs)('%s: an error, and none in the twin', (name) => {
  const levels = ['faulty', 'healthy'].map((twin) => {
    const template = JSON.parse(readFileSync(join(PAIRS, `${name}.${twin}.json`), 'utf8')) as object;
    const { findings } = evaluate(BackupInventory.of([sourceOf(template)]), [selectionRolePermissions], {});
    return findings.map(({ level }) => level);
  });

  expect(levels).toEqual([['error'], []]);
});
