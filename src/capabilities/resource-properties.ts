import type { Source } from './source';

/** The shape of a CloudFormation property. A map has names that the template chooses, and texts. `json` is an object or its text. */
export type Shape = 'text' | 'wholeNumber' | 'number' | 'boolean' | 'map' | 'json' | ListShape | ObjectShape;

export interface ListShape {
  readonly of: Shape;
}

export interface ObjectShape {
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

const TEXTS: ListShape = { of: 'text' };
const TAGS: ListShape = { of: object({ Key: 'text', Value: 'text' }) };

const LIFECYCLE = object({ DeleteAfterDays: 'number', MoveToColdStorageAfterDays: 'number', OptInToArchiveForSupportedResources: 'boolean' });

const COPY_ACTION = object({ DestinationBackupVaultArn: 'text', Lifecycle: LIFECYCLE }, 'DestinationBackupVaultArn');

const RULE = object({
  CompletionWindowMinutes: 'number',
  CopyActions: { of: COPY_ACTION },
  EnableContinuousBackup: 'boolean',
  IndexActions: { of: object({ ResourceTypes: TEXTS }) },
  Lifecycle: LIFECYCLE,
  RecoveryPointTags: 'map',
  RuleName: 'text',
  ScanActions: { of: object({ MalwareScanner: 'text', ScanMode: 'text' }) },
  ScheduleExpression: 'text',
  ScheduleExpressionTimezone: 'text',
  StartWindowMinutes: 'number',
  TargetBackupVault: 'text',
  TargetLogicallyAirGappedBackupVaultArn: 'text',
}, 'RuleName', 'TargetBackupVault');

const PLAN = object({
  AdvancedBackupSettings: { of: object({ BackupOptions: 'json', ResourceType: 'text' }, 'BackupOptions', 'ResourceType') },
  BackupPlanName: 'text',
  BackupPlanRule: { of: RULE },
  ScanSettings: { of: object({ MalwareScanner: 'text', ResourceTypes: TEXTS, ScannerRoleArn: 'text' }) },
}, 'BackupPlanName', 'BackupPlanRule');

const CONDITIONS: ListShape = { of: object({ ConditionKey: 'text', ConditionValue: 'text' }) };

const SELECTION = object({
  Conditions: object({ StringEquals: CONDITIONS, StringLike: CONDITIONS, StringNotEquals: CONDITIONS, StringNotLike: CONDITIONS }),
  IamRoleArn: 'text',
  ListOfTags: { of: object({ ConditionKey: 'text', ConditionType: 'text', ConditionValue: 'text' }, 'ConditionKey', 'ConditionType', 'ConditionValue') },
  NotResources: TEXTS,
  Resources: TEXTS,
  SelectionName: 'text',
}, 'IamRoleArn', 'SelectionName');

const NOTIFICATIONS = object({ BackupVaultEvents: TEXTS, SNSTopicArn: 'text' }, 'BackupVaultEvents', 'SNSTopicArn');
const LOCK = object({ ChangeableForDays: 'wholeNumber', MaxRetentionDays: 'wholeNumber', MinRetentionDays: 'wholeNumber' }, 'MinRetentionDays');

const CONTROL = object({
  ControlInputParameters: { of: object({ ParameterName: 'text', ParameterValue: 'text' }, 'ParameterName', 'ParameterValue') },
  ControlName: 'text',
  ControlScope: object({ ComplianceResourceIds: TEXTS, ComplianceResourceTypes: TEXTS, Tags: TAGS }),
}, 'ControlName');

const WHOLE_PAIRS: ListShape = { of: object({ Key: 'text', Value: 'text' }, 'Key', 'Value') };

/** The properties of the resources of AWS Backup that a template gives. */
export const RESOURCE_PROPERTIES: ReadonlyMap<string, ObjectShape> = new Map(Object.entries({
  'AWS::Backup::BackupAccessPoint': object({
    AccessPointInTime: 'text', AccessPointPolicy: 'json', Name: 'text', RecoveryPointArn: 'text', Tags: TAGS,
  }, 'RecoveryPointArn'),
  'AWS::Backup::BackupPlan': object({ BackupPlan: PLAN, BackupPlanTags: 'map' }, 'BackupPlan'),
  'AWS::Backup::BackupSelection': object({ BackupPlanId: 'text', BackupSelection: SELECTION }, 'BackupPlanId', 'BackupSelection'),
  'AWS::Backup::BackupVault': object({
    AccessPolicy: 'json', BackupVaultName: 'text', BackupVaultTags: 'map', EncryptionKeyArn: 'text', LockConfiguration: LOCK, Notifications: NOTIFICATIONS,
  }, 'BackupVaultName'),
  'AWS::Backup::Framework': object({
    FrameworkControls: { of: CONTROL }, FrameworkDescription: 'text', FrameworkName: 'text', FrameworkTags: TAGS,
  }, 'FrameworkControls'),
  'AWS::Backup::LegalHold': object({
    Description: 'text',
    RecoveryPointSelection: object({ DateRange: object({ FromDate: 'text', ToDate: 'text' }, 'FromDate', 'ToDate'), ResourceIdentifiers: TEXTS, VaultNames: TEXTS }),
    Tags: WHOLE_PAIRS,
    Title: 'text',
  }, 'Description', 'RecoveryPointSelection', 'Title'),
  'AWS::Backup::LogicallyAirGappedBackupVault': object({
    AccessPolicy: 'json',
    BackupVaultName: 'text',
    BackupVaultTags: 'map',
    EncryptionKeyArn: 'text',
    MaxRetentionDays: 'wholeNumber',
    MinRetentionDays: 'wholeNumber',
    MpaApprovalTeamArn: 'text',
    Notifications: NOTIFICATIONS,
  }, 'BackupVaultName', 'MaxRetentionDays', 'MinRetentionDays'),
  'AWS::Backup::ReportPlan': object({
    ReportDeliveryChannel: object({ Formats: TEXTS, S3BucketName: 'text', S3KeyPrefix: 'text' }, 'S3BucketName'),
    ReportPlanDescription: 'text',
    ReportPlanName: 'text',
    ReportPlanTags: TAGS,
    ReportSetting: object({ Accounts: TEXTS, FrameworkArns: TEXTS, OrganizationUnits: TEXTS, Regions: TEXTS, ReportTemplate: 'text' }, 'ReportTemplate'),
  }, 'ReportDeliveryChannel', 'ReportSetting'),
  'AWS::Backup::RestoreTestingPlan': object({
    RecoveryPointSelection: object({
      Algorithm: 'text', ExcludeVaults: TEXTS, IncludeVaults: TEXTS, RecoveryPointTypes: TEXTS, SelectionWindowDays: 'wholeNumber',
    }, 'Algorithm', 'IncludeVaults', 'RecoveryPointTypes'),
    RestoreTestingPlanName: 'text',
    ScheduleExpression: 'text',
    ScheduleExpressionTimezone: 'text',
    StartWindowHours: 'wholeNumber',
    Tags: WHOLE_PAIRS,
  }, 'RecoveryPointSelection', 'RestoreTestingPlanName', 'ScheduleExpression'),
  'AWS::Backup::RestoreTestingSelection': object({
    IamRoleArn: 'text',
    ProtectedResourceArns: TEXTS,
    ProtectedResourceConditions: object({ StringEquals: WHOLE_PAIRS, StringNotEquals: WHOLE_PAIRS }),
    ProtectedResourceType: 'text',
    RestoreMetadataOverrides: 'map',
    RestoreTestingPlanName: 'text',
    RestoreTestingSelectionName: 'text',
    ValidationWindowHours: 'wholeNumber',
  }, 'IamRoleArn', 'ProtectedResourceType', 'RestoreTestingPlanName', 'RestoreTestingSelectionName'),
  'AWS::Backup::TieringConfiguration': object({
    BackupVaultName: 'text',
    ResourceSelection: {
      of: object({ Resources: TEXTS, ResourceType: 'text', TieringDownSettingsInDays: 'wholeNumber' }, 'Resources', 'ResourceType', 'TieringDownSettingsInDays'),
    },
    TieringConfigurationName: 'text',
    TieringConfigurationTags: 'map',
  }, 'BackupVaultName', 'ResourceSelection', 'TieringConfigurationName'),
}));

/** The types whose schemas accept no other properties. The schema of the access point was not available. */
export const CLOSED_SCHEMAS: ReadonlySet<string> = new Set([...RESOURCE_PROPERTIES.keys()].filter((type) => type !== 'AWS::Backup::BackupAccessPoint'));

/** The access point is only in the template reference. */
export const RESOURCE_PROPERTIES_SOURCE: Source = {
  page: 'CloudFormation registry schemas of AWS::Backup; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Backup.html',
  asOf: '2026-10-20',
};

function object(properties: Readonly<Record<string, Shape>>, ...required: readonly string[]): ObjectShape {
  return { properties, required };
}
