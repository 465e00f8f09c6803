import { ACCOUNT, OTHER_ACCOUNT, sourceOf } from './rule-cases';
import { evaluate } from '../../src/checks/evaluate';
import type { Level } from '../../src/checks/rule';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';

type Json = Readonly<Record<string, unknown>>;
/** Properties and attributes of resources that differ from those of the healthy template. */
type Change = Readonly<Record<string, Json>>;

const attribute = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });
const document = (...Statement: Json[]) => ({ Version: '2012-10-17', Statement });
const statement = (Effect: string, Principal: unknown, Action: unknown, more: Json = {}) => ({ Effect, ...Principal !== undefined && { Principal }, Action, Resource: '*', ...more });
const allow = (principal: unknown, actions: unknown, more: Json = {}) => statement('Allow', principal, actions, more);
const own = (...actions: string[]) => allow(undefined, actions);
const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const ADMIN = { AWS: `arn:aws:iam::${ACCOUNT}:role/admin` };
const DEPLOY = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const THREE = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle', 'backup:PutBackupVaultAccessPolicy'];
const OTHERS = ['backup:DeleteBackupVaultAccessPolicy', 'backup:DeleteBackupVaultLockConfiguration', 'backup:PutBackupVaultLockConfiguration'];
const except = (operator: string, value: unknown, key = 'aws:PrincipalArn') => ({ Condition: { [operator]: { [key]: value } } });
const guard = (condition: Json, ...more: Json[]) => ({
  AccessPolicy: document(statement('Deny', '*', THREE, condition), statement('Deny', '*', OTHERS, condition), ...more),
});
const GUARDED = guard(except('ArnNotLike', DEPLOY));
const shared = (...more: Json[]) => guard(except('ArnNotLike', DEPLOY), ...more);
const keyPolicy = (...statements: Json[]) => ({ KeyPolicy: document(...statements) });
const USE = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*', 'kms:ReEncrypt*', 'kms:PutKeyPolicy'];
const PUBLISH = ['kms:Decrypt', 'kms:GenerateDataKey*'];
const BACKUP = { Service: 'backup.amazonaws.com' };
const inline = (...statements: Json[]) => ({ ManagedPolicyArns: [], Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }] });
const locked = (days: number) => ({ LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 400, ChangeableForDays: days } });
const attributes = (more: Json) => ({ '@': more });

/** A vault whose backups work, and that nobody can empty. */
const HEALTHY: Readonly<Record<string, { readonly Type: string; readonly Properties: Json } & Json>> = {
  Key: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { EnableKeyRotation: true, ...keyPolicy(allow(ROOT, 'kms:*')) } },
  TopicKey: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, ...keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH)) } },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: { Ref: 'TopicKey' } } },
  Subscription: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'team@example.com' } },
  TopicPolicy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: document({ ...allow(BACKUP, 'sns:Publish'), Resource: { Ref: 'Topic' } }) } },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    DependsOn: 'TopicPolicy',
    Properties: {
      BackupVaultName: 'orders',
      EncryptionKeyArn: attribute('Key'),
      Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED', 'RESTORE_JOB_COMPLETED'] },
      ...locked(14),
      ...GUARDED,
    },
  },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: document({ Effect: 'Allow', Principal: BACKUP, Action: 'sts:AssumeRole' }),
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'],
    },
  },
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, ScheduleExpression: 'cron(0 5 ? * * *)', Lifecycle: { DeleteAfterDays: 35 } }] } },
  },
  Files: { Type: 'AWS::EFS::FileSystem', Properties: { Encrypted: true, FileSystemTags: [{ Key: 'backup', Value: 'gold' }] } },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: { Ref: 'Plan' }, BackupSelection: { SelectionName: 'all', IamRoleArn: attribute('Role'), Resources: [attribute('Files')] } },
  },
};

