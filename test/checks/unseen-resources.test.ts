import { evaluate } from '../../src/checks/evaluate';
import type { Rule } from '../../src/checks/rule';
import { reportBucketPolicy } from '../../src/checks/rules/audit/report-bucket-policy';
import { bucketLifecycle } from '../../src/checks/rules/coverage/bucket-lifecycle';
import { resourceInPlan } from '../../src/checks/rules/coverage/resource-in-plan';
import { bucketKeyPolicy } from '../../src/checks/rules/encryption/bucket-key-policy';
import { topicPolicy } from '../../src/checks/rules/notification/topic-policy';
import { topicSubscribed } from '../../src/checks/rules/notification/topic-subscribed';
import { copyIntoAirGappedVault } from '../../src/checks/rules/plan/copy-into-air-gapped-vault';
import { copySupported } from '../../src/checks/rules/plan/copy-supported';
import { pointInTimeRecovery } from '../../src/checks/rules/plan/point-in-time-recovery';
import { ruleColdStorageUnsupported } from '../../src/checks/rules/plan/rule-cold-storage-unsupported';
import { ruleContinuousUnsupported } from '../../src/checks/rules/plan/rule-continuous-unsupported';
import { restoreTested } from '../../src/checks/rules/restore-testing/restore-tested';
import { restoreTestingRole } from '../../src/checks/rules/restore-testing/restore-testing-role';
import { selectionRoleForS3 } from '../../src/checks/rules/selection/selection-role-for-s3';
import { selectionRolePermissions } from '../../src/checks/rules/selection/selection-role-permissions';
import { vaultKeyPolicy } from '../../src/checks/rules/vault/vault-key-policy';
import { vaultNotifies } from '../../src/checks/rules/vault/vault-notifies';
import type { TemplateSource } from '../../src/inventory';
import { byTag, inventoryOf, plan, selection, source, table, tagged } from '../inventory/sources';

type Resources = Readonly<Record<string, unknown>>;

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' } } },
};
const BACKUP_POLICIES = ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'];
const WITH_POLICIES = { ...ROLE, Properties: { ...ROLE.Properties, ManagedPolicyArns: BACKUP_POLICIES } };
const ARN_OF_ROLE = { IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } };
const PUBLISHING = {
  Topic: { Type: 'AWS::SNS::Topic' },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'orders', Notifications: { BackupVaultEvents: ['BACKUP_JOB_FAILED'], SNSTopicArn: { Ref: 'Topic' } } },
  },
};
const KEY = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: { Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }, Action: 'kms:*', Resource: '*' } } } };
const AIR_GAPPED = { Type: 'AWS::Backup::LogicallyAirGappedBackupVault', Properties: { BackupVaultName: 'copies', MinRetentionDays: 7, MaxRetentionDays: 40 } };

function planWith(rule: object, vault: unknown = 'vault'): object {
  return { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: vault, ...rule }] } } };
}

function bucket(properties: object): object {
  return { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' }, ...tagged({ backup: 'gold' }), ...properties } };
}

const GOLD = selection(byTag('backup', 'gold'));

/** Each rule with a template that has its fault, because a resource is missing. */
const ABSENCES: readonly (readonly [Rule, Resources])[] = [
  [topicPolicy, PUBLISHING],
  [topicSubscribed, PUBLISHING],
  [vaultNotifies, { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders' } } }],
  [reportBucketPolicy, {
    Bucket: { Type: 'AWS::S3::Bucket' },
    Report: { Type: 'AWS::Backup::ReportPlan', Properties: { ReportDeliveryChannel: { S3BucketName: { Ref: 'Bucket' } }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } } },
  }],
  [restoreTested, { Plan: plan(), Selection: GOLD, Table: table(tagged({ backup: 'gold' })) }],
  [resourceInPlan, { Table: table() }],
  [selectionRolePermissions, { Plan: plan(), Role: ROLE, Selection: selection({ ...ARN_OF_ROLE, ...byTag('backup', 'gold') }) }],
  [selectionRoleForS3, { Plan: plan(), Role: WITH_POLICIES, Selection: selection({ ...ARN_OF_ROLE, Resources: ['arn:aws:s3:::*'] }) }],
  [restoreTestingRole, {
    Role: ROLE, Test: { Type: 'AWS::Backup::RestoreTestingSelection', Properties: { RestoreTestingSelectionName: 'tests', ProtectedResourceType: 'DynamoDB', ...ARN_OF_ROLE } },
  }],
  [vaultKeyPolicy, {
    Key: KEY,
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'orders', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    Plan: planWith({}, { Ref: 'Vault' }),
    Role: ROLE,
    Selection: selection({ ...ARN_OF_ROLE, ...byTag('backup', 'gold') }),
  }],
  [bucketKeyPolicy, {
    Key: KEY,
    Plan: plan(),
    Role: ROLE,
    Selection: selection({ ...ARN_OF_ROLE, ...byTag('backup', 'gold') }),
    Bucket: bucket({ BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } }] } }),
  }],
  [pointInTimeRecovery, { Plan: plan(), Selection: GOLD, Bucket: bucket({}) }],
  [bucketLifecycle, { Plan: planWith({ ScheduleExpression: 'cron(0 5 1 * ? *)' }), Selection: GOLD, Bucket: bucket({ LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 7 }] } }) }],
  [copySupported, {
    Plan: planWith({ CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:copies' }] }),
    Selection: selection({ Resources: ['arn:aws:redshift:*:*:cluster:*'] }),
  }],
  [copyIntoAirGappedVault, {
    AirGapped: AIR_GAPPED,
    Plan: planWith({ CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['AirGapped', 'BackupVaultArn'] } }] }),
    Selection: selection({ Resources: ['arn:aws:rds:*:*:db:*'] }),
  }],
  [ruleColdStorageUnsupported, {
    Plan: planWith({ Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 } }), Selection: selection({ Resources: ['arn:aws:rds:*:*:db:*'] }),
  }],
  [ruleContinuousUnsupported, { Plan: planWith({ EnableContinuousBackup: true }), Selection: selection({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }) }],
];

