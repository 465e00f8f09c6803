import { CfnParameter, Duration, Fn, Lazy, Stack, TimeZone, Token, Tokenization } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  AuditControl, AuditFramework, BackupEvent, BackupResourceType, BackupTier, CompliantVault, ControlScope, CopySource, CopyTarget, DeletionGuard,
  MalwareScanMode, NotificationWiring, TagBasedSelection, TagCondition, TieredBackupPlan, VaultLock,
  type AuditFrameworkProps, type BackupCopyOptions, type BackupPlanOptions, type ComplianceLockProps, type CompliantVaultProps, type CustomTierProps,
  type NotificationWiringProps, type SnapshotTierProps, type TagBasedSelectionProps,
} from '../src';

/**
 * A property, the CloudFormation type and path where its token must be rendered, and the code that passes it. The last element is for a token
 * that is rendered as part of a value.
 */
export type Row<T> = readonly [property: string, arrives: string, give: (token: T, stack: Stack) => unknown, as?: (token: T) => unknown];

export interface Kind<T> {
  readonly kind: string;
  readonly make: (stack: Stack) => T;
  /** The expected value in the template. */
  readonly trace: string;
}

const parameter = (stack: Stack, type: string) => new CfnParameter(stack, 'Given', { type });

export const TEXT_KINDS: Kind<string>[] = [
  { kind: 'a parameter', make: (stack) => parameter(stack, 'String').valueAsString, trace: '{"Ref":"Given"}' },
  { kind: 'a Lazy', make: () => Lazy.string({ produce: () => 'produced' }), trace: 'produced' },
  { kind: 'an import', make: () => Fn.importValue('shared'), trace: '{"Fn::ImportValue":"shared"}' },
];
export const NUMBER_KINDS: Kind<number>[] = [
  { kind: 'a parameter', make: (stack) => parameter(stack, 'Number').valueAsNumber, trace: '{"Ref":"Given"}' },
  // Outside all limits, so that a comparison would throw an error
  { kind: 'a Lazy', make: () => Lazy.number({ produce: () => 99_999_999 }), trace: '99999999' },
  { kind: 'an import', make: () => Token.asNumber(Fn.importValue('shared')), trace: '{"Fn::ImportValue":"shared"}' },
];

export const LIST_KINDS: Kind<string[]>[] = [
  { kind: 'a parameter', make: (stack) => parameter(stack, 'CommaDelimitedList').valueAsList, trace: '{"Ref":"Given"}' },
  { kind: 'a Lazy', make: () => Lazy.list({ produce: () => ['produced'] }), trace: '["produced"]' },
  { kind: 'an import', make: () => Token.asList(Fn.split(',', Fn.importValue('shared'))), trace: '{"Fn::ImportValue":"shared"}' },
];

const vaultOf = (stack: Stack, props?: CompliantVaultProps) => new CompliantVault(stack, 'Vault', props);
const locked = (stack: Stack, props: Partial<ComplianceLockProps>) => vaultOf(stack, {
  lock: VaultLock.compliance({ minRetention: Duration.days(7), coolingOff: Duration.days(14), acknowledgeIrreversible: true, ...props }),
});
// A lock with both bounds, so that every retention is checked
const planOf = (stack: Stack, tier: BackupTier, options?: BackupPlanOptions) =>
  new TieredBackupPlan(stack, 'Plan', { vault: locked(stack, { maxRetention: Duration.days(3000) }), tiers: [tier], ...options });
const daily = (stack: Stack, props: Partial<SnapshotTierProps>, options?: BackupPlanOptions) =>
  planOf(stack, BackupTier.daily({ retention: Duration.days(365), ...props }), options);
const custom = (stack: Stack, props: Partial<CustomTierProps>) => planOf(stack, BackupTier.custom({
  name: 'own', schedule: Schedule.expression('cron(0 5 ? * * *)'), retention: Duration.days(365), ...props,
}));
const copiedTo = (stack: Stack, target: CopyTarget) => daily(stack, { copyTo: [target] });
const copied = (stack: Stack, options: BackupCopyOptions) => copiedTo(stack, CopyTarget.region('eu-central-1', options));
const selectionOf = (stack: Stack, props: Partial<TagBasedSelectionProps>) =>
  new TagBasedSelection(stack, 'Selection', { plan: daily(stack, {}), ...props });