/** A resource of the change alone has its type among its attributes. */
function templateWith(change: Change): object {
  return Object.fromEntries([...new Set([...Object.keys(HEALTHY), ...Object.keys(change)])].map((id) => {
    const { '@': more = {}, ...properties } = change[id] ?? {};
    const { Properties = {}, ...resource } = HEALTHY[id] ?? {};
    return [id, { ...resource, ...more as Json, Properties: { ...Properties, ...properties } }];
  }));
}

/** The findings, without those about what the template does not have, such as copies. */
function findingsIn(change: Change): string[] {
  const { findings } = evaluate(BackupInventory.of([sourceOf(templateWith(change))]), RULES, {});
  return findings.map(({ rule, level, address }) => `${level} ${rule.id} ${address.logicalId}`).sort();
}

interface Setting {
  readonly name: string;
  readonly rule: RuleId;
  readonly resource: string;
  readonly level: Level;
  /** The usual form of the setting, and its healthy twin. */
  readonly pair: Pair;
  /** Other forms of it, each with a healthy one that looks like it. */
  readonly siblings: Readonly<Record<string, Pair>>;
}

type Pair = readonly [faulty: Change, healthy: Change];

const publishing = (...statements: Json[]) => ({ TopicPolicy: { PolicyDocument: document(...statements) } });
const assume = (principal: Json, more: Json = {}) => ({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
const trusting = (...statements: Json[]) => ({ Role: { AssumeRolePolicyDocument: document(...statements) } });
/** A role with a permissions boundary of the template. */
const bounded = (...statements: Json[]): Change => ({
  Role: { PermissionsBoundary: { Ref: 'Boundary' } },
  Boundary: { ...attributes({ Type: 'AWS::IAM::ManagedPolicy' }), PolicyDocument: document(...statements) },
});
/** A volume that the selection selects, and its key. */
const volume = (ofKey: Json, more: Json = {}): Change => ({
  VolumeKey: { ...attributes({ Type: 'AWS::KMS::Key', ...ofKey }), EnableKeyRotation: true },
  Volume: { ...attributes({ Type: 'AWS::EC2::Volume' }), AvailabilityZone: 'eu-central-1a', Size: 10, Encrypted: true, KmsKeyId: attribute('VolumeKey'), ...more },
  Selection: {
    BackupSelection: {
      SelectionName: 'all', IamRoleArn: attribute('Role'), Resources: [attribute('Files'), { 'Fn::Sub': 'arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:volume/*' }],
    },
  },
});
const FILES_ONLY = own('elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags', 'kms:CreateGrant', 'kms:DescribeKey', 'tag:GetResources');

const SETTINGS: readonly Setting[] = [
  {
    name: 'a backup role that cannot back up',
    rule: RuleId.SELECTION_ROLE_PERMISSIONS,
    resource: 'Selection',
    level: 'error',
    pair: [{ Role: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } }, { Role: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } }],
    siblings: {
      'every action but those of backups, in another case': [
        { Role: inline({ Effect: 'Allow', NotAction: ['ElasticFileSystem:BACKUP', 's3:*'], Resource: '*' }) }, { Role: inline({ Effect: 'Allow', NotAction: ['IAM:*', 's3:*'], Resource: '*' }) },
      ],
      'a boundary of the template': [bounded(own('elasticfilesystem:Describe*', 'kms:*', 'tag:*')), bounded(own('*'), statement('Deny', undefined, ['iam:*', 'organizations:*']))],
      'one statement alone': [
        { Role: { ManagedPolicyArns: [], Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: own('elasticfilesystem:Restore') } }] } },
        { Role: { ManagedPolicyArns: [], Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: FILES_ONLY } }] } },
      ],
      'an action that only describes': [{ Role: inline(own('elasticfilesystem:Describe*', 'kms:*')) }, { Role: inline(FILES_ONLY) }],
      'every action but the needed one': [{ Role: inline({ Effect: 'Allow', NotAction: 'elasticfilesystem:Backup', Resource: '*' }) }, { Role: inline({ Effect: 'Allow', NotAction: 'elasticfilesystem:Delete*', Resource: '*' }) }],
      'a denial with a wildcard': [{ Role: inline(own('*'), statement('Deny', undefined, 'elasticfilesystem:Back*')) }, { Role: inline(own('*'), statement('Deny', undefined, 'elasticfilesystem:Backup?')) }],
      'a boundary for another service': [
        { Role: { PermissionsBoundary: 'arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess' } }, { Role: { PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess' } },
      ],
    },
  },
  {
    name: 'a guard that guards against nobody',
    rule: RuleId.VAULT_DELETION_GUARD,
    resource: 'Vault',
    level: 'warning',
    pair: [{ Vault: guard(except('ArnNotLike', '*:role/*')) }, { Vault: guard(except('ArnNotLike', [DEPLOY])) }],
    siblings: {
      'any of several values': [{ Vault: guard(except('ForAnyValue:ArnNotLike', [`arn:aws:iam::${ACCOUNT}:role/*`])) }, { Vault: guard(except('ForAllValues:ArnNotLike', [DEPLOY])) }],
      'every branch of a condition': [
        { Vault: guard(except('ArnNotLike', { 'Fn::If': ['Prod', 'arn:aws:iam::*:role/*', '*:role/*'] })) },
        { Vault: guard(except('ArnNotLike', { 'Fn::If': ['Prod', DEPLOY, ADMIN.AWS] })) },
      ],
      'question marks': [
        { Vault: guard(except('ArnNotLike', 'arn:aws:iam::????????????:role/?*')) },
        { Vault: guard(except('ArnNotLike', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':role/deploy']] })) },
      ],
      'two operators that must both hold': [
        { Vault: guard({ Condition: { ...except('ArnNotLike', DEPLOY).Condition, StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } }) },
        { Vault: guard({ Condition: { ...except('ArnNotLike', DEPLOY).Condition, Null: { 'aws:PrincipalArn': 'false' } } }) },
      ],
      'a second factor': [{ Vault: guard(except('Bool', 'false', 'aws:MultiFactorAuthPresent')) }, { Vault: guard(except('StringNotLike', [DEPLOY], 'AWS:principalarn')) }],
      'a date in the past': [{ Vault: guard({ Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } } }) }, { Vault: guard(except('StringNotLike', DEPLOY)) }],
      'every principal': [{ Vault: guard(except('ArnNotLike', `arn:aws:iam::${ACCOUNT}:*`)) }, { Vault: guard(except('ArnNotLike', `arn:aws:iam::${ACCOUNT}:role/ops/break-glass`)) }],
      'every role and session': [
        { Vault: guard(except('StringNotLike', ['arn:aws:iam::*:role/*', 'arn:aws:sts::*:assumed-role/*'])) }, { Vault: guard(except('StringNotLike', [`arn:aws:iam::${ACCOUNT}:role/deploy`])) },
      ],
      'the account': [{ Vault: guard(except('StringNotEquals', ACCOUNT, 'aws:PrincipalAccount')) }, { Vault: guard(except('ArnNotEquals', DEPLOY)) }],
      'a missing key': [{ Vault: guard(except('StringEquals', 'no', 'aws:PrincipalTag/admin')) }, { Vault: guard(except('ArnNotEqualsIfExists', DEPLOY)) }],
    },
  },
  {
    name: 'the shortest cooling-off',
    rule: RuleId.VAULT_LOCK_COOLING_OFF,
    resource: 'Vault',
    level: 'warning',
    pair: [{ Vault: locked(3) }, { Vault: locked(14) }],
    siblings: {
      'by equal branches': [
        { Vault: { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: { 'Fn::If': ['Prod', 3, '3'] } } } },
        { Vault: { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: { 'Fn::If': ['Prod', 14, '14'] } } } },
      ],
      'as a text': [{ Vault: { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 400, ChangeableForDays: '3' } } }, { Vault: { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 400, ChangeableForDays: '14' } } }],
      'by Select': [{ Vault: { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: { 'Fn::Select': [0, [3, 14]] } } } }, { Vault: { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: { 'Fn::Select': [1, [3, 14]] } } } }],
      'without a maximum': [{ Vault: { LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 3 } } }, { Vault: { LockConfiguration: { MinRetentionDays: 7 } } }],
    },
  },
  {
    name: 'a named vault that is deleted with its stack',
    rule: RuleId.VAULT_RETAINED,
    resource: 'Vault',
    level: 'warning',
    pair: [{ Vault: attributes({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }) }, { Vault: attributes({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }) }],
    siblings: {
      'no policy': [{ Vault: attributes({ DeletionPolicy: undefined, UpdateReplacePolicy: undefined }) }, { Vault: attributes({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }) }],
      'Delete alone': [{ Vault: attributes({ DeletionPolicy: 'Delete' }) }, { Vault: attributes({ DeletionPolicy: 'Retain' }) }],
      'retained only when it is replaced': [{ Vault: attributes({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Retain' }) }, { Vault: attributes({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }) }],
    },
  },
  {
    name: 'the key of a topic that does not let AWS Backup publish',
    rule: RuleId.TOPIC_KEY,
    resource: 'Vault',
    level: 'error',
    pair: [{ TopicKey: keyPolicy(allow(ROOT, 'kms:*')) }, { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH)) }],
    siblings: {
      'another account': [
        { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH, { Condition: { StringEquals: { 'aws:SourceAccount': OTHER_ACCOUNT } } })) },
        { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH, { Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } })) },
      ],
      'all but what it needs': [
        { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), { Effect: 'Allow', Principal: BACKUP, NotAction: 'kms:GenerateDataKey*', Resource: '*' }) },
        { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), { Effect: 'Allow', Principal: BACKUP, NotAction: ['kms:ScheduleKeyDeletion', 'kms:Put*'], Resource: '*' }) },
      ],
      'the key of the service': [{ Topic: { KmsMasterKeyId: 'alias/aws/sns' } }, { Topic: { KmsMasterKeyId: attribute('TopicKey') } }],
      'another service': [{ TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow({ Service: 'events.amazonaws.com' }, PUBLISH)) }, { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow({ Service: ['events.amazonaws.com', 'backup.amazonaws.com'] }, PUBLISH)) }],
      'a denial': [
        { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH), statement('Deny', BACKUP, 'kms:*')) }, { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, PUBLISH), statement('Deny', BACKUP, 'kms:Schedule*')) },
      ],
      'a part of the actions': [{ TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, 'kms:Decrypt')) }, { TopicKey: keyPolicy(allow(ROOT, 'kms:*'), allow(BACKUP, ['kms:Decrypt', 'kms:Generate*'])) }],
    },
  },
  {
    name: 'the key of a vault that is deleted with its stack',
    rule: RuleId.VAULT_KEY_RETAINED,
    resource: 'Key',
    level: 'warning',
    pair: [
      { Key: { PendingWindowInDays: 7, ...attributes({ DeletionPolicy: undefined, UpdateReplacePolicy: undefined }) } },
      { Key: { PendingWindowInDays: 30, ...attributes({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }) } },
    ],
    siblings: {
      'Delete': [{ Key: attributes({ DeletionPolicy: 'Delete' }) }, { Key: attributes({ DeletionPolicy: 'RetainExceptOnCreate' }) }],
      'no policy': [{ Key: attributes({ DeletionPolicy: undefined }) }, { Key: attributes({ DeletionPolicy: 'Retain', UpdateReplacePolicy: undefined }) }],
      'retained only when it is replaced': [{ Key: attributes({ DeletionPolicy: undefined, UpdateReplacePolicy: 'Retain' }) }, {}],
    },
  },
  {
    name: 'the key of a vault that locks AWS Backup out',
    rule: RuleId.VAULT_KEY_POLICY,
    resource: 'Key',
    level: 'error',
    pair: [{ Key: keyPolicy(allow(ADMIN, 'kms:*')) }, { Key: keyPolicy(allow(ADMIN, 'kms:*'), allow(ROOT, USE)) }],
    siblings: {
      'a denial to all but an administrator': [
        { Key: keyPolicy(allow(ROOT, 'kms:*'), statement('Deny', '*', USE.slice(0, -1), except('ArnNotLike', ADMIN.AWS))) },
        { Key: keyPolicy(allow(ROOT, 'kms:*'), statement('Deny', '*', USE.slice(0, -1), except('ArnNotLike', [ADMIN.AWS, attribute('Role')]))) },
      ],
      'callers of another account': [
        { Key: keyPolicy(allow(ADMIN, 'kms:*'), allow('*', USE, { Condition: { StringEquals: { 'kms:CallerAccount': OTHER_ACCOUNT } } })) },
        { Key: keyPolicy(allow(ADMIN, 'kms:*'), allow('*', USE, { Condition: { StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } } } })) },
      ],
      'an account with other actions': [{ Key: keyPolicy(allow(ROOT, ['kms:Put*', 'kms:Get*'])) }, { Key: keyPolicy(allow(ROOT, USE)) }],
      'another account': [{ Key: keyPolicy(allow(ADMIN, 'kms:*'), allow({ AWS: OTHER_ACCOUNT }, USE)) }, { Key: keyPolicy(allow(ADMIN, 'kms:*'), allow({ AWS: ACCOUNT }, USE)) }],
      'a denial to the role': [{ Key: keyPolicy(allow(ROOT, 'kms:*'), statement('Deny', { AWS: attribute('Role') }, 'kms:*')) }, { Key: keyPolicy(allow(ROOT, 'kms:*'), statement('Deny', { AWS: attribute('Role') }, 'kms:Schedule*')) }],
    },
  },
  {
    name: 'a vault policy that lets everyone copy and restore',
    rule: RuleId.VAULT_POLICY_ACCOUNTS,
    resource: 'Vault',
    level: 'warning',
    pair: [
      { Vault: shared(allow('*', ['backup:StartRestoreJob', 'backup:StartCopyJob', 'backup:CopyIntoBackupVault'])) },
      { Vault: shared(allow('*', 'backup:CopyIntoBackupVault', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } })) },
    ],
    siblings: {
      'everyone but an account': [
        { Vault: shared({ Effect: 'Allow', NotPrincipal: { AWS: OTHER_ACCOUNT }, Action: 'backup:StartRestoreJob', Resource: '*' }) },
        { Vault: shared(allow(ROOT, 'backup:StartRestoreJob')) },
      ],
      'everyone in a list': [
        { Vault: shared(allow({ AWS: ['*'] }, ['backup:CopyIntoBackupVault', 'backup:StartRestoreJob'])) }, { Vault: shared(allow({ AWS: ['*'] }, ['backup:CopyIntoBackupVault'])) },
      ],
      'any ARN': [
        { Vault: shared(allow('*', ['backup:StartCopyJob'], { Condition: { ArnLike: { 'aws:PrincipalArn': '*' } } })) },
        { Vault: shared(allow('*', ['backup:StartCopyJob'], { Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/copy` } } })) },
      ],
      'an organization, if there is one': [
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc1234567' } } })) },
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } })) },
      ],
      'every address': [
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } } })) },
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { IpAddress: { 'aws:SourceIp': ['8.8.8.0/24'] } } })) },
      ],
      'every organization': [
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } })) },
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abc1234567/*' } } })) },
      ],
      'every account but its own': [
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } })) },
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } })) },
      ],
    },
  },
  {
    name: 'a topic whose policy refuses AWS Backup',
    rule: RuleId.TOPIC_POLICY,
    resource: 'Vault',
    level: 'error',
    pair: [publishing(allow({ Service: 'events.amazonaws.com' }, 'sns:Publish')), publishing(allow(BACKUP, 'sns:Publish'))],
    siblings: {
      'a denial': [publishing(allow(BACKUP, 'sns:Publish'), statement('Deny', '*', 'sns:*')), publishing(allow(BACKUP, 'sns:Publish'), statement('Deny', '*', 'sns:Delete*'))],
      'another account': [
        publishing(allow(BACKUP, 'SNS:Publish', { Condition: { StringEquals: { 'aws:SourceAccount': [OTHER_ACCOUNT] } } })),
        publishing(allow(BACKUP, 'SNS:Publish', { Condition: { StringEquals: { 'aws:SourceAccount': [ACCOUNT] } } })),
      ],
      'a denial but for TLS': [
        publishing(allow(BACKUP, 'sns:Publish'), statement('Deny', BACKUP, 'sns:Publish')),
        publishing(allow(BACKUP, 'sns:Publish'), statement('Deny', '*', 'sns:Publish', { Condition: { Bool: { 'aws:SecureTransport': false } } })),
      ],
    },
  },
  {
    name: 'a role that AWS Backup cannot assume',
    rule: RuleId.SELECTION_ROLE,
    resource: 'Selection',
    level: 'error',
    pair: [trusting(assume({ Service: 'ec2.amazonaws.com' })), trusting(assume({ Service: ['ec2.amazonaws.com', 'backup.amazonaws.com'] }))],
    siblings: {
      'another account': [trusting(assume(BACKUP, except('StringEquals', OTHER_ACCOUNT, 'aws:SourceAccount'))), trusting(assume(BACKUP, except('StringEquals', ACCOUNT, 'aws:SourceAccount')))],
      'a denial to all but a role': [
        trusting(assume(BACKUP), { Effect: 'Deny', NotPrincipal: ADMIN, Action: 'sts:*' }),
        trusting(assume(BACKUP), { Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:*', Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }),
      ],
      'another action': [trusting({ ...assume(BACKUP), Action: 'sts:TagSession' }), trusting({ ...assume(BACKUP), Action: ['STS:assumerole', 'sts:TagSession'] })],
    },
  },
  {
    name: 'the key of a volume that is deleted with its stack',
    rule: RuleId.RESOURCE_KEY_RETAINED,
    resource: 'VolumeKey',
    level: 'warning',
    pair: [volume({}), volume({ DeletionPolicy: 'Retain' })],
    siblings: {
      'Delete': [volume({ DeletionPolicy: 'Delete' }), volume({ DeletionPolicy: 'RetainExceptOnCreate' })],
      'a volume without encryption': [volume({}), volume({}, { Encrypted: false })],
      'by the id of the key': [volume({}, { KmsKeyId: { Ref: 'VolumeKey' } }), volume({ DeletionPolicy: 'Retain' }, { KmsKeyId: { Ref: 'VolumeKey' } })],
    },
  },
];

const PAIRS = SETTINGS.flatMap(({ name, rule, resource, level, pair, siblings }) => (
  Object.entries({ 'the pair': pair, ...siblings }).map(([form, [faulty, healthy]]) => ({ name: `${name}: ${form}`, found: `${level} ${rule} ${resource}`, faulty, healthy }))));
const usual = findingsIn({});

test.each(PAIRS)('$name', ({ found, faulty, healthy }) => {
  expect(usual).not.toContain(found);
  expect(findingsIn(faulty)).toContain(found);
  expect(findingsIn(healthy).filter((finding) => !usual.includes(finding))).toEqual([]);
});

test('each setting has at least three siblings', () => {
  expect(SETTINGS.filter(({ siblings }) => Object.keys(siblings).length < 3).map(({ name }) => name)).toEqual([]);
});