const UNREAD = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://templates.s3.amazonaws.com/backups.yaml' } };

describe.each(ABSENCES.map(([rule, resources]) => [rule.id, rule, resources] as const))('%s', (_id, rule, resources) => {
  const resultsFor = (more: object, sections = {}, ...others: readonly TemplateSource[]) => {
    const { findings, unknown } = evaluate(inventoryOf(source({ ...resources, ...more }, { sections }), ...others), [rule], {});
    return [findings.length, unknown.length];
  };

  test('reports a missing resource', () => {
    expect(resultsFor({})).toEqual([1, 0]);
  });

  test.each<[string, object, object]>([
    ['module', { Module: { Type: 'Company::Backups::All::MODULE' } }, {}],
    ['include', { 'Fn::Transform': { Name: 'AWS::Include' } }, {}],
    ['macro', {}, { Transform: 'Company' }],
    ['loop over unknown values', { 'Fn::ForEach::X': ['Name', { Ref: 'Names' }, { '${Name}': { Type: 'AWS::SQS::Queue' } }] }, {}],
    ['nested stack that is not read', { Nested: UNREAD }, {}],
    ['nested stack that might exist', { Nested: { ...UNREAD, Condition: 'IsThere' } }, { Conditions: { IsThere: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'x'] } } }],
    ['nested application that is not read', { Nested: { Type: 'AWS::Serverless::Application', Properties: { Location: { ApplicationId: 'arn:aws:serverlessrepo:x', SemanticVersion: '1.0.0' } } } }, {}],
  ])('counts it as unknown if a %s might add it', (_name, more, sections) => {
    expect(resultsFor(more, sections)).toEqual([0, 1]);
  });

  test('reports it beside what certainly adds nothing', () => {
    const never = { IsThere: { 'Fn::Equals': ['a', 'b'] } };

    expect(resultsFor({ Nested: { ...UNREAD, Condition: 'IsThere' } }, { Conditions: never })).toEqual([1, 0]);
    expect(resultsFor({ Nested: UNREAD }, {}, source({}, { id: 'Nested', parent: { id: 'Stack', logicalId: 'Nested' } }))).toEqual([1, 0]);
    expect(resultsFor({ Nested: { ...UNREAD, Condition: 'IsThere' } }, { Conditions: never },
      source({}, { id: 'Nested', parent: { id: 'Stack', logicalId: 'Nested' }, sections: { Transform: 'Company' } }))).toEqual([1, 0]);
    expect(resultsFor({}, {}, source({ Nested: UNREAD }, { id: 'Other', account: '444455556666' }))).toEqual([1, 0]);
  });
});

test('a policy of a role can be in another Region', () => {
  const { findings, unknown } = evaluate(inventoryOf(
    source({ Plan: plan(), Role: ROLE, Selection: selection({ ...ARN_OF_ROLE, ...byTag('backup', 'gold') }) }),
    source({ Nested: UNREAD }, { id: 'Other', region: 'us-east-1' }),
  ), [selectionRolePermissions], {});

  expect([findings.length, unknown.length]).toEqual([0, 1]);
});

test('what a permissions boundary excludes is reported, because no further policy can allow it', () => {
  const boundary = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: { Effect: 'Allow', Action: 'logs:*', Resource: '*' } } } };
  const role = { ...WITH_POLICIES, Properties: { ...WITH_POLICIES.Properties, PermissionsBoundary: { Ref: 'Boundary' } } };
  const { findings } = evaluate(inventoryOf(source({
    Nested: UNREAD, Boundary: boundary, Plan: plan(), Role: role, Selection: selection({ ...ARN_OF_ROLE, ...byTag('backup', 'gold') }),
  })), [selectionRolePermissions], {});

  expect(findings).toMatchObject([{ level: 'error', key: 'nothing' }]);
});
