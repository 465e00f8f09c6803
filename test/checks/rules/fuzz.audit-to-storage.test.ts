import * as fc from 'fast-check';
import { evaluate } from '../../../src/checks/evaluate';
import { AUDIT_RULES } from '../../../src/checks/rules/audit';
import { ENCRYPTION_RULES } from '../../../src/checks/rules/encryption';
import { NOTIFICATION_RULES } from '../../../src/checks/rules/notification';
import { RESTORE_TESTING_RULES } from '../../../src/checks/rules/restore-testing';
import { STORAGE_RULES } from '../../../src/checks/rules/storage';
import { BackupInventory } from '../../../src/inventory';
import { properties, value } from '../../inventory/templates';

const RULES = [...AUDIT_RULES, ...ENCRYPTION_RULES, ...NOTIFICATION_RULES, ...RESTORE_TESTING_RULES, ...STORAGE_RULES];

const list = (item: fc.Arbitrary<unknown>) => fc.oneof(fc.array(item, { maxLength: 3 }), value);
const record = (of: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(of, { requiredKeys: [] });
const text = fc.oneof(value, fc.constantFrom(
  'arn:aws:sns:eu-west-1:111122223333:t.fifo', 'alias/aws/sns', 'FSx', 'JSON', 'ROOT', '2024-01-01', '*', 'LUSTRE', 'cron(0 5 ? * * *)',
  'BACKUP_LAST_RECOVERY_POINT_CREATED', 'CONTROL_COMPLIANCE_REPORT', 'arn:aws:backup:eu-west-1:444455556666:backup-vault:orders',
).map((literal): unknown => literal));
const texts = list(text);
const document = fc.oneof(
  record({ Statement: list(record({ Effect: fc.constantFrom('Allow', 'Deny'), Principal: fc.oneof(record({ AWS: texts, Service: texts }), text), Action: texts, NotAction: value })) }),
  text,
  value.map((json) => JSON.stringify(json)),
);

const TYPES: Readonly<Record<string, readonly [type: string, properties: fc.Arbitrary<unknown>]>> = {
  Vault: ['AWS::Backup::BackupVault', record({ BackupVaultName: text, EncryptionKeyArn: text, Notifications: fc.oneof(record({ SNSTopicArn: text, BackupVaultEvents: texts }), value) })],
  AirGapped: ['AWS::Backup::LogicallyAirGappedBackupVault', record({ BackupVaultName: text, Notifications: record({ SNSTopicArn: text }) })],
  Topic: ['AWS::SNS::Topic', record({ TopicName: text, FifoTopic: text, KmsMasterKeyId: text })],
  TopicPolicy: ['AWS::SNS::TopicPolicy', record({ Topics: texts, PolicyDocument: document })],
  Framework: ['AWS::Backup::Framework', record({
    FrameworkName: text,
    FrameworkDescription: text,
    FrameworkControls: list(record({
      ControlName: text,
      ControlInputParameters: list(record({ ParameterName: fc.oneof(text, fc.constant('recoveryPointAgeValue')), ParameterValue: texts })),
      ControlScope: fc.oneof(record({ Tags: list(record({ Key: text })), ComplianceResourceTypes: texts, ComplianceResourceIds: texts }), value),
    })),
  })],
  Report: ['AWS::Backup::ReportPlan', record({
    ReportPlanName: text,
    ReportSetting: record({ ReportTemplate: text, FrameworkArns: texts, Accounts: texts, Regions: texts, OrganizationUnits: texts }),
    ReportDeliveryChannel: record({ Formats: texts, S3BucketName: text }),
  })],
  Bucket: ['AWS::S3::Bucket', record({ BucketName: text })],
  BucketPolicy: ['AWS::S3::BucketPolicy', record({ Bucket: text, PolicyDocument: document })],
  TestPlan: ['AWS::Backup::RestoreTestingPlan', record({
    RestoreTestingPlanName: text,
    ScheduleExpression: text,
    ScheduleExpressionTimezone: text,
    StartWindowHours: text,
    RecoveryPointSelection: record({ SelectionWindowDays: text, IncludeVaults: texts, ExcludeVaults: texts }),
  })],
  Tested: ['AWS::Backup::RestoreTestingSelection', record({
    RestoreTestingSelectionName: text,
    ProtectedResourceType: text,
    ProtectedResourceArns: texts,
    ProtectedResourceConditions: record({ StringEquals: texts, StringNotEquals: texts }),
    RestoreMetadataOverrides: fc.oneof(record({ subnetIds: text, WindowsConfiguration: text }), value),
    ValidationWindowHours: text,
  })],
  FileSystem: ['AWS::FSx::FileSystem', record({ FileSystemType: text })],
  Database: ['AWS::RDS::DBInstance', record({ Engine: text, StorageEncrypted: text, KmsKeyId: text })],
  Plan: ['AWS::Backup::BackupPlan', record({
    BackupPlan: record({
      BackupPlanRule: list(record({ TargetLogicallyAirGappedBackupVaultArn: text, CopyActions: list(record({ DestinationBackupVaultArn: text })) })),
    }),
  })],
  Selection: ['AWS::Backup::BackupSelection', record({ BackupPlanId: fc.oneof(fc.constant({ Ref: 'Plan' }), value), BackupSelection: record({ Resources: texts }) })],
  Tiers: ['AWS::Backup::TieringConfiguration', record({
    TieringConfigurationName: text,
    BackupVaultName: text,
    ResourceSelection: list(record({ Resources: texts, ResourceType: text, TieringDownSettingsInDays: text })),
  })],
  Hold: ['AWS::Backup::LegalHold', record({ Description: text, RecoveryPointSelection: record({ DateRange: record({ FromDate: text, ToDate: text }) }) })],
};

const RESOURCES = record(Object.fromEntries(Object.entries(TYPES).map(([logicalId, [Type, right]]) => [
  logicalId, fc.record({ Type: fc.constant(Type), Properties: fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: properties('Any') }) }),
])));

test('random JSON in the properties that rules read never makes a rule throw', () => {
  let found = 0;
  fc.assert(fc.property(RESOURCES, fc.constantFrom(undefined, '111122223333'), (Resources, account) => {
    const inventory = BackupInventory.of([{ id: 'Stack', account, region: 'eu-west-1', template: { Resources, Parameters: { Open: { Type: 'String' } } } }]);
    found += evaluate(inventory, RULES, {}).findings.length;
  }), { seed: 20261128, numRuns: 300 });
  expect(found).toBeGreaterThan(0);
});