const conditioned = (stack: Stack, condition: TagCondition) => selectionOf(stack, { conditions: [condition] });
const documented = (stack: Stack, rule: object, plan: object = {}, envelope: object = {}) => TieredBackupPlan.fromPlanDocument(stack, 'Plan', {
  document: {
    BackupPlan: {
      BackupPlanName: 'plan',
      Rules: [{ RuleName: 'rule', TargetBackupVaultName: 'vault', Lifecycle: { DeleteAfterDays: 365 }, ...rule }],
      ...plan,
    },
    ...envelope,
  },
  vaults: { vault: locked(stack, { maxRetention: Duration.days(3000) }) },
});
const watched = (stack: Stack, props: Partial<NotificationWiringProps>) =>
  new NotificationWiring(stack, 'Alerts', { vaults: props.vaults ?? [vaultOf(stack)], ...props });
const SCAN = { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] };
const scanning = (stack: Stack, settings: object) =>
  documented(stack, SCAN, { ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['ALL'], ...settings }] });

const frameworkOf = (stack: Stack, props: Partial<AuditFrameworkProps>) =>
  new AuditFramework(stack, 'Audit', { controls: [AuditControl.recoveryPointsEncrypted()], ...props });
const audited = (stack: Stack, control: AuditControl) => frameworkOf(stack, { controls: [control] });
const narrowed = (stack: Stack, controlScope: ControlScope) => audited(stack, AuditControl.resourcesProtectedByBackupPlan({ controlScope }));
const joined = (list: string[]) => Fn.join(',', list);

const FRAMEWORK = 'AWS::Backup::Framework';
const CONTROL = `${FRAMEWORK}.FrameworkControls.0.ControlInputParameters`;
const VAULT = 'AWS::Backup::BackupVault';
const LOCK = `${VAULT}.LockConfiguration`;
const DENY = `${VAULT}.AccessPolicy.Statement.0`;
const ALLOW = `${VAULT}.AccessPolicy.Statement.2`;
const PLAN = 'AWS::Backup::BackupPlan.BackupPlan';
const RULE = `${PLAN}.BackupPlanRule.0`;
const COPY = `${RULE}.CopyActions.0`;
const CHOICE = 'AWS::Backup::BackupSelection.BackupSelection';
const CONDITIONS = `${CHOICE}.Conditions`;
const ARN = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:';
const PUBLISH = 'AWS::SNS::TopicPolicy.PolicyDocument.Statement.1';
const inTag = (key: string) => `aws:ResourceTag/${key}`;

