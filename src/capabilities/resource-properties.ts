import type { Source } from './source';
import { type FormName, type ValueForm, VALUE_FORMS } from './value-forms';

/** The shape of a CloudFormation property. `json` is an object or its text. */
export type Shape = TextShape | 'wholeNumber' | 'number' | 'boolean' | 'json' | MapShape | ListShape | ObjectShape;

/** A text: its form, or the rule that judges it, or `anyText` if AWS Backup states nothing about it. */
export type TextShape = 'anyText' | FormName | `Backup-${string}`;

/** An object with names that the template chooses. */
export interface MapShape {
  readonly names: TextShape;
  readonly values: TextShape;
}

export interface ListShape {
  readonly of: Shape;
}

export interface ObjectShape {
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

const TAGS: ListShape = { of: object({ Key: 'newTagKey', Value: 'tagValue' }) };
const TAG_MAP: MapShape = { names: 'newTagKey', values: 'anyText' };

const LIFECYCLE = object({ DeleteAfterDays: 'number', MoveToColdStorageAfterDays: 'number', OptInToArchiveForSupportedResources: 'boolean' });

const COPY_ACTION = object({ DestinationBackupVaultArn: 'Backup-CopyDestination', Lifecycle: LIFECYCLE }, 'DestinationBackupVaultArn');

const RULE = object({
  CompletionWindowMinutes: 'number',
  CopyActions: { of: COPY_ACTION },
  EnableContinuousBackup: 'boolean',
  IndexActions: { of: object({ ResourceTypes: { of: 'Backup-RuleIndexesAndScans' } }) },
  Lifecycle: LIFECYCLE,
  RecoveryPointTags: { names: 'tagKey', values: 'anyText' },
  RuleName: 'Backup-PlanName',
  ScanActions: { of: object({ MalwareScanner: 'Backup-RuleIndexesAndScans', ScanMode: 'Backup-RuleIndexesAndScans' }) },
  ScheduleExpression: 'Backup-RuleSchedule',
  ScheduleExpressionTimezone: 'Backup-RuleTimeZone',
  StartWindowMinutes: 'number',
  TargetBackupVault: 'Backup-RuleTarget',
  TargetLogicallyAirGappedBackupVaultArn: 'Backup-RuleAirGappedTarget',
}, 'RuleName', 'TargetBackupVault');

const PLAN = object({
  AdvancedBackupSettings: { of: object({ BackupOptions: 'json', ResourceType: 'Backup-AdvancedSettings' }, 'BackupOptions', 'ResourceType') },
  BackupPlanName: 'Backup-PlanName',
  BackupPlanRule: { of: RULE },
  ScanSettings: {
    of: object({ MalwareScanner: 'Backup-RuleIndexesAndScans', ResourceTypes: { of: 'Backup-RuleIndexesAndScans' }, ScannerRoleArn: 'roleArn' }),
  },
}, 'BackupPlanName', 'BackupPlanRule');

const CONDITIONS: ListShape = { of: object({ ConditionKey: 'Backup-SelectionTagKeys', ConditionValue: 'anyText' }) };

const SELECTION = object({
  Conditions: object({ StringEquals: CONDITIONS, StringLike: CONDITIONS, StringNotEquals: CONDITIONS, StringNotLike: CONDITIONS }),
  IamRoleArn: 'Backup-SelectionRole',
  ListOfTags: {
    of: object({ ConditionKey: 'Backup-SelectionTagKeys', ConditionType: 'Backup-SelectionTagKeys', ConditionValue: 'anyText' },
      'ConditionKey', 'ConditionType', 'ConditionValue'),
  },
  NotResources: { of: 'Backup-SelectionArns' },
  Resources: { of: 'Backup-SelectionArns' },
  SelectionName: 'Backup-SelectionName',
}, 'IamRoleArn', 'SelectionName');

const NOTIFICATIONS = object({ BackupVaultEvents: { of: 'Backup-VaultEvents' }, SNSTopicArn: 'topicArn' }, 'BackupVaultEvents', 'SNSTopicArn');
const LOCK = object({ ChangeableForDays: 'wholeNumber', MaxRetentionDays: 'wholeNumber', MinRetentionDays: 'wholeNumber' }, 'MinRetentionDays');

const CONTROL = object({
  ControlInputParameters: {
    of: object({ ParameterName: 'Backup-FrameworkControls', ParameterValue: 'Backup-FrameworkControls' }, 'ParameterName', 'ParameterValue'),
  },
  ControlName: 'Backup-FrameworkControls',
  ControlScope: object({
    ComplianceResourceIds: { of: 'anyText' },
    ComplianceResourceTypes: { of: 'Backup-ControlScopeTypes' },
    Tags: { of: object({ Key: 'tagKey', Value: 'tagValue' }) },
  }),
}, 'ControlName');

const WHOLE_TAGS: ListShape = { of: object({ Key: 'newTagKey', Value: 'tagValue' }, 'Key', 'Value') };
/** The API restricts keys to 128 characters without the prefix `aws:`, and the guide shows keys such as `aws:ResourceTag/backup`. */
const COMPARED_TAGS: ListShape = { of: object({ Key: 'anyText', Value: 'tagValue' }, 'Key', 'Value') };

/** The properties of the resources of AWS Backup that a template gives, and who judges their values. */
export const RESOURCE_PROPERTIES: ReadonlyMap<string, ObjectShape> = new Map(Object.entries({
  'AWS::Backup::BackupAccessPoint': object({
    AccessPointInTime: 'Backup-AccessPoint', AccessPointPolicy: 'json', Name: 'Backup-AccessPoint', RecoveryPointArn: 'Backup-AccessPoint', Tags: TAGS,
  }, 'RecoveryPointArn'),
  'AWS::Backup::BackupPlan': object({ BackupPlan: PLAN, BackupPlanTags: TAG_MAP }, 'BackupPlan'),
  'AWS::Backup::BackupSelection': object({ BackupPlanId: 'Backup-SelectionPlan', BackupSelection: SELECTION }, 'BackupPlanId', 'BackupSelection'),
  'AWS::Backup::BackupVault': object({
    AccessPolicy: 'json',
    BackupVaultName: 'Backup-VaultName',
    BackupVaultTags: TAG_MAP,
    EncryptionKeyArn: 'Backup-VaultKey',
    LockConfiguration: LOCK,
    Notifications: NOTIFICATIONS,
  }, 'BackupVaultName'),
  'AWS::Backup::Framework': object({
    FrameworkControls: { of: CONTROL }, FrameworkDescription: 'Backup-FrameworkName', FrameworkName: 'Backup-FrameworkName', FrameworkTags: TAGS,
  }, 'FrameworkControls'),
  'AWS::Backup::LegalHold': object({
    Description: 'Backup-LegalHold',
    RecoveryPointSelection: object({
      DateRange: object({ FromDate: 'Backup-LegalHold', ToDate: 'Backup-LegalHold' }, 'FromDate', 'ToDate'),
      ResourceIdentifiers: { of: 'anyText' },
      VaultNames: { of: 'heldVault' },
    }),
    Tags: WHOLE_TAGS,
    Title: 'anyText',
  }, 'Description', 'RecoveryPointSelection', 'Title'),
  'AWS::Backup::LogicallyAirGappedBackupVault': object({
    AccessPolicy: 'json',
    BackupVaultName: 'Backup-VaultName',
    BackupVaultTags: TAG_MAP,
    EncryptionKeyArn: 'Backup-VaultKey',
    MaxRetentionDays: 'wholeNumber',
    MinRetentionDays: 'wholeNumber',
    MpaApprovalTeamArn: 'approvalTeamArn',
    Notifications: NOTIFICATIONS,
  }, 'BackupVaultName', 'MaxRetentionDays', 'MinRetentionDays'),
  'AWS::Backup::ReportPlan': object({
    ReportDeliveryChannel: object({ Formats: { of: 'Backup-ReportPlanFormat' }, S3BucketName: 'bucketName', S3KeyPrefix: 'anyText' }, 'S3BucketName'),
    ReportPlanDescription: 'Backup-FrameworkName',
    ReportPlanName: 'Backup-FrameworkName',
    ReportPlanTags: TAGS,
    ReportSetting: object({
      Accounts: { of: 'reportedAccount' },
      FrameworkArns: { of: 'frameworkArn' },
      OrganizationUnits: { of: 'organizationalUnit' },
      Regions: { of: 'reportedRegion' },
      ReportTemplate: 'Backup-ReportPlanFormat',
    }, 'ReportTemplate'),
  }, 'ReportDeliveryChannel', 'ReportSetting'),
  'AWS::Backup::RestoreTestingPlan': object({
    RecoveryPointSelection: object({
      Algorithm: 'Backup-RestoreTestingRecoveryPoints',
      ExcludeVaults: { of: 'vaultSelector' },
      IncludeVaults: { of: 'Backup-RestoreTestingRecoveryPoints' },
      RecoveryPointTypes: { of: 'Backup-RestoreTestingRecoveryPoints' },
      SelectionWindowDays: 'wholeNumber',
    }, 'Algorithm', 'IncludeVaults', 'RecoveryPointTypes'),
    RestoreTestingPlanName: 'Backup-RestoreTestingName',
    ScheduleExpression: 'Backup-RestoreTestingSchedule',
    ScheduleExpressionTimezone: 'Backup-RestoreTestingSchedule',
    StartWindowHours: 'wholeNumber',
    Tags: WHOLE_TAGS,
  }, 'RecoveryPointSelection', 'RestoreTestingPlanName', 'ScheduleExpression'),
  'AWS::Backup::RestoreTestingSelection': object({
    IamRoleArn: 'Backup-SelectionRole',
    ProtectedResourceArns: { of: 'testedResource' },
    ProtectedResourceConditions: object({ StringEquals: COMPARED_TAGS, StringNotEquals: COMPARED_TAGS }),
    ProtectedResourceType: 'Backup-RestoreTestingType',
    RestoreMetadataOverrides: { names: 'anyText', values: 'Backup-RestoreTestingOverrides' },
    RestoreTestingPlanName: 'restoreTestingPlan',
    RestoreTestingSelectionName: 'Backup-RestoreTestingName',
    ValidationWindowHours: 'wholeNumber',
  }, 'IamRoleArn', 'ProtectedResourceType', 'RestoreTestingPlanName', 'RestoreTestingSelectionName'),
  'AWS::Backup::TieringConfiguration': object({
    BackupVaultName: 'Backup-TieringConfiguration',
    ResourceSelection: {
      of: object({ Resources: { of: 'tieredResource' }, ResourceType: 'Backup-TieringConfiguration', TieringDownSettingsInDays: 'wholeNumber' },
        'Resources', 'ResourceType', 'TieringDownSettingsInDays'),
    },
    TieringConfigurationName: 'Backup-TieringConfiguration',
    TieringConfigurationTags: TAG_MAP,
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

/** A text with a form, if `Backup-ValueForm` judges it. */
export function formOf(shape: TextShape): ValueForm | undefined {
  return Object.hasOwn(VALUE_FORMS, shape) ? VALUE_FORMS[shape as FormName] : undefined;
}

export function isText(shape: Shape): shape is TextShape {
  return typeof shape === 'string' && !['wholeNumber', 'number', 'boolean', 'json'].includes(shape);
}
