import { ACCOUNT, OTHER_ACCOUNT, sourceOf } from './rule-cases';
import { LIMITS } from '../../src/capabilities/limits';
import type { CheckOptions } from '../../src/checks/check-options';
import { evaluate } from '../../src/checks/evaluate';
import type { Level } from '../../src/checks/rule';
import { RuleId } from '../../src/checks/rule-id';
import { RULES } from '../../src/checks/rules';
import { BackupInventory } from '../../src/inventory';

/**
 * Mistakes that AWS Backup rejects, or that make jobs fail, and that a template shows. Each has a faulty template and a fixed one. A template
 * does not show the opt-in settings of an account and whether it has the advanced features of DynamoDB, for which CloudFormation has no
 * resource; whether a permanent lock is intended, which constructs require to be acknowledged; the use of quotas that AWS can raise (vaults,
 * plans, report plans, legal holds, jobs of a report), because other resources are not visible; and restore access vaults, which only the API
 * creates.
 */
interface Row {
  readonly what: string;
  readonly rule: RuleId;
  readonly level: Level;
  /** The resource of the finding. */
  readonly at: string;
  readonly faulty: Resources;
  readonly fixed: Resources;
  readonly region?: string;
  readonly options?: CheckOptions;
}

type Json = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;
const [BY_TAG, TAGS] = [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' }, [{ Key: 'backup', Value: 'gold' }]];
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const vaultArn = (region: string, name = 'copies', account = ACCOUNT, partition = 'aws') => `arn:${partition}:backup:${region}:${account}:backup-vault:${name}`;
const of = (Type: string, Properties: object) => ({ Type, Properties });

const vault = (more: Json = {}) => of('AWS::Backup::BackupVault', { BackupVaultName: 'orders', ...more });
const sealed = (more: Json = {}) => of('AWS::Backup::LogicallyAirGappedBackupVault', { BackupVaultName: 'sealed', MinRetentionDays: 7, MaxRetentionDays: 90, ...more });
const rule = (more: Json = {}): Json => ({ RuleName: 'daily', TargetBackupVault: 'orders', ...more });
const plan = (rules: readonly Json[], more: Json = {}) => of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'gold', BackupPlanRule: rules, ...more } });
const selection = (more: Json = {}) => of('AWS::Backup::BackupSelection', {
  BackupPlanId: { Ref: 'Plan' }, BackupSelection: { SelectionName: 'all', IamRoleArn: ROLE, ...more },
});
const framework = (more: Json = {}) => of('AWS::Backup::Framework', {
  FrameworkName: 'backups', FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }], ...more,
});
const reports = (setting: Json = {}, channel: Json = {}, more: Json = {}) => of('AWS::Backup::ReportPlan', {
  ReportPlanName: 'nightly',
  ReportDeliveryChannel: { S3BucketName: { Ref: 'Reports' }, ...channel },
  ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT', ...setting },
  ...more,
});
const tests = (more: Json = {}, points: Json = {}) => of('AWS::Backup::RestoreTestingPlan', {
  RestoreTestingPlanName: 'weekly',
  ScheduleExpression: 'cron(0 5 ? * SUN *)',
  RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', RecoveryPointTypes: ['SNAPSHOT'], IncludeVaults: ['*'], ...points },
  ...more,
});
const tested = (more: Json = {}) => of('AWS::Backup::RestoreTestingSelection', {
  RestoreTestingPlanName: 'weekly', RestoreTestingSelectionName: 'tables', IamRoleArn: ROLE, ProtectedResourceType: 'DynamoDB', ProtectedResourceArns: ['*'], ...more,
});
const tiers = (more: Json = {}, selected: Json = {}) => of('AWS::Backup::TieringConfiguration', {
  TieringConfigurationName: 'tiers',
  BackupVaultName: 'orders',
  ResourceSelection: [{ Resources: ['*'], ResourceType: 'S3', TieringDownSettingsInDays: 60, ...selected }],
  ...more,
});
const hold = (from: string, to: string) => of('AWS::Backup::LegalHold', {
  Title: 'case', Description: 'case', RecoveryPointSelection: { VaultNames: ['orders'], DateRange: { FromDate: from, ToDate: to } },
});
const accessPoint = (more: Json) => of('AWS::Backup::BackupAccessPoint', {
  RecoveryPointArn: `arn:aws:backup:eu-west-1:${ACCOUNT}:recovery-point:orders`, Name: 'orders', ...more,
});
const organizationPolicy = (selections: Json, rules: Json = {}) => of('AWS::Organizations::Policy', {
  Name: 'gold', Type: 'BACKUP_POLICY', Content: JSON.stringify({ plans: { gold: { rules: { daily: rules }, selections } } }),
});
const bucket = (more: Json = { VersioningConfiguration: { Status: 'Enabled' } }) => of('AWS::S3::Bucket', { BucketName: 'orders', ...more });
const REDSHIFT = of('AWS::Redshift::Cluster', { ClusterIdentifier: 'orders' });
const VOLUME = of('AWS::EC2::Volume', { Encrypted: true, AvailabilityZone: 'eu-west-1a' });
const DATABASE = of('AWS::RDS::DBInstance', { Engine: 'postgres', StorageEncrypted: true });
const FILES_ARN = { 'Fn::GetAtt': ['Files', 'ResourceARN'] };
const TABLE = of('AWS::DynamoDB::Table', { TableName: 'orders' });
const role = (...policies: string[]) => of('AWS::IAM::Role', {
  RoleName: 'backup', ManagedPolicyArns: policies.map((name) => `arn:aws:iam::aws:policy/${name}`),
});
const denying = (...Action: string[]) => vault({
  AccessPolicy: { Statement: [{ Effect: 'Deny', Principal: '*', Resource: '*', Action: Action.map((name) => `backup:${name}`) }] },
});
const lockedAndDenying = (...actions: string[]) => {
  const { Type, Properties } = denying(...actions);
  return of(Type, { ...Properties, LockConfiguration: { MinRetentionDays: 7 } });
};
const allowing = (account: string, Action: string) => vault({
  AccessPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Resource: '*', Action }] },
});
const key = (principal: Json, ...more: Json[]) => of('AWS::KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }, ...more] } });
const DENIAL = { Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' };
const GUARD = ['DeleteRecoveryPoint', 'UpdateRecoveryPointLifecycle', 'PutBackupVaultAccessPolicy'];
const notifying = (more: Json = {}) => vault({ Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['BACKUP_JOB_COMPLETED'], ...more } });
const topic = (more: Json = {}) => of('AWS::SNS::Topic', more);
const lettingIn = (service: string) => of('AWS::SNS::TopicPolicy', {
  Topics: [{ Ref: 'Topic' }],
  PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sns:Publish', Resource: { Ref: 'Topic' } }] },
});
const REPORTS = of('AWS::S3::Bucket', {});
const lettingWrite = (principal: Json) => of('AWS::S3::BucketPolicy', {
  Bucket: { Ref: 'Reports' },
  PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3:PutObject', Resource: { 'Fn::Sub': '${Reports.Arn}/*' } }] },
});
const REPORTS_ROLE = { AWS: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports` };

/** The same template twice, in which one resource is faulty, then fixed. */
function one(what: string, id: RuleId, at: string, faulty: Resources[string], fixed: Resources[string], others: Resources = {}, level: Level = 'error', more: Partial<Row> = {}): Row {
  return { what, rule: id, level, at, faulty: { ...others, [at]: faulty }, fixed: { ...others, [at]: fixed }, ...more };
}
/** The same for the one rule of a plan. */
function inRule(what: string, id: RuleId, faulty: Json, fixed: Json, others: Resources = {}, level: Level = 'error', more: Partial<Row> = {}): Row {
  return one(what, id, 'Plan', plan([rule(faulty)]), plan([rule(fixed)]), others, level, more);
}
/** The same for the one selection of a plan. */
function inSelection(what: string, id: RuleId, faulty: Json, fixed: Json, others: Resources = {}, level: Level = 'error'): Row {
  return one(what, id, 'Selection', selection(faulty), selection(fixed), { Plan: plan([rule()]), ...others }, level);
}
const keeping = (days: number, cold?: number): Json => ({ Lifecycle: { DeleteAfterDays: days, MoveToColdStorageAfterDays: cold } });
const copyingTo = (arn: unknown, more: Json = {}): Json => ({ CopyActions: [{ DestinationBackupVaultArn: arn, ...more }] });
const SEALED_ARN = { 'Fn::GetAtt': ['Sealed', 'BackupVaultArn'] };
const plansOf = (count: number, content: (index: number) => Json) => ({
  Plan: plan([rule()]), ...Object.fromEntries(many(count, (index) => [`Selection${index}`, selection({ SelectionName: `s${index}`, ...content(index) })])),
});

const CHECKLIST: Readonly<Record<string, readonly Row[]>> = {
  'names of vaults': [
    one('a dot', RuleId.VAULT_NAME, 'Vault', vault({ BackupVaultName: 'my.vault' }), vault({ BackupVaultName: 'my-vault' })),
    one('one letter, air-gapped', RuleId.VAULT_NAME, 'Vault', sealed({ BackupVaultName: 'x' }), sealed({ BackupVaultName: 'xy' })),
    one('the name of another vault', RuleId.NAME_GIVEN_TWICE, 'Second', vault(), vault({ BackupVaultName: 'invoices' }), { First: vault() }),
  ],
  'names of plans, rules and selections': [
    one('a plan', RuleId.PLAN_NAME, 'Plan', plan([rule()], { BackupPlanName: 'a plan' }), plan([rule()], { BackupPlanName: 'a-plan' })),
    inRule('a rule', RuleId.PLAN_NAME, { RuleName: 'x'.repeat(51) }, { RuleName: 'x'.repeat(50) }),
    inSelection('a selection', RuleId.SELECTION_NAME, { SelectionName: 'all of it' }, { SelectionName: 'all.of_it' }),
  ],
  'names without hyphens': [
    one('a framework', RuleId.FRAMEWORK_NAME, 'Framework', framework({ FrameworkName: 'my-backups' }), framework({ FrameworkName: 'my_backups' })),
    one('a report plan', RuleId.FRAMEWORK_NAME, 'Report', reports({}, {}, { ReportPlanName: '1st' }), reports({}, {}, { ReportPlanName: 'first' })),
    one('restore testing', RuleId.RESTORE_TESTING_NAME, 'Tests', tests({ RestoreTestingPlanName: 'my-tests' }), tests({ RestoreTestingPlanName: 'my_tests' })),
    one('tiering', RuleId.TIERING_CONFIGURATION, 'Tiers', tiers({ TieringConfigurationName: 'my-tiers' }), tiers({ TieringConfigurationName: 'my_tiers' })),
  ],
  'schedules': [
    inRule('no cron', RuleId.RULE_SCHEDULE, { ScheduleExpression: 'rate(1 day)' }, { ScheduleExpression: 'cron(0 5 ? * * *)' }),
    inRule('two days', RuleId.RULE_SCHEDULE, { ScheduleExpression: 'cron(0 5 1 * 1 *)' }, { ScheduleExpression: 'cron(0 5 1 * ? *)' }),
    inRule('a date that never comes', RuleId.RULE_SCHEDULE, { ScheduleExpression: 'cron(0 5 30 2 ? *)' }, { ScheduleExpression: 'cron(0 5 29 2 ? *)' }),
    inRule('more often than hourly', RuleId.RULE_INTERVAL, { ScheduleExpression: 'cron(0/30 * ? * * *)' }, { ScheduleExpression: 'cron(0 * ? * * *)' }, {}, 'warning'),
    one('of restore testing', RuleId.RESTORE_TESTING_SCHEDULE, 'Tests', tests({ ScheduleExpression: 'daily' }), tests()),
  ],
  'time zones': [inRule('a name that is none', RuleId.RULE_TIME_ZONE, { ScheduleExpressionTimezone: 'Europe/Frankfurt' }, { ScheduleExpressionTimezone: 'Europe/Berlin' })],
  'windows': [
    inRule('too short', RuleId.RULE_START_WINDOW, { StartWindowMinutes: 59 }, { StartWindowMinutes: 60 }),
    inRule('too long', RuleId.RULE_START_WINDOW, { StartWindowMinutes: 52_560_001 }, { StartWindowMinutes: 52_560_000 }),
    inRule('too long to complete', RuleId.RULE_START_WINDOW, { CompletionWindowMinutes: 52_560_001 }, { CompletionWindowMinutes: 52_560_000 }),
    inRule('no time after the start window', RuleId.RULE_COMPLETION_WINDOW, { CompletionWindowMinutes: 480 }, { CompletionWindowMinutes: 481 }, {}, 'warning'),
    one('of restore testing', RuleId.RESTORE_TESTING_WINDOWS, 'Tests', tests({ StartWindowHours: 169 }), tests({ StartWindowHours: 168 })),
  ],
  'cold storage': [
    inRule('for 89 days', RuleId.RULE_LIFECYCLE, keeping(119, 30), keeping(120, 30)),
    inRule('for 89 days in a copy', RuleId.RULE_LIFECYCLE, copyingTo(vaultArn('eu-central-1'), keeping(119, 30)), copyingTo(vaultArn('eu-central-1'), keeping(120, 30))),
    inRule('after 7 days', RuleId.RULE_SHORT_WARM_STORAGE, keeping(120, 7), keeping(120, 8), {}, 'warning'),
    inRule('of what has none', RuleId.RULE_COLD_STORAGE_UNSUPPORTED, keeping(120, 30), keeping(120), { Selection: selection({ Resources: ['arn:aws:rds:*:*:db:*'] }) }, 'warning'),
  ],
  'retention': [
    inRule('none', RuleId.RULE_LIFECYCLE, keeping(0), keeping(1)),
    inRule('more than a hundred years', RuleId.RULE_LIFECYCLE, keeping(36_501), keeping(36_500)),
  ],
  'continuous backups': [
    inRule('without an end', RuleId.RULE_CONTINUOUS, { EnableContinuousBackup: true }, { EnableContinuousBackup: true, ...keeping(35) }),
    inRule('for 36 days', RuleId.RULE_CONTINUOUS, { EnableContinuousBackup: true, ...keeping(36) }, { EnableContinuousBackup: true, ...keeping(35) }),
    inRule('with cold storage', RuleId.RULE_CONTINUOUS, { EnableContinuousBackup: true, ...keeping(35, 8) }, { EnableContinuousBackup: true, ...keeping(35) }),
    inRule('of what has none', RuleId.RULE_CONTINUOUS_UNSUPPORTED, { EnableContinuousBackup: true, ...keeping(35) }, keeping(35),
      { Selection: selection({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }) }, 'warning'),
    one('of one resource by two rules', RuleId.ONE_CONTINUOUS_RULE, 'Plan',
      plan([rule({ EnableContinuousBackup: true, ...keeping(35) }), rule({ RuleName: 'weekly', EnableContinuousBackup: true, ...keeping(7) })]),
      plan([rule({ EnableContinuousBackup: true, ...keeping(35) }), rule({ RuleName: 'weekly', ...keeping(7) })]),
      { Bucket: bucket(), Selection: selection({ Resources: ['arn:aws:s3:::*'] }) }, 'warning'),
    one('of a bucket whose snapshots are elsewhere', RuleId.S3_BACKUPS_IN_ONE_VAULT, 'Plan',
      plan([rule({ EnableContinuousBackup: true, ...keeping(35) }), rule({ RuleName: 'weekly', TargetBackupVault: 'others' })]),
      plan([rule({ EnableContinuousBackup: true, ...keeping(35) }), rule({ RuleName: 'weekly' })]),
      { Bucket: bucket(), Selection: selection({ Resources: ['arn:aws:s3:::*'] }) }),
  ],
  'retention and locks': [
    inRule('less than the minimum', RuleId.RULE_FITS_VAULT_LOCK, keeping(29), keeping(30), { Vault: vault({ LockConfiguration: { MinRetentionDays: 30 } }) }),
    inRule('no expiry with a maximum', RuleId.RULE_FITS_VAULT_LOCK, {}, keeping(90), { Vault: vault({ LockConfiguration: { MinRetentionDays: 30, MaxRetentionDays: 90 } }) }),
    inRule('continuous, with a minimum of 36 days', RuleId.RULE_FITS_VAULT_LOCK, { EnableContinuousBackup: true, ...keeping(35) }, keeping(36),
      { Vault: vault({ LockConfiguration: { MinRetentionDays: 36 } }) }),
    inRule('of a copy', RuleId.COPY_FITS_VAULT_LOCK, { ...keeping(90), ...copyingTo(SEALED_ARN, keeping(91)) }, { ...keeping(90), ...copyingTo(SEALED_ARN, keeping(90)) }, { Sealed: sealed() }),
    one('a lock of no day', RuleId.VAULT_LOCK_BOUNDS, 'Vault', vault({ LockConfiguration: { MinRetentionDays: 0 } }), vault({ LockConfiguration: { MinRetentionDays: 1 } })),
    one('two days to change one\'s mind', RuleId.VAULT_LOCK_BOUNDS, 'Vault', vault({ LockConfiguration: { MinRetentionDays: 1, ChangeableForDays: 2 } }),
      vault({ LockConfiguration: { MinRetentionDays: 1, ChangeableForDays: 3 } })),
  ],
  'air-gapped vaults': [
    one('6 days', RuleId.AIR_GAPPED_VAULT_RETENTION, 'Sealed', sealed({ MinRetentionDays: 6 }), sealed({ MinRetentionDays: 7 })),
    one('a maximum below the minimum', RuleId.AIR_GAPPED_VAULT_RETENTION, 'Sealed', sealed({ MinRetentionDays: 31, MaxRetentionDays: 30 }), sealed({ MinRetentionDays: 30, MaxRetentionDays: 30 })),
    inRule('in another Region', RuleId.RULE_AIR_GAPPED_TARGET, { TargetLogicallyAirGappedBackupVaultArn: vaultArn('eu-central-1') },
      { TargetLogicallyAirGappedBackupVaultArn: vaultArn('eu-west-1') }),
    inRule('with copies of RDS', RuleId.COPY_INTO_AIR_GAPPED_VAULT, copyingTo(SEALED_ARN), copyingTo(vaultArn('eu-central-1')),
      { Sealed: sealed(), Database: DATABASE, Selection: selection({ Resources: ['arn:aws:rds:*:*:db:*'] }) }),
    one('in China', RuleId.MISSING_IN_REGION, 'Vault', sealed(), vault(), {}, 'error', { region: 'cn-north-1' }),
  ],
  'compliance locks': [
    inRule('on what has no end', RuleId.RECOVERY_POINTS_EXPIRE, {}, keeping(36_500), { Vault: vault({ LockConfiguration: { MinRetentionDays: 1, ChangeableForDays: 3 } }) }, 'warning'),
  ],
  'quotas': [
    one('rules', RuleId.PLAN_QUOTAS, 'Plan', plan(many(11, (index) => rule({ RuleName: `r${index}` }))), plan(many(10, (index) => rule({ RuleName: `r${index}` })))),
    inRule('copies', RuleId.PLAN_QUOTAS, { CopyActions: many(6, (index) => ({ DestinationBackupVaultArn: vaultArn('eu-central-1', `copies${index}`) })) },
      { CopyActions: many(5, (index) => ({ DestinationBackupVaultArn: vaultArn('eu-central-1', `copies${index}`) })) }),
    inRule('added tags', RuleId.PLAN_QUOTAS, { RecoveryPointTags: Object.fromEntries(many(11, (index) => [`k${index}`, 'v'])) },
      { RecoveryPointTags: Object.fromEntries(many(10, (index) => [`k${index}`, 'v'])) }),
    { what: 'selections', rule: RuleId.SELECTION_QUOTAS, level: 'error', at: 'Plan', faulty: plansOf(101, () => ({ Resources: ['*'] })), fixed: plansOf(99, () => ({ Resources: ['*'] })) },
    { what: 'selections by tags', rule: RuleId.SELECTION_QUOTAS, level: 'error', at: 'Plan', faulty: plansOf(11, () => ({ ListOfTags: [BY_TAG] })), fixed: plansOf(9, () => ({ ListOfTags: [BY_TAG] })) },
    inSelection('tags', RuleId.SELECTION_QUOTAS, { ListOfTags: many(31, () => BY_TAG) }, { ListOfTags: many(30, () => BY_TAG) }),
    inSelection('conditions', RuleId.SELECTION_QUOTAS,
      { Resources: ['*'], Conditions: { StringEquals: many(31, (index) => ({ ConditionKey: `aws:ResourceTag/k${index}`, ConditionValue: 'v' })) } },
      { Resources: ['*'], Conditions: { StringEquals: many(30, (index) => ({ ConditionKey: `aws:ResourceTag/k${index}`, ConditionValue: 'v' })) } }),
    inSelection('ARNs', RuleId.SELECTION_QUOTAS, { Resources: many(501, (index) => `arn:aws:s3:::b${index}`) }, { Resources: many(500, (index) => `arn:aws:s3:::b${index}`) }),
    inSelection('ARNs with wildcards', RuleId.SELECTION_QUOTAS, { Resources: many(31, (index) => `arn:aws:s3:::b${index}*`) }, { Resources: many(30, (index) => `arn:aws:s3:::b${index}*`) }),
  ],
  'copies of what has none': [
    inRule('Redshift', RuleId.COPY_SUPPORTED, copyingTo(vaultArn('eu-central-1')), {}, { Cluster: REDSHIFT, Selection: selection({ Resources: ['arn:aws:redshift:*:*:cluster:*'] }) }),
    inRule('stacks to another account', RuleId.COPY_SUPPORTED, copyingTo(vaultArn('eu-west-1', 'copies', OTHER_ACCOUNT)), copyingTo(vaultArn('eu-central-1')),
      { Selection: selection({ Resources: ['arn:aws:cloudformation:*:*:stack/*'] }) }),
    inRule('tables without advanced features', RuleId.DYNAMODB_CROSS_REGION_COPY, copyingTo(vaultArn('eu-central-1')), {},
      { Table: TABLE, Selection: selection({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }) }, 'error', { options: { dynamoDbAdvancedFeatures: false } }),
  ],
  'copies to where none go': [
    inRule('another partition', RuleId.COPY_DESTINATION, copyingTo(vaultArn('cn-north-1', 'copies', ACCOUNT, 'aws-cn')), copyingTo(vaultArn('eu-central-1'))),
    inRule('FSx out of Bahrain', RuleId.COPY_SUPPORTED, copyingTo(vaultArn('eu-central-1')), {}, { Selection: selection({ Resources: ['arn:aws:fsx:*:*:file-system/*'] }) }, 'error', { region: 'me-south-1' }),
    inRule('no ARN', RuleId.COPY_DESTINATION, copyingTo('copies'), copyingTo(vaultArn('eu-central-1'))),
  ],
  'copies to another account': [
    inRule('the default vault', RuleId.COPY_DESTINATION, copyingTo(vaultArn('eu-west-1', 'Default', OTHER_ACCOUNT)), copyingTo(vaultArn('eu-west-1', 'copies', OTHER_ACCOUNT))),
    inRule('with a key of AWS', RuleId.COPY_SOURCE_KEY, copyingTo(vaultArn('eu-west-1', 'copies', OTHER_ACCOUNT)), copyingTo(vaultArn('eu-central-1')),
      { Database: DATABASE, Selection: selection({ Resources: ['arn:aws:rds:*:*:db:*'] }) }),
  ],
  'keys of tags': [
    inSelection('a condition without the prefix', RuleId.SELECTION_TAG_KEYS, { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'backup', ConditionValue: 'gold' }] } },
      { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'gold' }] } }),
    inSelection('a tag with the prefix', RuleId.SELECTION_TAG_KEYS, { ListOfTags: [{ ...BY_TAG, ConditionKey: 'aws:ResourceTag/backup' }] }, { ListOfTags: [BY_TAG] }),
  ],
  'roles and plans of selections': [
    inSelection('the name of a role', RuleId.SELECTION_ROLE, { IamRoleArn: 'backup' }, {}),
    one('the ARN of a plan', RuleId.SELECTION_PLAN, 'Selection', of('AWS::Backup::BackupSelection', { BackupPlanId: { 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] } }), selection(),
      { Plan: plan([rule()]) }),
  ],
  'the permissions of roles': [
    one('a policy without its path', RuleId.ROLE_POLICY_PATHS, 'Role', role('AWSBackupServiceRolePolicyForBackup'), role('service-role/AWSBackupServiceRolePolicyForBackup')),
    {
      ...inSelection('a role that can only restore', RuleId.SELECTION_ROLE_PERMISSIONS, {}, {}, {}),
      faulty: { Plan: plan([rule()]), Role: role('service-role/AWSBackupServiceRolePolicyForRestores'), Selection: selection({ Resources: ['*'] }) },
      fixed: { Plan: plan([rule()]), Role: role('service-role/AWSBackupServiceRolePolicyForBackup'), Selection: selection({ Resources: ['*'] }) },
    },
    {
      what: 'a role that cannot restore',
      rule: RuleId.RESTORE_TESTING_ROLE,
      level: 'error',
      at: 'Tested',
      faulty: { Tests: tests(), Role: role('service-role/AWSBackupServiceRolePolicyForBackup'), Tested: tested() },
      fixed: { Tests: tests(), Role: role('service-role/AWSBackupServiceRolePolicyForRestores'), Tested: tested() },
    },
  ],
  'S3': [
    {
      ...inSelection('a role without its policy', RuleId.SELECTION_ROLE_FOR_S3, { Resources: ['arn:aws:s3:::elsewhere'] }, { Resources: ['arn:aws:s3:::elsewhere'] }, {}),
      faulty: { Plan: plan([rule()]), Role: role('service-role/AWSBackupServiceRolePolicyForBackup'), Selection: selection({ Resources: ['arn:aws:s3:::elsewhere'] }) },
      fixed: { Plan: plan([rule()]), Role: role('AWSBackupServiceRolePolicyForS3Backup'), Selection: selection({ Resources: ['arn:aws:s3:::elsewhere'] }) },
    },
    one('no versions', RuleId.BUCKET_VERSIONED, 'Bucket', bucket({}), bucket(), { Plan: plan([rule()]), Selection: selection({ Resources: ['arn:aws:s3:::*'] }) }),
    one('no events', RuleId.BUCKET_EVENTS, 'Bucket', bucket({ NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: false } } }), bucket(),
      { Plan: plan([rule()]), Selection: selection({ Resources: ['arn:aws:s3:::*'] }) }, 'warning'),
  ],
  'deletion guards': [
    one('without one of three actions', RuleId.VAULT_DELETION_GUARD, 'Vault', denying(...GUARD.slice(0, 2)), denying(...GUARD), {}, 'warning'),
    one('beside a lock', RuleId.VAULT_LOCK_SEALED, 'Vault', lockedAndDenying('PutBackupVaultLockConfiguration'), lockedAndDenying('DeleteBackupVaultLockConfiguration'), {}, 'warning'),
    one('that can be removed', RuleId.VAULT_GUARD_REMOVABLE, 'Vault', denying(...GUARD), denying(...GUARD, 'DeleteBackupVaultAccessPolicy'), {}, 'warning'),
  ],
  'topics': [
    one('first in, first out', RuleId.TOPIC_STANDARD, 'Vault', notifying(), notifying({ SNSTopicArn: { Ref: 'Standard' } }), { Topic: topic({ FifoTopic: true, TopicName: 'a.fifo' }), Standard: topic() }),
    one('of another account', RuleId.TOPIC_PLACE, 'Vault', notifying({ SNSTopicArn: `arn:aws:sns:eu-west-1:${OTHER_ACCOUNT}:alerts` }), notifying(), { Topic: topic() }),
    one('with the key of SNS', RuleId.TOPIC_KEY, 'Vault', notifying(), notifying({ SNSTopicArn: { Ref: 'Plain' } }), { Topic: topic({ KmsMasterKeyId: 'alias/aws/sns' }), Plain: topic() }),
    {
      ...one('without a policy', RuleId.TOPIC_POLICY, 'Vault', notifying(), notifying()),
      faulty: { Vault: notifying(), Topic: topic(), Policy: lettingIn('events.amazonaws.com') },
      fixed: { Vault: notifying(), Topic: topic(), Policy: lettingIn('backup.amazonaws.com') },
    },
    one('an event that is none', RuleId.VAULT_EVENTS, 'Vault', notifying({ BackupVaultEvents: ['BACKUP_FAILED'] }), notifying(), { Topic: topic() }),
    one('an event of the past', RuleId.VAULT_EVENTS, 'Vault', notifying({ BackupVaultEvents: ['BACKUP_PLAN_CREATED'] }), notifying(), { Topic: topic() }, 'warning'),
  ],
  'resources that wait for each other': [
    one('a vault and its topic', RuleId.CIRCULAR_DEPENDENCY, 'Vault', notifying(), vault(), { Topic: topic({ DisplayName: { Ref: 'Vault' } }) }),
  ],
  'forms of values': [
    one('the name of a topic', RuleId.VALUE_FORM, 'Vault', notifying({ SNSTopicArn: 'alerts' }), notifying(), { Topic: topic() }),
    one('an account of 4 digits', RuleId.VALUE_FORM, 'Report', reports({ Accounts: ['1234'] }), reports({ Accounts: [ACCOUNT] })),
    one('a Region that does not exist', RuleId.VALUE_FORM, 'Report', reports({ Regions: ['mars-1'] }), reports({ Regions: ['*'] })),
    one('a resource that is tested, by its name', RuleId.VALUE_FORM, 'Tests', tested({ ProtectedResourceArns: ['orders'] }), tested()),
  ],
  'nested stacks': [
    one('a URL of S3', RuleId.NESTED_STACK_TEMPLATE, 'Nested', nestedStack('s3://templates/data.yaml'), nestedStack('https://templates.s3.amazonaws.com/data.yaml')),
  ],
  'properties': [
    one('one that is left out', RuleId.RESOURCE_PROPERTIES, 'Vault', vault({ LockConfiguration: { MaxRetentionDays: 30 } }), vault({ LockConfiguration: { MinRetentionDays: 1, MaxRetentionDays: 30 } })),
    one('one at another place', RuleId.RESOURCE_PROPERTIES, 'Plan', plan([rule({ DeleteAfterDays: 35 })]), plan([rule({ Lifecycle: { DeleteAfterDays: 35 } })])),
    one('one that is not a number', RuleId.RESOURCE_PROPERTIES, 'Plan', plan([rule({ StartWindowMinutes: 'an hour' })]), plan([rule({ StartWindowMinutes: '60' })])),
    one('one that is not a list', RuleId.RESOURCE_PROPERTIES, 'Plan', plan([rule({ CopyActions: { DestinationBackupVaultArn: vaultArn('eu-central-1') } })]), plan([rule({ CopyActions: [{ DestinationBackupVaultArn: vaultArn('eu-central-1') }] })])),
  ],
  'reports': [
    {
      ...one('into a bucket without a policy', RuleId.REPORT_BUCKET_POLICY, 'Report', reports(), reports()),
      faulty: { Reports: REPORTS, Report: reports(), Policy: lettingWrite({ Service: 'backup.amazonaws.com' }) },
      fixed: { Reports: REPORTS, Report: reports(), Policy: lettingWrite(REPORTS_ROLE) },
    },
    one('JSON over two Regions', RuleId.REPORT_PLAN_FORMAT, 'Report', reports({ Regions: ['*'] }, { Formats: ['JSON'] }), reports({ Regions: ['*'] }, { Formats: ['CSV'] })),
    one('a template that is none', RuleId.REPORT_PLAN_FORMAT, 'Report', reports({ ReportTemplate: 'JOB_REPORT' }), reports()),
    one('compliance without a framework', RuleId.REPORT_PLAN_FORMAT, 'Report', reports({ ReportTemplate: 'CONTROL_COMPLIANCE_REPORT' }),
      reports({ ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', FrameworkArns: ['arn:aws:backup:eu-west-1:111122223333:framework:backups-1'] })),
    one('a framework for several accounts', RuleId.REPORT_PLAN_FORMAT, 'Report',
      reports({ ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', Accounts: ['ROOT'], FrameworkArns: ['arn:aws:backup:eu-west-1:111122223333:framework:backups-1'] }),
      reports({ ReportTemplate: 'CONTROL_COMPLIANCE_REPORT', Accounts: ['ROOT'] })),
  ],
  'restore testing': [
    one('a type that is not tested', RuleId.RESTORE_TESTING_TYPE, 'Tested', tested({ ProtectedResourceType: 'Redshift' }), tested()),
    one('FSx without a subnet', RuleId.RESTORE_TESTING_FSX, 'Tested', tested({ ProtectedResourceType: 'FSx', ProtectedResourceArns: [FILES_ARN] }),
      tested({ ProtectedResourceType: 'FSx', ProtectedResourceArns: [FILES_ARN], RestoreMetadataOverrides: { subnetIds: '["subnet-1"]' } }),
      { Files: of('AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE', SubnetIds: ['subnet-1'], LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } }) }),
    one('a list that is not JSON', RuleId.RESTORE_TESTING_OVERRIDES, 'Tested', tested({ ProtectedResourceType: 'EC2', RestoreMetadataOverrides: { securityGroupIds: 'sg-1' } }),
      tested({ ProtectedResourceType: 'EC2', RestoreMetadataOverrides: { securityGroupIds: '["sg-1"]' } })),
    one('conditions together with ARNs', RuleId.RESTORE_TESTING_RESOURCES, 'Tested',
      tested({ ProtectedResourceArns: ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders'], ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/a', Value: 'b' }] } }),
      tested({ ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/a', Value: 'b' }] } })),
    one('an algorithm that is none', RuleId.RESTORE_TESTING_RECOVERY_POINTS, 'Tests', tests({}, { Algorithm: 'LATEST' }), tests()),
    one('in GovCloud', RuleId.MISSING_IN_REGION, 'Thing', tests(), vault(), {}, 'error', { region: 'us-gov-west-1' }),
  ],
  'controls': [
    one('a control that is none', RuleId.FRAMEWORK_CONTROLS, 'Framework', framework({ FrameworkControls: [{ ControlName: 'ENCRYPTED' }] }), framework()),
    one('a frequency of 25 hours', RuleId.FRAMEWORK_CONTROLS, 'Framework', frequency('25'), frequency('24')),
    one('more than the quota, which AWS raises', RuleId.FRAMEWORK_QUOTAS, 'Framework', framework({ FrameworkControls: controls(LIMITS.controlsPerRegion.max + 1) }),
      framework({ FrameworkControls: controls(LIMITS.controlsPerRegion.max) }), {}, 'warning'),
    one('two tags', RuleId.CONTROL_SCOPE, 'Framework', scoped([{ Key: 'a', Value: 'b' }, { Key: 'c', Value: 'd' }]), scoped([{ Key: 'a', Value: 'b' }])),
    one('in Israel', RuleId.MISSING_IN_REGION, 'Thing', framework(), vault(), {}, 'error', { region: 'il-central-1' }),
  ],
  'policies of organizations': [
    one('tags and resources', RuleId.ORGANIZATION_POLICY, 'Policy', organizationPolicy({ tags: {}, resources: {} }), organizationPolicy({ tags: {} })),
    one('a number', RuleId.ORGANIZATION_POLICY, 'Policy', organizationPolicy({}, { lifecycle: { delete_after_days: { '@@assign': 35 } } }),
      organizationPolicy({}, { lifecycle: { delete_after_days: { '@@assign': '35' } } })),
    one('59 minutes to start', RuleId.ORGANIZATION_POLICY, 'Policy', organizationPolicy({}, { start_backup_window_minutes: { '@@assign': '59' } }),
      organizationPolicy({}, { start_backup_window_minutes: { '@@assign': '60' } })),
    one('more than 10,000 characters', RuleId.ORGANIZATION_POLICY, 'Policy', organizationPolicy({}, { recovery_point_tags: { team: { tag_value: { '@@assign': 'x'.repeat(10_000) } } } }), organizationPolicy({})),
    one('a key of the API', RuleId.ORGANIZATION_POLICY, 'Policy', organizationPolicy({}, { ScheduleExpression: { '@@assign': 'cron(0 5 ? * * *)' } }),
      organizationPolicy({}, { schedule_expression: { '@@assign': 'cron(0 5 ? * * *)' } })),
  ],
  'policies of vaults': [
    one('a restore by another account', RuleId.VAULT_POLICY_ACCOUNTS, 'Vault', allowing(OTHER_ACCOUNT, 'backup:StartRestoreJob'), allowing(ACCOUNT, 'backup:StartRestoreJob')),
    one('a wildcard in an action', RuleId.VAULT_POLICY_ACTIONS, 'Vault', denying('Delete*'), denying('DeleteRecoveryPoint')),
  ],
  'rules that shadow each other': [
    one('the shorter retention is never used', RuleId.RULE_SHADOWED, 'Plan', plan([rule(keeping(7)), rule({ RuleName: 'longer', ...keeping(35) })]),
      plan([rule({ ...keeping(7), ScheduleExpression: 'cron(0 17 ? * * *)' }), rule({ RuleName: 'longer', ...keeping(35) })]), {}, 'warning'),
  ],
  'selections of nothing': [
    inSelection('neither resources nor tags', RuleId.SELECTION_NOT_EMPTY, {}, { Resources: ['*'] }, {}, 'warning'),
    inSelection('no ARN', RuleId.SELECTION_ARNS, { Resources: ['orders'] }, { Resources: ['arn:aws:s3:::orders'] }),
  ],
  'settings, indexes and scans': [
    one('an option of another type', RuleId.ADVANCED_SETTINGS, 'Plan', plan([rule()], { AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { BackupACLs: 'enabled' } }] }),
      plan([rule()], { AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }] })),
    inRule('an index of two types', RuleId.RULE_INDEXES_AND_SCANS, { IndexActions: [{ ResourceTypes: ['EBS', 'S3'] }] }, { IndexActions: [{ ResourceTypes: ['EBS'] }] }),
  ],
  'what a rule targets': [inRule('an ARN', RuleId.RULE_TARGET, { TargetBackupVault: vaultArn('eu-west-1') }, { TargetBackupVault: 'copies' })],
  'keys of vaults': [
    one('a policy with an effect that IAM does not have', RuleId.POLICY_GRAMMAR, 'Vault', vault({ AccessPolicy: { Statement: [{ ...DENIAL, Effect: 'deny' }] } }),
      vault({ AccessPolicy: { Statement: [DENIAL] } })),
    one('a policy that does not name the backup role of a bucket', RuleId.BUCKET_KEY_POLICY, 'Key', key({ AWS: `arn:aws:iam::${ACCOUNT}:role/admin` }), key({ AWS: ACCOUNT }), {
      Plan: plan([rule()]),
      Selection: selection({ Resources: ['arn:aws:s3:::orders'] }),
      Bucket: bucket({
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } }] },
      }),
    }),
    one('a policy that nobody in the account can use', RuleId.VAULT_KEY_POLICY, 'Key', key({ Service: 'logs.amazonaws.com' }), key({ AWS: ACCOUNT }),
      { Vault: vault({ EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }) }),
    one('a policy that nobody can change', RuleId.VAULT_KEY_CHANGEABLE, 'Key', key({ AWS: ACCOUNT }, { Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy', Resource: '*' }),
      key({ AWS: ACCOUNT }), { Vault: vault({ EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }) }),
    one('an alias', RuleId.VAULT_KEY, 'Vault', vault({ EncryptionKeyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/backup` }), vault({ EncryptionKeyArn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` })),
  ],
  'tiering, legal holds and access points': [
    one('59 days', RuleId.TIERING_CONFIGURATION, 'Tiers', tiers({}, { TieringDownSettingsInDays: 59 }), tiers()),
    one('another type', RuleId.TIERING_CONFIGURATION, 'Tiers', tiers({}, { ResourceType: 'EBS' }), tiers()),
    one('an end before the start', RuleId.LEGAL_HOLD, 'Hold', hold('2024-02-01', '2024-01-01'), hold('2024-01-01', '2024-02-01')),
    one('a name in capitals', RuleId.ACCESS_POINT, 'Point', accessPoint({ Name: 'Orders' }), accessPoint({ Name: 'orders' })),
    one('of a snapshot', RuleId.ACCESS_POINT, 'Point', accessPoint({ RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1' }), accessPoint({})),
  ],
  'what is in no plan': [
    one('a volume', RuleId.RESOURCE_IN_PLAN, 'Volume', VOLUME, of(VOLUME.Type, { ...VOLUME.Properties, Tags: TAGS }), { Plan: plan([rule()]), Selection: selection({ ListOfTags: [BY_TAG] }) }),
  ],
};

function nestedStack(url: string) {
  return { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } };
}

function frequency(value: string) {
  return framework({
    FrameworkControls: [{
      ControlName: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
      ControlInputParameters: Object.entries({ requiredFrequencyUnit: 'hours', requiredFrequencyValue: value, requiredRetentionDays: '35' })
        .map(([ParameterName, ParameterValue]) => ({ ParameterName, ParameterValue })),
    }],
  });
}

function controls(count: number) {
  return many(count, () => ({ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }));
}

function scoped(Tags: readonly Json[]) {
  return framework({ FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED', ControlScope: { Tags } }] });
}

/** All rules, as the command line applies them. */
function found({ rule: id, region, options = {} }: Row, resources: Resources) {
  const inventory = BackupInventory.of([sourceOf(resources, region === undefined ? {} : { region })]);
  const { findings } = evaluate(inventory, RULES, options);
  return findings.filter((finding) => finding.rule.id === id).map(({ level, address }) => ({ level, at: address.logicalId }));
}

describe.each(Object.entries(CHECKLIST))('%s', (_, rows) => {
  test.each(rows)('$what: $rule', (row) => {
    expect(found(row, row.faulty)).toContainEqual({ level: row.level, at: row.at });
    expect(found(row, row.fixed)).toEqual([]);
  });
});

test('every rule that a template can certainly break is tested here', () => {
  const tried = new Set(Object.values(CHECKLIST).flat().map((row) => row.rule));
  const errors = RULES.filter(({ level }) => level === 'error').map(({ id }) => id);
  const OTHERS = {
    [RuleId.COPY_DESTINATION_KEY]: 'needs the vault of another account beside the plan: its own test',
    [RuleId.DYNAMODB_CROSS_ACCOUNT_COPY]: 'as across Regions',
    [RuleId.DYNAMODB_COLD_STORAGE]: 'as across Regions',
    [RuleId.RULE_MIN_RETENTION]: 'requires the value of an option',
    [RuleId.RULE_MAX_RETENTION]: 'requires the value of an option',
    [RuleId.REQUIRED_COPIES]: 'requires the value of an option',
  };
  expect(errors.filter((id) => !tried.has(id)).sort()).toEqual(Object.keys(OTHERS).sort());
});