export const TEXTS: Row<string>[] = [
  ['AuditFrameworkProps.frameworkName', `${FRAMEWORK}.FrameworkName`, (frameworkName, stack) => frameworkOf(stack, { frameworkName })],
  ['AuditFrameworkProps.description', `${FRAMEWORK}.FrameworkDescription`, (description, stack) => frameworkOf(stack, { description })],
  ['AuditFrameworkProps.tags', `${FRAMEWORK}.FrameworkTags.0.Value`, (value, stack) => frameworkOf(stack, { tags: { key: value } })],
  ['ControlScope.tag(key)', `${FRAMEWORK}.FrameworkControls.0.ControlScope.Tags.0.Key`, (key, stack) => narrowed(stack, ControlScope.tag(key))],
  ['ControlScope.tag(value)', `${FRAMEWORK}.FrameworkControls.0.ControlScope.Tags.0.Value`, (value, stack) => narrowed(stack, ControlScope.tag('k', value))],
  ['ControlScope.resource(resourceId)', `${FRAMEWORK}.FrameworkControls.0.ControlScope.ComplianceResourceIds.0`,
    (id, stack) => narrowed(stack, ControlScope.resource(BackupResourceType.EBS, id))],
  ['ManualDeletionProps.exemptRoleArns, one', `${CONTROL}.0.ParameterValue`,
    (arn, stack) => audited(stack, AuditControl.manualDeletionDisabled({ exemptRoleArns: [arn] }))],
  ['CompliantVaultProps.vaultName', `${VAULT}.BackupVaultName`, (vaultName, stack) => vaultOf(stack, { vaultName })],
  ['CompliantVaultProps.tags', `${VAULT}.BackupVaultTags.key`, (key, stack) => vaultOf(stack, { tags: { key } })],
  ['CopySource.account(accountId)', `${ALLOW}.Principal.AWS`, (id, stack) => vaultOf(stack, { allowCopiesFrom: [CopySource.account(id)] }),
    (id) => `arn:${Fn.ref('AWS::Partition')}:iam::${id}:root`],
  ['CopySource.organization(organizationId)', `${ALLOW}.Condition.StringEquals.aws:PrincipalOrgID`,
    (id, stack) => vaultOf(stack, { allowCopiesFrom: [CopySource.organization(id)] })],
  ['CopySource.organizationalUnit(organizationPath)', `${ALLOW}.Condition.ForAnyValue:StringLike.aws:PrincipalOrgPaths.0`,
    (unit, stack) => vaultOf(stack, { allowCopiesFrom: [CopySource.organizationalUnit(unit)] }), (unit) => `${unit}/*`],
  ['DeletionGuard.exempting(roles)', `${DENY}.Condition.ArnNotLike.aws:PrincipalArn.1`,
    (arn, stack) => vaultOf(stack, { guard: DeletionGuard.exempting(iam.Role.fromRoleArn(stack, 'Role', arn)) })],
  ['DeletionGuard.deployedBy(principalArn)', `${DENY}.Condition.ArnNotLike.aws:PrincipalArn.0`,
    (arn, stack) => vaultOf(stack, { guard: DeletionGuard.deployedBy(arn) })],
  ['CompliantVault.fromBackupVaultName(backupVaultName)', `${RULE}.TargetBackupVault`,
    (name, stack) => daily(stack, { vault: CompliantVault.fromBackupVaultName(stack, 'Known', name) })],
  ['CompliantVault.fromBackupVaultArn(backupVaultArn)', `${COPY}.DestinationBackupVaultArn`,
    (arn, stack) => copiedTo(stack, CopyTarget.vault(CompliantVault.fromBackupVaultArn(stack, 'Known', arn)))],
  ['BackupTierOptions.name', `${RULE}.RuleName`, (name, stack) => daily(stack, { name })],
  ['BackupTierOptions.schedule', `${RULE}.ScheduleExpression`, (text, stack) => daily(stack, { schedule: Schedule.expression(text) })],
  ['CustomTierProps.name', `${RULE}.RuleName`, (name, stack) => custom(stack, { name })],
  ['CustomTierProps.schedule', `${RULE}.ScheduleExpression`, (text, stack) => custom(stack, { schedule: Schedule.expression(text) })],
  ['CommonTierProps.timeZone', `${RULE}.ScheduleExpressionTimezone`, (zone, stack) => daily(stack, { timeZone: TimeZone.of(zone) })],
  ['CommonTierProps.logicallyAirGappedVaultArn', `${RULE}.TargetLogicallyAirGappedBackupVaultArn`,
    (logicallyAirGappedVaultArn, stack) => daily(stack, { logicallyAirGappedVaultArn })],
  ['CommonTierProps.recoveryPointTags', `${RULE}.RecoveryPointTags.key`, (key, stack) => daily(stack, { recoveryPointTags: { key } })],
  ['CopyTarget.arn(backupVaultArn)', `${COPY}.DestinationBackupVaultArn`, (arn, stack) => copiedTo(stack, CopyTarget.arn(arn))],
  ['CopyTarget.arn(backupVaultArn), a part of it', `${COPY}.DestinationBackupVaultArn`,
    (name, stack) => copiedTo(stack, CopyTarget.arn(`${ARN}${name}`)), (name) => `${ARN}${name}`],
  ['BackupPlanOptions.planName', `${PLAN}.BackupPlanName`, (planName, stack) => daily(stack, {}, { planName })],
  ['BackupPlanOptions.tags', 'AWS::Backup::BackupPlan.BackupPlanTags.key', (key, stack) => daily(stack, {}, { tags: { key } })],
  ['BackupPlanOptions.scannerRole', `${PLAN}.ScanSettings.0.ScannerRoleArn`, (arn, stack) =>
    daily(stack, { malwareScan: MalwareScanMode.FULL_SCAN }, { scannerRole: iam.Role.fromRoleArn(stack, 'Role', arn) })],
  ['BackupResourceType.of(selectionArn)', `${CHOICE}.Resources.0`,
    (arn, stack) => selectionOf(stack, { resourceTypes: [BackupResourceType.of('New', arn)] })],
  ['TagBasedSelectionProps.selectionName', `${CHOICE}.SelectionName`,
    (selectionName, stack) => selectionOf(stack, { selectionName, resources: ['*'] })],
  ['TagBasedSelectionProps.selectionName, of several', `${CHOICE}.SelectionName`, (selectionName, stack) => selectionOf(stack, {
    selectionName, resourceTypes: [BackupResourceType.EFS], anyOf: [TagCondition.equals('a', 'b'), TagCondition.equals('a', 'c')],
  }), (name) => `${name}-1`],
  ['TagBasedSelectionProps.resources, one of them', `${CHOICE}.Resources.1`, (arn, stack) => selectionOf(stack, { resources: ['*', arn] })],
  ['TagBasedSelectionProps.exclude, one of them', `${CHOICE}.NotResources.0`,
    (arn, stack) => selectionOf(stack, { resources: ['*'], exclude: [arn] })],
  ['TagBasedSelectionProps.role', `${CHOICE}.IamRoleArn`,
    (arn, stack) => selectionOf(stack, { resources: ['*'], role: iam.Role.fromRoleArn(stack, 'Role', arn) })],
  ['TagCondition.equalTo(key)', `${CONDITIONS}.StringEquals.0.ConditionKey`,
    (key, stack) => conditioned(stack, TagCondition.equalTo(key, 'v')), inTag],
  ['TagCondition.equalTo(value)', `${CONDITIONS}.StringEquals.0.ConditionValue`,
    (value, stack) => conditioned(stack, TagCondition.equalTo('k', value))],
  ['TagCondition.equals(key)', `${CHOICE}.ListOfTags.0.ConditionKey`, (key, stack) => selectionOf(stack, { anyOf: [TagCondition.equals(key, 'v')] })],
  ['TagCondition.equals(value)', `${CHOICE}.ListOfTags.0.ConditionValue`,
    (value, stack) => selectionOf(stack, { anyOf: [TagCondition.equals('k', value)] })],
  ['TagCondition.notEquals(key)', `${CONDITIONS}.StringNotEquals.0.ConditionKey`,
    (key, stack) => conditioned(stack, TagCondition.notEquals(key, 'v')), inTag],
  ['TagCondition.notEquals(value)', `${CONDITIONS}.StringNotEquals.0.ConditionValue`,
    (value, stack) => conditioned(stack, TagCondition.notEquals('k', value))],
  ['TagCondition.like(key)', `${CONDITIONS}.StringLike.0.ConditionKey`, (key, stack) => conditioned(stack, TagCondition.like(key, 'v*')), inTag],
  ['TagCondition.like(pattern)', `${CONDITIONS}.StringLike.0.ConditionValue`, (value, stack) => conditioned(stack, TagCondition.like('k', value))],
  ['TagCondition.notLike(key)', `${CONDITIONS}.StringNotLike.0.ConditionKey`,
    (key, stack) => conditioned(stack, TagCondition.notLike(key, 'v*')), inTag],
  ['TagCondition.notLike(pattern)', `${CONDITIONS}.StringNotLike.0.ConditionValue`,
    (value, stack) => conditioned(stack, TagCondition.notLike('k', value))],
  ['ProtectOptions.values', 'AWS::DynamoDB::Table.Tags.0.Value', (value, stack) => {
    new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    conditioned(stack, TagCondition.like('k', 'v*')).protect(stack, { values: { k: value } });
  }],
  ['NotificationWiringProps.emails', 'AWS::SNS::Subscription.Endpoint', (email, stack) => watched(stack, { emails: [email, 'a@example.com'] })],
  ['NotificationWiringProps.topic', `${VAULT}.Notifications.SNSTopicArn`, (arn, stack) => watched(stack, { topic: sns.Topic.fromTopicArn(stack, 'Own', arn) })],
  ['NotificationWiringProps.encryptionKey', 'AWS::SNS::Topic.KmsMasterKeyId',
    (arn, stack) => watched(stack, { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', arn) })],
  ['NotificationWiringProps.vaults', `${PUBLISH}.Condition.ArnEquals.aws:SourceArn.0`,
    (backupVaultName, stack) => watched(stack, { vaults: [new backup.CfnBackupVault(stack, 'Vault', { backupVaultName })] }),
    (name) => `arn:${Fn.ref('AWS::Partition')}:backup:eu-west-1:111111111111:backup-vault:${name}`],
  ['BackupEvent.vaultEvent(eventName)', `${VAULT}.Notifications.BackupVaultEvents.0`,
    (name, stack) => watched(stack, { events: [BackupEvent.vaultEvent(name), BackupEvent.COPY_JOB_STARTED] })],
  ['document.BackupPlanName', `${PLAN}.BackupPlanName`, (BackupPlanName, stack) => documented(stack, {}, { BackupPlanName })],
  ['document.BackupPlanTags', 'AWS::Backup::BackupPlan.BackupPlanTags.key', (key, stack) => documented(stack, {}, {}, { BackupPlanTags: { key } })],
  ['document.RuleName', `${RULE}.RuleName`, (RuleName, stack) => documented(stack, { RuleName })],
  ['document.ScheduleExpression', `${RULE}.ScheduleExpression`, (ScheduleExpression, stack) => documented(stack, { ScheduleExpression })],
  ['document.ScheduleExpressionTimezone', `${RULE}.ScheduleExpressionTimezone`,
    (ScheduleExpressionTimezone, stack) => documented(stack, { ScheduleExpressionTimezone })],
  ['document.RecoveryPointTags', `${RULE}.RecoveryPointTags.key`, (key, stack) => documented(stack, { RecoveryPointTags: { key } })],
  ['document.TargetLogicallyAirGappedBackupVaultArn', `${RULE}.TargetLogicallyAirGappedBackupVaultArn`,
    (arn, stack) => documented(stack, { TargetLogicallyAirGappedBackupVaultArn: arn })],
  ['document.DestinationBackupVaultArn', `${COPY}.DestinationBackupVaultArn`,
    (arn, stack) => documented(stack, { CopyActions: [{ DestinationBackupVaultArn: arn }] })],
  ['document.ScannerRoleArn', `${PLAN}.ScanSettings.0.ScannerRoleArn`, (ScannerRoleArn, stack) => scanning(stack, { ScannerRoleArn })],
];

/** Audit controls accept every parameter as a string. */
const inText = (token: number) => Tokenization.stringifyNumber(token);
const AUDIT_NUMBERS: Row<number>[] = [
  ['FrequencyAndRetentionProps.frequency', `${CONTROL}.1.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.planMinFrequencyAndRetention({ frequency: Duration.days(days) })), inText],
  ['FrequencyAndRetentionProps.frequency in hours', `${CONTROL}.1.ParameterValue`,
    (hours, stack) => audited(stack, AuditControl.planMinFrequencyAndRetention({ frequency: Duration.hours(hours) })), inText],
  ['FrequencyAndRetentionProps.retention', `${CONTROL}.0.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.planMinFrequencyAndRetention({ retention: Duration.days(days) })), inText],
  ['RecoveryPointRetentionProps.retention', `${CONTROL}.0.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.recoveryPointMinRetention({ retention: Duration.days(days) })), inText],
  ['VaultLockControlProps.minRetention', `${CONTROL}.0.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.vaultLock({ minRetention: Duration.days(days) })), inText],
  ['VaultLockControlProps.maxRetention', `${CONTROL}.0.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.vaultLock({ maxRetention: Duration.days(days) })), inText],
  ['LastRecoveryPointProps.maxAge', `${CONTROL}.1.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.lastRecoveryPointCreated({ maxAge: Duration.days(days) })), inText],
  ['RestoreTimeProps.maxRestoreTime', `${CONTROL}.0.ParameterValue`,
    (minutes, stack) => audited(stack, AuditControl.restoreTime({ maxRestoreTime: Duration.minutes(minutes) })), inText],
  ['AirGappedVaultControlProps.maxAge', `${CONTROL}.1.ParameterValue`,
    (days, stack) => audited(stack, AuditControl.inLogicallyAirGappedVault({ maxAge: Duration.days(days) })), inText],
];

