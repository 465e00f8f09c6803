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

function templateWith(change: Change): object {
  return Object.fromEntries(Object.entries(HEALTHY).map(([id, resource]) => {
    const { '@': more = {}, ...properties } = change[id] ?? {};
    return [id, { ...resource, ...more as Json, Properties: { ...resource.Properties, ...properties } }];
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
  /** Each dangerous setting, and a healthy one that looks like it. */
  readonly pairs: Readonly<Record<string, readonly [faulty: Change, healthy: Change]>>;
}

const FILES_ONLY = own('elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags', 'kms:CreateGrant', 'kms:DescribeKey', 'tag:GetResources');

const SETTINGS: readonly Setting[] = [
  {
    name: 'a backup role that cannot back up',
    rule: RuleId.SELECTION_ROLE_PERMISSIONS,
    resource: 'Selection',
    level: 'error',
    pairs: {
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
    pairs: {
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
    pairs: {
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
    pairs: {
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
    pairs: {
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
    pairs: {
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
    pairs: {
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
    pairs: {
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
      'every account but its own': [
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } })) },
        { Vault: shared(allow('*', ['backup:StartRestoreJob'], { Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } })) },
      ],
    },
  },
];

const PAIRS = SETTINGS.flatMap(({ name, rule, resource, level, pairs }) => (
  Object.entries(pairs).map(([pair, [faulty, healthy]]) => ({ name: `${name}: ${pair}`, found: `${level} ${rule} ${resource}`, faulty, healthy }))));
const usual = findingsIn({});

test.each(PAIRS)('$name', ({ found, faulty, healthy }) => {
  expect(usual).not.toContain(found);
  expect(findingsIn(faulty)).toContain(found);
  expect(findingsIn(healthy).filter((finding) => !usual.includes(finding))).toEqual([]);
});

test('each setting has at least three pairs', () => {
  expect(SETTINGS.map(({ pairs }) => Object.keys(pairs).length >= 3)).toEqual(SETTINGS.map(() => true));
});