export const NUMBERS: Row<number>[] = [
  ...AUDIT_NUMBERS,
  ['GovernanceLockProps.minRetention', `${LOCK}.MinRetentionDays`, (days, stack) => locked(stack, { minRetention: Duration.days(days) })],
  ['GovernanceLockProps.maxRetention', `${LOCK}.MaxRetentionDays`, (days, stack) => locked(stack, { maxRetention: Duration.days(days) })],
  ['ComplianceLockProps.coolingOff', `${LOCK}.ChangeableForDays`, (days, stack) => locked(stack, { coolingOff: Duration.days(days) })],
  ['CommonTierProps.startWindow', `${RULE}.StartWindowMinutes`, (minutes, stack) => daily(stack, { startWindow: Duration.minutes(minutes) })],
  ['CommonTierProps.completionWindow', `${RULE}.CompletionWindowMinutes`,
    (minutes, stack) => daily(stack, { completionWindow: Duration.minutes(minutes) })],
  ['ContinuousTierProps.retention', `${RULE}.Lifecycle.DeleteAfterDays`,
    (days, stack) => planOf(stack, BackupTier.continuous({ retention: Duration.days(days) }))],
  ...(['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const).map((tier): Row<number> => [
    `SnapshotTierProps.retention, ${tier}`, `${RULE}.Lifecycle.DeleteAfterDays`,
    (days, stack) => planOf(stack, BackupTier[tier]({ retention: Duration.days(days), moveToColdStorageAfter: Duration.days(30) })),
  ]),
  ['SnapshotTierProps.moveToColdStorageAfter', `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    (days, stack) => daily(stack, { moveToColdStorageAfter: Duration.days(days) })],
  ['CustomTierProps.retention', `${RULE}.Lifecycle.DeleteAfterDays`, (days, stack) => custom(stack, { retention: Duration.days(days) })],
  ['CustomTierProps.moveToColdStorageAfter', `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    (days, stack) => custom(stack, { moveToColdStorageAfter: Duration.days(days) })],
  ['BackupCopyOptions.retention', `${COPY}.Lifecycle.DeleteAfterDays`, (days, stack) => copied(stack, { retention: Duration.days(days) })],
  ['BackupCopyOptions.moveToColdStorageAfter', `${COPY}.Lifecycle.MoveToColdStorageAfterDays`,
    (days, stack) => copied(stack, { retention: Duration.days(365), moveToColdStorageAfter: Duration.days(days) })],
  ['document.StartWindowMinutes', `${RULE}.StartWindowMinutes`, (StartWindowMinutes, stack) => documented(stack, { StartWindowMinutes })],
  ['document.CompletionWindowMinutes', `${RULE}.CompletionWindowMinutes`,
    (CompletionWindowMinutes, stack) => documented(stack, { CompletionWindowMinutes })],
  ['document.DeleteAfterDays', `${RULE}.Lifecycle.DeleteAfterDays`,
    (DeleteAfterDays, stack) => documented(stack, { Lifecycle: { DeleteAfterDays } })],
  ['document.MoveToColdStorageAfterDays', `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    (MoveToColdStorageAfterDays, stack) => documented(stack, { Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays } })],
];

export const LISTS: Row<string[]>[] = [
  ['ManualDeletionProps.exemptRoleArns', `${CONTROL}.0.ParameterValue`,
    (exemptRoleArns, stack) => audited(stack, AuditControl.manualDeletionDisabled({ exemptRoleArns })), joined],
  ['CrossRegionControlProps.regions', `${CONTROL}.0.ParameterValue`,
    (regions, stack) => audited(stack, AuditControl.crossRegionCopy({ regions })), joined],
  ['CrossAccountControlProps.accounts', `${CONTROL}.0.ParameterValue`,
    (accounts, stack) => audited(stack, AuditControl.crossAccountCopy({ accounts })), joined],
  ['TagBasedSelectionProps.resources', `${CHOICE}.Resources`, (resources, stack) => selectionOf(stack, { resources })],
  ['TagBasedSelectionProps.exclude', `${CHOICE}.NotResources`, (exclude, stack) => selectionOf(stack, { resources: ['*'], exclude })],
];
