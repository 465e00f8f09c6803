import type { CheckOptions } from '../../src/checks/check-options';
import { RuleId } from '../../src/checks/rule-id';

/** Any template. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mistake can be anywhere, and of any form
export type Template = Record<string, any>;

/** One mistake in `valid-template.yaml`. */
export interface Mistake {
  readonly name: string;
  readonly rule: RuleId;
  /** The resource that the finding must name. */
  readonly resource: string;
  /** The replacement, if it is a text or a number. */
  readonly written?: string | number;
  /** The options of the packs that the rule requires. */
  readonly options?: CheckOptions;
  /** The Region of the deployment, if the mistake is one only there. */
  readonly region?: string;
  /** @param as the value in another spelling */
  make(template: Template, as?: unknown): void;
}

type Row = readonly [name: string, path: string, value: unknown];

/** Replaces the values at paths from the properties of the resource. `undefined` removes a value. */
function mistakes(rule: RuleId, resource: string, rows: readonly Row[]): Mistake[] {
  return rows.map(([name, path, value]) => ({
    name,
    rule,
    resource,
    ...(typeof value === 'string' || typeof value === 'number') && { written: value },
    make: (template, as = value) => write(template.Resources[resource] as Template, path === '' ? 'Properties' : `Properties.${path}`, as),
  }));
}

/** Mistakes that need more than one value. */
function mistake(
  rule: RuleId, resource: string, name: string, make: (resources: Template) => void, more: Pick<Mistake, 'options' | 'region'> = {},
): Mistake {
  return { name, rule, resource, ...more, make: (template) => make(template.Resources as Template) };
}

/** The same mistakes, for rules that require options of the packs. */
function withOptions(options: CheckOptions, rows: readonly Mistake[]): Mistake[] {
  return rows.map((row) => ({ ...row, options }));
}

function write(holder: Template, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop()!;
  const within = steps.reduce<Template>((inner, step) => inner[step] as Template, holder);
  if (value !== undefined) { within[last] = value; } else if (Array.isArray(within)) { within.splice(Number(last), 1); } else { delete within[last]; }
}

const DAILY = 'BackupPlan.BackupPlanRule[1]';
const COPY = `${DAILY}.CopyActions[0]`;
const RULES = 'BackupPlan.BackupPlanRule';
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

const VAULT_ARN = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:orders';
const CONDITION = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'gold' };

const vaultNames = (path: string): Row[] => [
  ['a dot in a vault name', path, 'my.vault'],
  ['a vault name of 51 characters', path, 'v'.repeat(51)],
  ['a vault name of 1 character', path, 'v'],
  ['a space in a vault name', path, 'my vault'],
  ['a slash in a vault name', path, 'prod/vault'],
  ['an empty vault name', path, ''],
  ['an umlaut in a vault name', path, 'tägliche'],
  ['a wrong name by Sub', path, { 'Fn::Sub': '${Stage} vault' }],
];

/** 1.1, V1 */
const NAMES_OF_VAULTS = [
  ...mistakes(RuleId.VAULT_NAME, 'ComplianceVault', vaultNames('BackupVaultName')),
  ...mistakes(RuleId.VAULT_NAME, 'AirGappedVault', vaultNames('BackupVaultName')),
];

/** 1.2 to 1.4 */
const VAULTS = [
  ...mistakes(RuleId.VAULT_KEY, 'ComplianceVault', [
    ['an alias as key', 'EncryptionKeyArn', 'alias/backup'],
    ['the ARN of an alias as key', 'EncryptionKeyArn', 'arn:aws:kms:eu-west-1:111122223333:alias/backup'],
    ['the ARN of an alias as key by Sub', 'EncryptionKeyArn', { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/backup' }],
    ['an ARN of something else as key', 'EncryptionKeyArn', 'arn:aws:iam::111122223333:role/key'],
    ['a word as key', 'EncryptionKeyArn', 'my-key'],
  ]),
  ...mistakes(RuleId.VAULT_LOCK_BOUNDS, 'ComplianceVault', [
    ['a lock of 0 days', 'LockConfiguration.MinRetentionDays', 0],
    ['a lock of -1 days', 'LockConfiguration.MinRetentionDays', -1],
    ['a lock of 36501 days', 'LockConfiguration', { MinRetentionDays: 36501 }],
    ['a lock up to 36501 days', 'LockConfiguration.MaxRetentionDays', 36501],
    ['a lock up to less than its minimum', 'LockConfiguration.MaxRetentionDays', 29],
    ['a lock up to less than its minimum, as a string', 'LockConfiguration', { MinRetentionDays: '365', MaxRetentionDays: '30' }],
    ['a lock that is changeable for 2 days', 'LockConfiguration.ChangeableForDays', 2],
    ['a lock that is changeable for 2 days, as a string', 'LockConfiguration.ChangeableForDays', '2'],
    ['a lock that is changeable for 0 days', 'LockConfiguration.ChangeableForDays', 0],
    ['a lock that is changeable for 36501 days', 'LockConfiguration.ChangeableForDays', 36501],
  ]),
  ...mistakes(RuleId.VAULT_POLICY_ACTIONS, 'Vault', [
    ['a policy for all actions of AWS Backup', 'AccessPolicy.Statement[0].Action', 'backup:*'],
    ['a policy for actions with a wildcard', 'AccessPolicy.Statement[0].Action', ['backup:Delete*', 'backup:UpdateRecoveryPointLifecycle']],
    ['a policy for all actions', 'AccessPolicy.Statement[0].Action', '*'],
    ['a policy as text with a wildcard', 'AccessPolicy', JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Principal: '*', Action: 'backup:*', Resource: '*' } })],
    ['a policy with a question mark', 'AccessPolicy.Statement[0].Action', 'backup:DeleteRecoveryPoin?'],
  ]),
  ...mistakes(RuleId.TOPIC_STANDARD, 'Vault', [
    ['notifications to a FIFO topic', 'Notifications.SNSTopicArn', 'arn:aws:sns:eu-west-1:111122223333:backups.fifo'],
    ['notifications to a FIFO topic by Sub', 'Notifications.SNSTopicArn', { 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:backups.fifo' }],
  ]),
  ...mistakes(RuleId.VAULT_EVENTS, 'Vault', [
    ['an event that does not exist', 'Notifications.BackupVaultEvents', ['BACKUP_JOB_DONE']],
    ['an event in lower case', 'Notifications.BackupVaultEvents[0]', 'backup_job_completed'],
  ]),
];

/** 1.5, V13 */
const AIR_GAPPED_VAULTS = mistakes(RuleId.AIR_GAPPED_VAULT_RETENTION, 'AirGappedVault', [
  ['an air-gapped vault from 6 days', 'MinRetentionDays', 6],
  ['an air-gapped vault from 1 day, as a string', 'MinRetentionDays', '1'],
  ['an air-gapped vault from 0 days', 'MinRetentionDays', 0],
  ['an air-gapped vault up to less than its minimum', '', { BackupVaultName: 'air-gapped', MinRetentionDays: 30, MaxRetentionDays: 29 }],
]);

/** 1.7, 1.8 */
const STORAGE = [
  ...mistakes(RuleId.TIERING_CONFIGURATION, 'Tiering', [
    ['a hyphen in the name of a tiering configuration', 'TieringConfigurationName', 'low-cost'],
    ['a name of a tiering configuration of 201 characters', 'TieringConfigurationName', 't'.repeat(201)],
    ['tiering after 59 days', 'ResourceSelection[0].TieringDownSettingsInDays', 59],
    ['tiering after 36501 days', 'ResourceSelection[0].TieringDownSettingsInDays', 36501],
    ['tiering of EBS', 'ResourceSelection[0].ResourceType', 'EBS'],
    ['6 selections of tiering', 'ResourceSelection', times(6, (index) => ({ ResourceType: 'S3', Resources: [`arn:aws:s3:::b${index}`], TieringDownSettingsInDays: 60 }))],
    ['tiering of 101 buckets', 'ResourceSelection[0].Resources', times(101, (index) => `arn:aws:s3:::b${index}`)],
    ['tiering in the ARN of a vault', 'BackupVaultName', VAULT_ARN],
  ]),
  ...mistakes(RuleId.LEGAL_HOLD, 'Hold', [
    ['a legal hold from an unreadable date', 'RecoveryPointSelection.DateRange.FromDate', 'yesterday'],
    ['a legal hold to an impossible date', 'RecoveryPointSelection.DateRange.ToDate', '2024-13-01'],
    ['a legal hold from later than its end', 'RecoveryPointSelection.DateRange.FromDate', '2025-06-01T00:00:00Z'],
  ]),
];

/** 2.1, V2, V15 */
const PLANS = [
  ...mistakes(RuleId.PLAN_NAME, 'Plan', [
    ['a plan name of 51 characters', 'BackupPlan.BackupPlanName', 'p'.repeat(51)],
    ['a space in a plan name', 'BackupPlan.BackupPlanName', 'my plan'],
    ['an empty plan name', 'BackupPlan.BackupPlanName', ''],
    ['a rule name of 51 characters', `${DAILY}.RuleName`, 'r'.repeat(51)],
    ['a space in a rule name', `${DAILY}.RuleName`, 'every day'],
    ['a colon in a rule name', `${DAILY}.RuleName`, 'daily:1'],
    ['an empty rule name', `${DAILY}.RuleName`, ''],
  ]),
  ...mistakes(RuleId.PLAN_QUOTAS, 'AirGappedPlan', [
    ['11 rules', RULES, times(11, (index) => ({ RuleName: `r${index}`, TargetBackupVault: 'orders', Lifecycle: { DeleteAfterDays: 35 } }))],
    ['no rules', RULES, []],
    ['6 copies', `${RULES}[0].CopyActions`, times(6, (index) => ({ DestinationBackupVaultArn: `${VAULT_ARN}${index}` }))],
    ['11 tags', `${RULES}[0].RecoveryPointTags`, Object.fromEntries(times(11, (index) => [`t${index}`, 'x']))],
    ['a tag of AWS', `${RULES}[0].RecoveryPointTags`, { 'aws:backup': 'x' }],
  ]),
  ...mistakes(RuleId.RULE_TARGET, 'Plan', [
    ['the ARN of the vault as target', `${DAILY}.TargetBackupVault`, { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }],
    ['a literal ARN as target', `${DAILY}.TargetBackupVault`, VAULT_ARN],
    ['a dot in the target', `${DAILY}.TargetBackupVault`, 'my.vault'],
    ['an empty target', `${DAILY}.TargetBackupVault`, ''],
  ]),
];

/** 2.2, V4, V5 */
const SCHEDULES: Row[] = [
  ['a cron expression of 5 fields', '', 'cron(0 5 * * ?)'],
  ['a cron expression of 7 fields', '', 'cron(0 0 5 * * ? *)'],
  ['a rate', '', 'rate(1 day)'],
  ['a cron expression without cron()', '', '0 5 * * ? *'],
  ['both days as stars', '', 'cron(0 5 * * * *)'],
  ['both days as question marks', '', 'cron(0 5 ? * ? *)'],
  ['minute 60', '', 'cron(60 5 * * ? *)'],
  ['hour 24', '', 'cron(0 24 * * ? *)'],
  ['day 32', '', 'cron(0 5 32 * ? *)'],
  ['day 0', '', 'cron(0 5 0 * ? *)'],
  ['month 13', '', 'cron(0 5 1 13 ? *)'],
  ['weekday 8', '', 'cron(0 5 ? * 8 *)'],
  ['weekday 0', '', 'cron(0 5 ? * 0 *)'],
  ['a weekday that does not exist', '', 'cron(0 5 ? * FUN *)'],
  ['30 February', '', 'cron(0 5 30 2 ? *)'],
  ['31 April', '', 'cron(0 5 31 APR ? *)'],
  ['a year that is over', '', 'cron(0 5 * * ? 2020)'],
  ['a year after 2199', '', 'cron(0 5 * * ? 2200)'],
  ['a word', '', 'daily'],
  ['a macro of cron', '', '@daily'],
  ['no closing parenthesis', '', 'cron(0 5 * * ? *'],
  ['Cron in upper case', '', 'CRON(0 5 * * ? *)'],
  ['an empty schedule', '', ''],
  ['at()', '', 'at(2030-01-01T00:00:00)'],
];

const scheduled = (rule: RuleId, resource: string, path: string) => mistakes(rule, resource, SCHEDULES.map(([name, , value]) => [`${name} as schedule`, path, value]));

const TIME_ZONES: Row[] = [
  ['a time zone that does not exist', '', 'Europe/Munich'],
  ['an offset as time zone', '', 'GMT+25'],
  ['an empty time zone', '', ''],
];

const RULE_TIMES = [
  ...scheduled(RuleId.RULE_SCHEDULE, 'Plan', `${DAILY}.ScheduleExpression`),
  ...mistakes(RuleId.RULE_TIME_ZONE, 'Plan', TIME_ZONES.map(([name, , value]) => [name, `${DAILY}.ScheduleExpressionTimezone`, value])),
  ...mistakes(RuleId.RULE_START_WINDOW, 'Plan', [
    ['a start window of 59 minutes', `${DAILY}.StartWindowMinutes`, 59],
    ['a start window of 30 minutes, as a string', `${DAILY}.StartWindowMinutes`, '30'],
    ['a start window of 0 minutes', `${DAILY}.StartWindowMinutes`, 0],
    ['a start window of 52560001 minutes', `${DAILY}.StartWindowMinutes`, 52_560_001],
  ]),
];

/** 2.4, V7 */
const lifecycles = (path: string): Row[] => [
  ['a retention of 89 days more than cold storage', path, { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 119 }],
  ['a retention of 89 days more than cold storage, as strings', path, { MoveToColdStorageAfterDays: '30', DeleteAfterDays: '119' }],
  ['a retention that ends before cold storage', path, { MoveToColdStorageAfterDays: 100, DeleteAfterDays: 90 }],
  ['a retention of 0 days', path, { DeleteAfterDays: 0 }],
  ['a retention of 36501 days', path, { DeleteAfterDays: 36501 }],
  ['a retention of -2 days', path, { DeleteAfterDays: -2 }],
];

const LIFECYCLES = [
  ...mistakes(RuleId.RULE_LIFECYCLE, 'AirGappedPlan', lifecycles(`${RULES}[0].Lifecycle`)),
  ...mistakes(RuleId.RULE_LIFECYCLE, 'Plan', lifecycles(`${COPY}.Lifecycle`).map(([name, path, value]) => [`${name}, of a copy`, path, value])),
  ...mistakes(RuleId.RULE_LIFECYCLE, 'MonthlyPlan', [
    ['too short a retention by a parameter', `${RULES}[0].Lifecycle.DeleteAfterDays`, { Ref: 'Retention' }],
  ]),
];

/** 1.4, V12 */
const LOCKS = [
  ...mistakes(RuleId.RULE_FITS_VAULT_LOCK, 'Plan', [
    ['a retention of less than the lock', `${DAILY}.Lifecycle.DeleteAfterDays`, 6],
    ['a retention of more than the lock', `${DAILY}.Lifecycle.DeleteAfterDays`, 401],
    ['no end in a lock with a maximum', `${DAILY}.Lifecycle`, undefined],
    ['a continuous retention of less than the lock', `${RULES}[0].Lifecycle.DeleteAfterDays`, 6],
    ['a retention of less than the lock of a vault by name', DAILY, {
      RuleName: 'daily', TargetBackupVault: 'prod-archive', Lifecycle: { DeleteAfterDays: '29' },
    }],
    ['a retention of less than the air-gapped vault', `${DAILY}`, {
      RuleName: 'daily', TargetBackupVault: 'elsewhere', TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['AirGappedVault', 'BackupVaultArn'] }, Lifecycle: { DeleteAfterDays: 6 },
    }],
  ]),
  ...mistakes(RuleId.COPY_FITS_VAULT_LOCK, 'Plan', [
    ['a copy of less than the lock', `${DAILY}.CopyActions[1].Lifecycle.DeleteAfterDays`, 6],
    ['a copy of more than the lock', `${DAILY}.CopyActions[1].Lifecycle.DeleteAfterDays`, 401],
    ['a copy that follows a retention of less than the lock', `${DAILY}`, {
      RuleName: 'daily', TargetBackupVault: 'elsewhere', Lifecycle: { DeleteAfterDays: 6 }, CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['AirGappedVault', 'BackupVaultArn'] } }],
    }],
    ['a copy of less than the lock of a vault by its ARN', `${DAILY}.CopyActions[1]`, {
      DestinationBackupVaultArn: { 'Fn::Sub': 'arn:${AWS::Partition}:backup:${AWS::Region}:${AWS::AccountId}:backup-vault:prod-archive' }, Lifecycle: { DeleteAfterDays: 29 },
    }],
  ]),
];

/** 2.5, V10 */
const CONTINUOUS = mistakes(RuleId.RULE_CONTINUOUS, 'Plan', [
  ['a continuous retention of 36 days', `${RULES}[0].Lifecycle.DeleteAfterDays`, 36],
  ['a continuous retention of 36 days, as a string', `${RULES}[0].Lifecycle.DeleteAfterDays`, '36'],
  ['a continuous retention of 0 days', `${RULES}[0].Lifecycle.DeleteAfterDays`, 0],
  ['a continuous rule without a retention', `${RULES}[0].Lifecycle.DeleteAfterDays`, undefined],
  ['a continuous rule without a lifecycle', `${RULES}[0].Lifecycle`, undefined],
  ['a continuous rule with cold storage', `${RULES}[0].Lifecycle`, { MoveToColdStorageAfterDays: 7, DeleteAfterDays: 35 }],
  ['a rule that is continuous as a string', `${RULES}[0]`, { RuleName: 'c', TargetBackupVault: 'orders', EnableContinuousBackup: 'true', Lifecycle: { DeleteAfterDays: 90 } }],
]);

/** 2.6, V16 to V18 */
const COPIES = [
  ...mistakes(RuleId.COPY_DESTINATION, 'Plan', [
    ['a copy to the name of a vault', `${COPY}.DestinationBackupVaultArn`, 'orders'],
    ['a copy to the Ref of a vault', `${COPY}.DestinationBackupVaultArn`, { Ref: 'ComplianceVault' }],
    ['a copy to an ARN with vault:', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:111122223333:vault:orders'],
    ['a copy to an ARN with a slash', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:111122223333:backup-vault/orders'],
    ['a copy to an ARN without an account', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1::backup-vault:orders'],
    ['a copy to an ARN without a Region', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup::111122223333:backup-vault:orders'],
    ['a copy to an account of 11 digits', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:11112222333:backup-vault:orders'],
    ['a copy to a bucket', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:s3:::orders'],
    ['a copy to a Region of another partition than the ARN', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:cn-north-1:111122223333:backup-vault:orders'],
    ['a copy to a Region of another partition than the ARN, the other way', `${COPY}.DestinationBackupVaultArn`, 'arn:aws-cn:backup:eu-west-1:111122223333:backup-vault:orders'],
    ['a copy to a vault with a dot', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:111122223333:backup-vault:my.vault'],
    ['a copy to a vault of 1 character', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:111122223333:backup-vault:v'],
    ['a copy to China', `${COPY}.DestinationBackupVaultArn`, 'arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:orders'],
    ['a copy to GovCloud', `${COPY}.DestinationBackupVaultArn`, 'arn:aws-us-gov:backup:us-gov-west-1:111122223333:backup-vault:orders'],
    ['a copy to the default vault of another account', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-west-1:444455556666:backup-vault:Default'],
    ['a copy to an empty ARN', `${COPY}.DestinationBackupVaultArn`, ''],
  ]),
  ...mistakes(RuleId.RULE_AIR_GAPPED_TARGET, 'AirGappedPlan', [
    ['an air-gapped target in another Region', `${RULES}[0].TargetLogicallyAirGappedBackupVaultArn`, 'arn:aws:backup:us-east-1:111122223333:backup-vault:gap'],
    ['an air-gapped target in another account', `${RULES}[0].TargetLogicallyAirGappedBackupVaultArn`, 'arn:aws:backup:eu-west-1:444455556666:backup-vault:gap'],
    ['an air-gapped target by its name', `${RULES}[0].TargetLogicallyAirGappedBackupVaultArn`, { Ref: 'AirGappedVault' }],
    ['an air-gapped target that is a standard vault', `${RULES}[0].TargetLogicallyAirGappedBackupVaultArn`, { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }],
  ]),
];

/** 2.7 */
const OPTIONS = mistakes(RuleId.RULE_INDEXES_AND_SCANS, 'MonthlyPlan', [
  ['an index of RDS', `${RULES}[0].IndexActions`, [{ ResourceTypes: ['RDS'] }]],
  ['an index of two types', `${RULES}[0].IndexActions`, [{ ResourceTypes: ['EBS', 'S3'] }]],
  ['two indexes', `${RULES}[0].IndexActions`, [{ ResourceTypes: ['EBS'] }, { ResourceTypes: ['S3'] }]],
]);

/** 3.1, V2, V15, V19, V30 */
const IN_SELECTION = 'BackupSelection';
const SELECTIONS = [
  ...mistakes(RuleId.SELECTION_NAME, 'Buckets', [
    ['a selection name of 51 characters', `${IN_SELECTION}.SelectionName`, 's'.repeat(51)],
    ['a space in a selection name', `${IN_SELECTION}.SelectionName`, 'my buckets'],
    ['an empty selection name', `${IN_SELECTION}.SelectionName`, ''],
  ]),
  ...mistakes(RuleId.SELECTION_QUOTAS, 'Buckets', [
    ['501 ARNs', `${IN_SELECTION}.Resources`, times(501, (index) => `arn:aws:ec2:eu-west-1:111122223333:volume/vol-${index}`)],
    ['31 ARNs with wildcards', `${IN_SELECTION}.Resources`, times(31, (index) => `arn:aws:ec2:*:*:volume/vol-${index}*`)],
    ['501 excluded ARNs', `${IN_SELECTION}.NotResources`, times(501, (index) => `arn:aws:ec2:eu-west-1:111122223333:volume/vol-${index}`)],
    ['31 excluded ARNs with wildcards', `${IN_SELECTION}.NotResources`, times(31, (index) => `arn:aws:ec2:*:*:volume/vol-${index}*`)],
    ['31 tags', `${IN_SELECTION}.ListOfTags`, times(31, (index) => ({ ...CONDITION, ConditionValue: `v${index}` }))],
    ['31 conditions', `${IN_SELECTION}.Conditions`, { StringEquals: times(31, (index) => ({ ConditionKey: `aws:ResourceTag/t${index}`, ConditionValue: 'x' })) }],
    ['31 conditions of two kinds', `${IN_SELECTION}.Conditions`, {
      StringEquals: times(16, (index) => ({ ConditionKey: `aws:ResourceTag/t${index}`, ConditionValue: 'x' })),
      StringLike: times(15, (index) => ({ ConditionKey: `aws:ResourceTag/u${index}`, ConditionValue: 'x' })),
    }],
  ]),
  ...mistakes(RuleId.SELECTION_TAG_KEYS, 'Volumes', [
    ['a condition without a prefix', `${IN_SELECTION}.Conditions.StringEquals[0].ConditionKey`, 'backup'],
    ['a condition with half a prefix', `${IN_SELECTION}.Conditions.StringNotLike[0].ConditionKey`, 'ResourceTag/stage'],
    ['a condition with a prefix in lower case', `${IN_SELECTION}.Conditions.StringNotLike[0].ConditionKey`, 'aws:resourcetag/stage'],
    ['a condition on another key of IAM', `${IN_SELECTION}.Conditions.StringNotLike[0].ConditionKey`, 'aws:RequestTag/stage'],
  ]),
  ...mistakes(RuleId.SELECTION_TAG_KEYS, 'Tagged', [
    ['a tag with the prefix of conditions', `${IN_SELECTION}.ListOfTags[0].ConditionKey`, 'aws:ResourceTag/backup'],
    ['a tag that must be unequal', `${IN_SELECTION}.ListOfTags[0].ConditionType`, 'STRINGNOTEQUALS'],
    ['a tag that must be like', `${IN_SELECTION}.ListOfTags[0].ConditionType`, 'STRINGLIKE'],
  ]),
  ...mistakes(RuleId.SELECTION_ARNS, 'Buckets', [
    ['a name as ARN', `${IN_SELECTION}.Resources`, ['orders']],
    ['a Ref as ARN', `${IN_SELECTION}.Resources`, [{ Ref: 'Bucket' }]],
    ['a type as ARN', `${IN_SELECTION}.Resources`, ['AWS::S3::Bucket']],
    ['half an ARN', `${IN_SELECTION}.Resources`, ['arn:aws:s3']],
    ['a name as excluded ARN', `${IN_SELECTION}.NotResources`, ['orders']],
    ['an empty ARN', `${IN_SELECTION}.Resources`, ['']],
  ]),
];

/** 5, V3, V26 */
const control = (index: number) => `FrameworkControls[${index}]`;
const AUDITS = [
  ...mistakes(RuleId.FRAMEWORK_NAME, 'Framework', [
    ['a hyphen in the name of a framework', 'FrameworkName', 'orders-framework'],
    ['a digit first in the name of a framework', 'FrameworkName', '1orders'],
    ['a name of a framework of 257 characters', 'FrameworkName', 'f'.repeat(257)],
    ['an empty name of a framework', 'FrameworkName', ''],
    ['a description of a framework of 1025 characters', 'FrameworkDescription', 'd'.repeat(1025)],
  ]),
  ...mistakes(RuleId.FRAMEWORK_NAME, 'JobReport', [
    ['a hyphen in the name of a report plan', 'ReportPlanName', 'backup-jobs'],
    ['an underscore first in the name of a report plan', 'ReportPlanName', '_jobs'],
    ['a name of a report plan of 257 characters', 'ReportPlanName', 'r'.repeat(257)],
    ['a description of a report plan of 1025 characters', 'ReportPlanDescription', 'd'.repeat(1025)],
    ['a blank description of a report plan', 'ReportPlanDescription', '  '],
  ]),
  ...mistakes(RuleId.FRAMEWORK_CONTROLS, 'Framework', [
    ['a control that does not exist', `${control(0)}.ControlName`, 'BACKUP_RECOVERY_POINT_ENCRYPTION'],
    ['a control in lower case', `${control(0)}.ControlName`, 'backup_recovery_point_encrypted'],
    ['no controls', 'FrameworkControls', []],
    ['a frequency of 25 hours', `${control(1)}.ControlInputParameters[1].ParameterValue`, '25'],
    ['a frequency of 0 hours', `${control(1)}.ControlInputParameters[1].ParameterValue`, '0'],
    ['a frequency in weeks', `${control(1)}.ControlInputParameters[0].ParameterValue`, 'weeks'],
    ['a frequency of 32 days', `${control(1)}.ControlInputParameters`, [
      { ParameterName: 'requiredFrequencyUnit', ParameterValue: 'days' }, { ParameterName: 'requiredFrequencyValue', ParameterValue: '32' },
    ]],
    ['a required retention of a word', `${control(1)}.ControlInputParameters[2].ParameterValue`, 'five weeks'],
    ['a recovery point of 32 days', `${control(4)}.ControlInputParameters[1].ParameterValue`, '32'],
    ['a recovery point of 745 hours', `${control(4)}.ControlInputParameters`, [
      { ParameterName: 'recoveryPointAgeUnit', ParameterValue: 'hours' }, { ParameterName: 'recoveryPointAgeValue', ParameterValue: '745' },
    ]],
    ['no restore time', `${control(5)}.ControlInputParameters`, undefined],
    ['a restore time of a word', `${control(5)}.ControlInputParameters[0].ParameterValue`, '12 hours'],
    ['6 accounts', `${control(2)}.ControlInputParameters[0].ParameterValue`, times(6, (index) => `11112222333${index}`).join(',')],
    ['an account of 11 digits', `${control(2)}.ControlInputParameters[0].ParameterValue`, '11112222333'],
    ['6 roles', control(0), {
      ControlName: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
      ControlInputParameters: [{ ParameterName: 'principalArnList', ParameterValue: times(6, (index) => `arn:aws:iam::111122223333:role/r${index}`).join(',') }],
    }],
    ['an air-gapped copy of 92 days', control(0), {
      ControlName: 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
      ControlInputParameters: [{ ParameterName: 'recoveryPointAgeUnit', ParameterValue: 'days' }, { ParameterName: 'recoveryPointAgeValue', ParameterValue: '92' }],
    }],
    ['an air-gapped copy of 23 hours', control(0), {
      ControlName: 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
      ControlInputParameters: [{ ParameterName: 'recoveryPointAgeUnit', ParameterValue: 'hours' }, { ParameterName: 'recoveryPointAgeValue', ParameterValue: '23' }],
    }],
  ]),
  ...mistakes(RuleId.CONTROL_SCOPE, 'Framework', [
    ['a control with two tags', `${control(3)}.ControlScope.Tags`, [{ Key: 'a', Value: '1' }, { Key: 'b', Value: '2' }]],
    ['a control of recovery points with types', `${control(0)}.ControlScope`, { ComplianceResourceTypes: ['EBS'] }],
  ]),
  ...mistakes(RuleId.REPORT_PLAN_FORMAT, 'JobReport', [
    ['JSON for several accounts', 'ReportDeliveryChannel.Formats', ['JSON']],
    ['JSON for several accounts beside CSV', 'ReportDeliveryChannel.Formats', ['CSV', 'JSON']],
    ['a format that does not exist', 'ReportDeliveryChannel.Formats', ['PDF']],
  ]),
  ...mistakes(RuleId.REPORT_PLAN_FORMAT, 'ComplianceReport', [
    ['a compliance report without frameworks', 'ReportSetting.FrameworkArns', undefined],
    ['a compliance report with no frameworks', 'ReportSetting.FrameworkArns', []],
    ['a compliance report of resources without frameworks', 'ReportSetting', { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT' }],
    ['frameworks for the organization', 'ReportSetting.Accounts', ['ROOT']],
    ['JSON for the organization', 'ReportSetting.Accounts', ['ROOT']],
    ['JSON for all Regions', 'ReportSetting.Regions', ['*']],
    ['JSON for organizational units', 'ReportSetting.OrganizationUnits', ['ou-abcd-12345678', 'ou-abcd-12345679']],
  ]),
];

/** 7, V3, V25 */
const RESTORE_TESTS = [
  ...mistakes(RuleId.RESTORE_TESTING_NAME, 'RestoreTests', [
    ['a hyphen in the name of restore tests', 'RestoreTestingPlanName', 'weekly-tests'],
    ['a name of restore tests of 51 characters', 'RestoreTestingPlanName', 'r'.repeat(51)],
    ['an empty name of restore tests', 'RestoreTestingPlanName', ''],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_NAME, 'TestedBuckets', [
    ['a hyphen in the name of a tested selection', 'RestoreTestingSelectionName', 'tested-buckets'],
    ['a name of a tested selection of 51 characters', 'RestoreTestingSelectionName', 's'.repeat(51)],
  ]),
  ...scheduled(RuleId.RESTORE_TESTING_SCHEDULE, 'RestoreTests', 'ScheduleExpression'),
  ...mistakes(RuleId.RESTORE_TESTING_SCHEDULE, 'RestoreTests', TIME_ZONES.map(([name, , value]) => [name, 'ScheduleExpressionTimezone', value])),
  ...mistakes(RuleId.RESTORE_TESTING_WINDOWS, 'RestoreTests', [
    ['a start window of 0 hours', 'StartWindowHours', 0],
    ['a start window of 169 hours', 'StartWindowHours', 169],
    ['a selection window of 0 days', 'RecoveryPointSelection.SelectionWindowDays', 0],
    ['a selection window of 366 days', 'RecoveryPointSelection.SelectionWindowDays', 366],
    ['a selection window of 366 days, as a string', 'RecoveryPointSelection.SelectionWindowDays', '366'],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_WINDOWS, 'TestedBuckets', [
    ['a validation window of 169 hours', 'ValidationWindowHours', 169],
    ['a validation window of -1 hours', 'ValidationWindowHours', -1],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_TYPE, 'TestedInstances', [
    ['a restore test of a type that has none', 'ProtectedResourceType', 'Timestream'],
    ['a restore test of Redshift', 'ProtectedResourceType', 'Redshift'],
    ['a restore test of virtual machines', 'ProtectedResourceType', 'VirtualMachine'],
    ['a restore test of a type in lower case', 'ProtectedResourceType', 'ec2'],
    ['a restore test of a type of CloudFormation', 'ProtectedResourceType', 'AWS::EC2::Instance'],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_FSX, 'TestedFileSystems', [
    ['a restore test of Lustre without subnets', 'RestoreMetadataOverrides', undefined],
    ['a restore test of Lustre with other overrides', 'RestoreMetadataOverrides', { kmsKeyId: 'alias/aws/fsx' }],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_OVERRIDES, 'TestedInstances', [
    ['a list in overrides as a word', 'RestoreMetadataOverrides.securityGroupIds', 'sg-0123456789abcdef0'],
    ['a list in overrides with commas', 'RestoreMetadataOverrides.securityGroupIds', 'sg-0123456789abcdef0,sg-0123456789abcdef1'],
    ['a list in overrides with single quotes', 'RestoreMetadataOverrides.securityGroupIds', "['sg-0123456789abcdef0']"],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_RESOURCES, 'TestedInstances', [
    ['31 ARNs of restore tests', '', {
      RestoreTestingPlanName: 'weekly_tests',
      RestoreTestingSelectionName: 's',
      ProtectedResourceType: 'EC2',
      IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ProtectedResourceArns: times(31, (index) => `arn:aws:ec2:eu-west-1:111122223333:instance/i-${index}`),
    }],
    ['a star beside an ARN', '', {
      RestoreTestingPlanName: 'weekly_tests',
      RestoreTestingSelectionName: 's',
      ProtectedResourceType: 'EC2',
      IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      ProtectedResourceArns: ['*', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'],
    }],
    ['conditions beside an ARN', 'ProtectedResourceArns', ['arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0']],
    ['31 conditions of restore tests', 'ProtectedResourceConditions.StringEquals', times(31, (index) => ({ Key: `aws:ResourceTag/t${index}`, Value: 'x' }))],
  ]),
  ...mistakes(RuleId.RESTORE_TESTING_RESOURCES, 'RestoreTests', [
    ['31 included vaults', 'RecoveryPointSelection.IncludeVaults', times(31, (index) => `${VAULT_ARN}${index}`)],
    ['31 excluded vaults', 'RecoveryPointSelection.ExcludeVaults', times(31, (index) => `${VAULT_ARN}${index}`)],
  ]),
];

/** 1 to 8: what the schema of CloudFormation requires. */
const NEEDED: readonly (readonly [resource: string, paths: string])[] = [
  ['Vault', 'BackupVaultName Notifications.SNSTopicArn Notifications.BackupVaultEvents LockConfiguration.MinRetentionDays'],
  ['AirGappedVault', 'BackupVaultName MinRetentionDays MaxRetentionDays'],
  ['Plan', `BackupPlan BackupPlan.BackupPlanName ${RULES} ${DAILY}.RuleName ${DAILY}.TargetBackupVault ${COPY}.DestinationBackupVaultArn `
    + 'BackupPlan.AdvancedBackupSettings[0].ResourceType BackupPlan.AdvancedBackupSettings[0].BackupOptions'],
  ['Tagged', `BackupPlanId ${IN_SELECTION} ${IN_SELECTION}.SelectionName ${IN_SELECTION}.IamRoleArn ${IN_SELECTION}.ListOfTags[0].ConditionKey `
    + `${IN_SELECTION}.ListOfTags[0].ConditionValue ${IN_SELECTION}.ListOfTags[0].ConditionType`],
  ['Framework', 'FrameworkControls FrameworkControls[0].ControlName FrameworkControls[1].ControlInputParameters[0].ParameterName '
    + 'FrameworkControls[1].ControlInputParameters[0].ParameterValue'],
  ['JobReport', 'ReportSetting ReportSetting.ReportTemplate ReportDeliveryChannel ReportDeliveryChannel.S3BucketName'],
  ['RestoreTests', 'RestoreTestingPlanName ScheduleExpression RecoveryPointSelection RecoveryPointSelection.Algorithm '
    + 'RecoveryPointSelection.RecoveryPointTypes RecoveryPointSelection.IncludeVaults'],
  ['TestedInstances', 'RestoreTestingPlanName RestoreTestingSelectionName ProtectedResourceType IamRoleArn ProtectedResourceConditions.StringEquals[0].Key '
    + 'ProtectedResourceConditions.StringEquals[0].Value'],
  ['Tiering', 'TieringConfigurationName BackupVaultName ResourceSelection ResourceSelection[0].Resources ResourceSelection[0].ResourceType '
    + 'ResourceSelection[0].TieringDownSettingsInDays'],
  ['Hold', 'Title Description RecoveryPointSelection RecoveryPointSelection.DateRange.FromDate RecoveryPointSelection.DateRange.ToDate'],
  ['AccessPoint', 'RecoveryPointArn'],
];

const SHAPES = [
  ...NEEDED.flatMap(([resource, paths]) => mistakes(RuleId.RESOURCE_PROPERTIES, resource, paths.split(' ').flatMap((path): Row[] => [
    [`no ${path} in ${resource}`, path, undefined],
    [`${path} that is left out in ${resource}`, path, { Ref: 'AWS::NoValue' }],
    [`${path} that is null in ${resource}`, path, null],
  ]))),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'Vault', [
    ['tags of a vault as a list', 'BackupVaultTags', [{ Key: 'team', Value: 'orders' }]],
    ['a lock that is a number', 'LockConfiguration', 30],
    ['a lock of half days', 'LockConfiguration.MinRetentionDays', 1.5],
    ['a lock of a word', 'LockConfiguration.MinRetentionDays', 'thirty'],
    ['events as a text', 'Notifications.BackupVaultEvents', 'BACKUP_JOB_FAILED'],
  ]),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'Plan', [
    ['tags of a plan as a list', 'BackupPlanTags', [{ Key: 'team', Value: 'orders' }]],
    ['one rule that is not a list', RULES, { RuleName: 'daily', TargetBackupVault: 'orders' }],
    ['a start window of a word', `${DAILY}.StartWindowMinutes`, 'one hour'],
    ['a retention of a word', `${DAILY}.Lifecycle.DeleteAfterDays`, 'never'],
    ['an empty retention', `${DAILY}.Lifecycle.DeleteAfterDays`, ''],
    ['cold storage as a word', `${COPY}.Lifecycle.MoveToColdStorageAfterDays`, 'soon'],
    ['a lifecycle as a number', `${DAILY}.Lifecycle`, 35],
    ['one copy that is not a list', `${DAILY}.CopyActions`, { DestinationBackupVaultArn: VAULT_ARN }],
    ['tags of recovery points as a list', `${DAILY}.RecoveryPointTags`, [{ Key: 'plan', Value: 'orders' }]],
    ['a continuous rule by a word', `${RULES}[0].EnableContinuousBackup`, 'always'],
  ]),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'Volumes', [
    ['resources as a text', `${IN_SELECTION}.Resources`, 'arn:aws:ec2:*:*:volume/*'],
    ['conditions as a list', `${IN_SELECTION}.Conditions`, [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'weekly' }]],
    ['conditions as IAM has them', `${IN_SELECTION}.Conditions.StringEquals`, { 'aws:ResourceTag/backup': 'weekly' }],
  ]),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'Tagged', [
    ['a tag that is not a list', `${IN_SELECTION}.ListOfTags`, { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'monthly' }],
  ]),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'TestedInstances', [
    ['a list in overrides that is a list', 'RestoreMetadataOverrides.securityGroupIds', ['sg-0123456789abcdef0']],
    ['a validation window of a word', 'ValidationWindowHours', 'a day'],
  ]),
  ...mistakes(RuleId.RESOURCE_PROPERTIES, 'Tiering', [
    ['tiering of half days', 'ResourceSelection[0].TieringDownSettingsInDays', 60.5],
    ['tags of tiering as a list', 'TieringConfigurationTags', [{ Key: 'a', Value: 'b' }]],
  ]),
];

/** 1.8 */
const ACCESS_POINTS = mistakes(RuleId.ACCESS_POINT, 'AccessPoint', [
  ['capitals in the name of an access point', 'Name', 'Orders'],
  ['an underscore in the name of an access point', 'Name', 'orders_backup'],
  ['a hyphen first in the name of an access point', 'Name', '-orders'],
  ['a name of an access point of 2 characters', 'Name', 'or'],
  ['a name of an access point of 51 characters', 'Name', 'o'.repeat(51)],
  ['the end of an alias in the name of an access point', 'Name', 'orders-s3alias'],
  ['an access point to a snapshot', 'RecoveryPointArn', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0'],
  ['an access point to a vault', 'RecoveryPointArn', VAULT_ARN],
  ['an access point at no time', 'AccessPointInTime', 'noon'],
]);

const FORMS = [
  ...mistakes(RuleId.VALUE_FORM, 'Vault', [
    ['the name of a topic', 'Notifications.SNSTopicArn', 'backups'],
    ['a queue for a topic', 'Notifications.SNSTopicArn', 'arn:aws:sqs:eu-west-1:111122223333:backups'],
    ['a queue for a topic by Sub', 'Notifications.SNSTopicArn', { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:backups' }],
    ['the name of the topic by GetAtt', 'Notifications.SNSTopicArn', { 'Fn::GetAtt': ['Topic', 'TopicName'] }],
    ['a tag of a vault that AWS reserves', 'BackupVaultTags', { 'aws:team': 'orders' }],
    ['a tag of a vault with a key of 129 characters', 'BackupVaultTags', { ['k'.repeat(129)]: 'orders' }],
  ]),
  ...mistakes(RuleId.VALUE_FORM, 'AirGappedVault', [['a word for an approval team', 'MpaApprovalTeamArn', 'approvers']]),
  ...mistakes(RuleId.VALUE_FORM, 'AirGappedPlan', [['the name of the role of a scanner', 'BackupPlan.ScanSettings[0].ScannerRoleArn', 'scanner']]),
  ...mistakes(RuleId.VALUE_FORM, 'JobReport', [
    ['an account of 4 digits', 'ReportSetting.Accounts[1]', '1234'],
    ['an account of 13 digits', 'ReportSetting.Accounts[0]', '1111222233334'],
    ['a Region on another planet', 'ReportSetting.Regions[1]', 'mars-1'],
    ['a Region in uppercase letters', 'ReportSetting.Regions[0]', 'EU-WEST-1'],
    ['the ARN of the bucket of reports', 'ReportDeliveryChannel.S3BucketName', { 'Fn::GetAtt': ['ReportsBucket', 'Arn'] }],
    ['the URI of a bucket of reports', 'ReportDeliveryChannel.S3BucketName', 's3://reports'],
    ['a bucket of reports of 2 letters', 'ReportDeliveryChannel.S3BucketName', 'ab'],
    ['a tag of a report plan with a value of 257 characters', 'ReportPlanTags', [{ Key: 'team', Value: 'v'.repeat(257) }]],
  ]),
  ...mistakes(RuleId.VALUE_FORM, 'ComplianceReport', [['the name of a framework', 'ReportSetting.FrameworkArns[0]', 'orders_framework']]),
  ...mistakes(RuleId.VALUE_FORM, 'Framework', [['an empty tag of a framework', 'FrameworkTags', [{ Key: '', Value: 'orders' }]]]),
  ...mistakes(RuleId.VALUE_FORM, 'RestoreTests', [['the name of a vault that is not tested', 'RecoveryPointSelection.ExcludeVaults', ['orders']]]),
  ...mistakes(RuleId.VALUE_FORM, 'TestedBuckets', [
    ['a word for a tested resource', 'ProtectedResourceArns[0]', 'foo'],
    ['the name of a tested bucket by Ref', 'ProtectedResourceArns[0]', { Ref: 'Bucket' }],
    ['a hyphen in the name of the plan of tests', 'RestoreTestingPlanName', 'weekly-tests'],
  ]),
  ...mistakes(RuleId.VALUE_FORM, 'Tiering', [['the name of a tiered bucket', 'ResourceSelection[0].Resources[0]', 'orders']]),
];

const PROBABLY_WRONG_FORMS = [
  ...mistakes(RuleId.VALUE_FORM, 'JobReport', [
    ['an underscore in a bucket', 'ReportDeliveryChannel.S3BucketName', 'Bad_Bucket'],
    ['the name of a unit', 'ReportSetting.OrganizationUnits', ['Production']],
    ['a Region that does not exist yet', 'ReportSetting.Regions[0]', 'eu-west-9'],
  ]),
  ...mistakes(RuleId.VALUE_FORM, 'Hold', [['the ARN of a vault that is held', 'RecoveryPointSelection.VaultNames[0]', VAULT_ARN]]),
];

/** 3.1, 7.2 */
const ROLES = [
  ...([['Volumes', `${IN_SELECTION}.IamRoleArn`], ['TestedInstances', 'IamRoleArn']] as const).flatMap(([resource, path]) => mistakes(RuleId.SELECTION_ROLE, resource, [
    [`the name of a role in ${resource}, by Ref`, path, { Ref: 'Role' }],
    [`the name of a role in ${resource}`, path, 'backup'],
    [`the ARN of a policy in ${resource}`, path, 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'],
    [`the ARN of a role with its account too short in ${resource}`, path, 'arn:aws:iam::11112222333:role/backup'],
  ])),
  ...['Buckets', 'TestedInstances'].map((resource) => mistake(RuleId.SELECTION_ROLE, resource, `a role of ${resource} that another service can assume`, ({ Role }) => {
    Role.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = 'ec2.amazonaws.com';
  })),
  mistake(RuleId.SELECTION_ROLE, 'Buckets', 'a role that the account can assume', ({ Role }) => {
    Role.Properties.AssumeRolePolicyDocument.Statement[0].Principal = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } };
  }),
  mistake(RuleId.RULE_INDEXES_AND_SCANS, 'AirGappedPlan', 'a role of a scanner that Amazon GuardDuty cannot assume for scans', ({ Role }) => {
    Role.Properties.AssumeRolePolicyDocument.Statement[1].Principal.Service = 'guardduty.amazonaws.com';
  }),
  ...mistakes(RuleId.SELECTION_PLAN, 'Volumes', [
    ['the ARN of a plan by GetAtt', 'BackupPlanId', { 'Fn::GetAtt': ['Plan', 'BackupPlanArn'] }],
    ['the ARN of a plan', 'BackupPlanId', 'arn:aws:backup:eu-west-1:111122223333:backup-plan:1234abcd-12ab-34cd-56ef-1234567890ab'],
  ]),
  mistake(RuleId.RESOURCE_PROPERTIES, 'Vault', 'a type with a wrong capital', ({ Vault }) => { Vault.Type = 'AWS::Backup::Backupvault'; }),
];

/** 2.5, 2.6, 3.3, 5.4, 6.1: mistakes of several resources together. */
const TOGETHER = [
  mistake(RuleId.BUCKET_VERSIONED, 'Bucket', 'a bucket without versions', ({ Bucket }) => { delete Bucket.Properties; }),
  mistake(RuleId.BUCKET_VERSIONED, 'Bucket', 'a bucket whose versions are suspended', ({ Bucket }) => { Bucket.Properties.VersioningConfiguration.Status = 'Suspended'; }),
  mistake(RuleId.SELECTION_ROLE_FOR_S3, 'Buckets', 'a role without the policy for S3', ({ Role }) => { Role.Properties.ManagedPolicyArns.splice(2, 1); }),
  mistake(RuleId.S3_BACKUPS_IN_ONE_VAULT, 'Plan', 'a continuous and a daily backup of a bucket in two vaults', ({ Plan }) => {
    Plan.Properties.BackupPlan.BackupPlanRule[1].TargetBackupVault = 'elsewhere';
  }),
  mistake(RuleId.COPY_SUPPORTED, 'Plan', 'a copy of Redshift', (resources) => {
    resources.Cluster = { Type: 'AWS::Redshift::Cluster', Properties: { ClusterIdentifier: 'orders', Encrypted: true } };
    resources.Buckets.Properties.BackupSelection.Resources.push({ 'Fn::Sub': 'arn:aws:redshift:${AWS::Region}:${AWS::AccountId}:cluster:orders' });
  }),
  mistake(RuleId.COPY_SUPPORTED, 'Plan', 'a copy of Redshift that is in none of the templates', (resources) => {
    resources.Buckets.Properties.BackupSelection.Resources.push('arn:aws:redshift:eu-west-1:111122223333:cluster:orders');
  }),
  mistake(RuleId.COPY_SUPPORTED, 'Plan', 'a copy of a Multi-AZ cluster', (resources) => {
    resources.Cluster = { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'postgres', DBClusterInstanceClass: 'db.m6gd.large', DBClusterIdentifier: 'orders' } };
    resources.Buckets.Properties.BackupSelection.Resources.push({ 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:orders' });
  }),
  mistake(RuleId.TOPIC_STANDARD, 'Vault', 'a FIFO topic of the template', ({ Topic }) => { Object.assign(Topic.Properties, { FifoTopic: true, TopicName: 'backups.fifo' }); }),
  mistake(RuleId.TOPIC_KEY, 'Vault', 'a topic with the key of SNS', ({ Topic }) => { Topic.Properties.KmsMasterKeyId = 'alias/aws/sns'; }),
  mistake(RuleId.TOPIC_KEY, 'Vault', 'a topic whose key does not let AWS Backup in', ({ Key }) => { Key.Properties.KeyPolicy.Statement.pop(); }),
  mistake(RuleId.VAULT_KEY_POLICY, 'Key', 'a key that lets no role of the account in', ({ Key }) => { Key.Properties.KeyPolicy.Statement.shift(); }),
  mistake(RuleId.POLICY_GRAMMAR, 'Key', 'an effect in small letters', ({ Key }) => { Key.Properties.KeyPolicy.Statement[0].Effect = 'allow'; }),
  mistake(RuleId.ROLE_POLICY_PATHS, 'Role', 'a policy without its path', ({ Role }) => {
    Role.Properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForBackup'];
  }),
  mistake(RuleId.POLICY_GRAMMAR, 'Role', 'a trust policy with a resource', ({ Role }) => { Role.Properties.AssumeRolePolicyDocument.Statement[0].Resource = '*'; }),
  mistake(RuleId.TOPIC_POLICY, 'Vault', 'a topic that lets another service in', ({ TopicPolicy }) => {
    TopicPolicy.Properties.PolicyDocument.Statement[0].Principal.Service = 'events.amazonaws.com';
  }),
  mistake(RuleId.TOPIC_PLACE, 'Vault', 'a topic of another account', ({ Vault }) => {
    Vault.Properties.Notifications.SNSTopicArn = 'arn:aws:sns:eu-west-1:444455556666:backups';
  }),
  mistake(RuleId.TOPIC_PLACE, 'Vault', 'a topic of another Region', ({ Vault }) => { Vault.Properties.Notifications.SNSTopicArn = 'arn:aws:sns:us-east-1:111122223333:backups'; }),
  mistake(RuleId.REPORT_BUCKET_POLICY, 'JobReport', 'a bucket that lets another role write reports', ({ ReportsBucketPolicy }) => {
    ReportsBucketPolicy.Properties.PolicyDocument.Statement[0].Principal.AWS = 'arn:aws:iam::111122223333:role/reports';
  }),
  mistake(RuleId.REPORT_BUCKET_POLICY, 'JobReport', 'a bucket that lets the role of reports read only', ({ ReportsBucketPolicy }) => {
    ReportsBucketPolicy.Properties.PolicyDocument.Statement[0].Action = 's3:GetObject';
  }),
  mistake(RuleId.SELECTION_QUOTAS, 'Plan', '101 selections of a plan', (resources) => {
    for (let index = 0; index < 100; index++) { resources[`Other${index}`] = structuredClone(resources.Buckets) as unknown; }
  }),
  mistake(RuleId.SELECTION_QUOTAS, 'MonthlyPlan', '11 selections by tags of a plan', (resources) => {
    for (let index = 0; index < 10; index++) { resources[`Other${index}`] = structuredClone(resources.Tagged) as unknown; }
  }),
  mistake(RuleId.NAME_GIVEN_TWICE, 'Again', 'two tiering configurations of a vault', (resources) => {
    resources.Again = structuredClone(resources.Tiering) as unknown;
    resources.Again.Properties.TieringConfigurationName = 'again';
  }),
  mistake(RuleId.VAULT_KEY, 'Vault', 'a key of another Region', ({ Vault }) => { Vault.Properties.EncryptionKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'; }),
];

const ELSEWHERE_RESTORES = { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'backup:StartRestoreJob', Resource: '*' };
const READS_AND_WRITES = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** A resource that the selection of buckets selects by its ARN. */
function selected(resources: Template, logicalId: string, resource: object, arn: unknown): void {
  resources[logicalId] = resource;
  resources.Buckets.Properties.BackupSelection.Resources.push(arn);
}

const inPlace = (resource: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:${resource}` });

/** Deployments that fail, and jobs that always fail. */
const FAILURES = [
  mistake(RuleId.CIRCULAR_DEPENDENCY, 'Topic', 'a topic after its policy', ({ Topic }) => { Topic.DependsOn = 'TopicPolicy'; }),
  mistake(RuleId.VAULT_KEY_CHANGEABLE, 'Key', 'a key whose policy nobody can change', ({ Key }) => {
    Key.Properties.KeyPolicy.Statement[0].Action = READS_AND_WRITES;
  }),
  mistake(RuleId.VAULT_POLICY_ACCOUNTS, 'Vault', 'a policy that lets another account restore', ({ Vault }) => {
    Vault.Properties.AccessPolicy.Statement.push(ELSEWHERE_RESTORES);
  }),
  mistake(RuleId.COPY_INTO_AIR_GAPPED_VAULT, 'Plan', 'a copy of a database into an air-gapped vault', (resources) => {
    selected(resources, 'Database', { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'orders', Engine: 'postgres' } },
      inPlace('rds:${AWS::Region}:${AWS::AccountId}:db:orders'));
  }),
  mistake(RuleId.SELECTION_ROLE_PERMISSIONS, 'Buckets', 'a role that is not allowed to back up file systems', ({ Role }) => {
    Role.Properties.ManagedPolicyArns.shift();
  }),
  mistake(RuleId.RESTORE_TESTING_ROLE, 'TestedBuckets', 'a role that is not allowed to restore buckets', ({ Role }) => {
    Role.Properties.ManagedPolicyArns.pop();
  }),
  mistake(RuleId.BUCKET_KEY_POLICY, 'BucketKey', 'a bucket with a key that only its administrators can use', (resources) => {
    resources.BucketKey = structuredClone(resources.Key) as unknown;
    resources.BucketKey.Properties.KeyPolicy.Statement = [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/administrator' }, Action: 'kms:*', Resource: '*' },
    ];
    resources.Bucket.Properties.BucketEncryption = {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['BucketKey', 'Arn'] } } }],
    };
  }),
  mistake(RuleId.ORGANIZATION_POLICY, 'OrganizationPolicy', 'a policy of an organization that is not JSON', (resources) => {
    resources.OrganizationPolicy = { Type: 'AWS::Organizations::Policy', Properties: { Name: 'gold', Type: 'BACKUP_POLICY', Content: 'plans: gold' } };
  }),
  mistake(RuleId.MISSING_IN_REGION, 'Framework', 'a framework in Israel', () => { /* The template is valid elsewhere */ }, { region: 'il-central-1' }),
];

const ENUMS = [
  ...mistakes(RuleId.RESTORE_TESTING_RECOVERY_POINTS, 'RestoreTests', [
    ['the name of an included vault', 'RecoveryPointSelection.IncludeVaults', ['orders']],
    ['an algorithm that does not exist', 'RecoveryPointSelection.Algorithm', 'LATEST'],
    ['an algorithm in lower case', 'RecoveryPointSelection.Algorithm', 'random_within_window'],
    ['a type of recovery points that does not exist', 'RecoveryPointSelection.RecoveryPointTypes', ['PITR']],
  ]),
  ...mistakes(RuleId.REPORT_PLAN_FORMAT, 'JobReport', [['a template that does not exist', 'ReportSetting.ReportTemplate', 'JOB_REPORT']]),
  ...mistakes(RuleId.RULE_INDEXES_AND_SCANS, 'AirGappedPlan', [
    ['a scan of an unknown mode', `${RULES}[0].ScanActions`, [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL' }]],
    ['a scan by an unknown scanner', `${RULES}[0].ScanActions`, [{ MalwareScanner: 'MACIE', ScanMode: 'FULL_SCAN' }]],
  ]),
  ...mistakes(RuleId.ADVANCED_SETTINGS, 'Plan', [
    ['an option that does not exist', 'BackupPlan.AdvancedBackupSettings[0].BackupOptions', { WindowsVss: 'enabled' }],
    ['a value of an option that does not exist', 'BackupPlan.AdvancedBackupSettings[0].BackupOptions.WindowsVSS', 'on'],
    ['options of a type that has none', 'BackupPlan.AdvancedBackupSettings[0].ResourceType', 'RDS'],
  ]),
];

export const MISTAKES: readonly Mistake[] = [
  ...NAMES_OF_VAULTS, ...VAULTS, ...AIR_GAPPED_VAULTS, ...STORAGE, ...PLANS, ...RULE_TIMES, ...LIFECYCLES, ...LOCKS, ...CONTINUOUS, ...COPIES,
  ...OPTIONS,
  ...SELECTIONS, ...AUDITS, ...RESTORE_TESTS, ...SHAPES, ...ENUMS, ...ACCESS_POINTS, ...FORMS, ...ROLES, ...TOGETHER,
  mistake(RuleId.NESTED_STACK_TEMPLATE, 'Nested', 'the template of a nested stack by a URL of S3', (resources) => {
    resources.Nested = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 's3://templates/nested.yaml' } };
  }),
  ...FAILURES,
];

const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] } };
const withTable = (change: (resources: Template) => void = () => undefined) => (resources: Template) => {
  selected(resources, 'Orders', TABLE, inPlace('dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders'));
  change(resources);
};

function toOtherAccount({ Plan }: Template): void {
  Plan.Properties.BackupPlan.BackupPlanRule[1].CopyActions = [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:444455556666:backup-vault:orders' }];
}

/** Errors of the packs that check more than validity. */
export const UNSAFE: readonly Mistake[] = [
  ...withOptions({ minRetention: 35 }, mistakes(RuleId.RULE_MIN_RETENTION, 'Plan', [['a retention of less than is required', `${DAILY}.Lifecycle.DeleteAfterDays`, 34]])),
  ...withOptions({ maxRetention: 365 }, mistakes(RuleId.RULE_MAX_RETENTION, 'Plan', [['a retention of more than is allowed', `${DAILY}.Lifecycle.DeleteAfterDays`, 366]])),
  ...withOptions({ requiredCopyRegions: ['eu-central-1'] }, mistakes(RuleId.REQUIRED_COPIES, 'Plan', [['no copy to a required Region', COPY, undefined]])),
  mistake(RuleId.RESOURCE_IN_PLAN, 'Orders', 'a table that no selection selects', (resources) => { resources.Orders = TABLE; }),
  ...withOptions({ dynamoDbAdvancedFeatures: false }, [
    mistake(RuleId.DYNAMODB_CROSS_REGION_COPY, 'Plan', 'a copy of a table to another Region', withTable()),
    mistake(RuleId.DYNAMODB_CROSS_ACCOUNT_COPY, 'Plan', 'a copy of a table to another account', withTable(toOtherAccount)),
    mistake(RuleId.DYNAMODB_COLD_STORAGE, 'Plan', 'a table that is moved to cold storage', withTable(({ Plan }) => {
      Plan.Properties.BackupPlan.BackupPlanRule[1].Lifecycle = { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 };
    })),
  ]),
  mistake(RuleId.COPY_SOURCE_KEY, 'Plan', 'a copy to an account that cannot use the key of a file system', toOtherAccount),
];

/** Another key of the archive, as the template creates the first one. */
function ownKey(resources: Template): void {
  resources.ArchiveKey = structuredClone(resources.Key) as unknown;
  resources.ComplianceVault.Properties.EncryptionKeyArn = { 'Fn::GetAtt': ['ArchiveKey', 'Arn'] };
}

/** A database that plan `gold` selects, and its key. */
function ownDatabase(key: Template): (resources: Template) => void {
  return (resources) => {
    resources.DatabaseKey = { Type: 'AWS::KMS::Key', ...key };
    selected(resources, 'Database', {
      Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'orders', Engine: 'postgres', StorageEncrypted: true, KmsKeyId: { 'Fn::GetAtt': ['DatabaseKey', 'Arn'] } },
    }, inPlace('rds:${AWS::Region}:${AWS::AccountId}:db:orders'));
  };
}

/** The policy that denies everyone the deletion of recovery points, and changes of the policy. */
function sealed({ Vault, ComplianceVault }: Template): void {
  ComplianceVault.Properties.AccessPolicy = structuredClone(Vault.Properties.AccessPolicy) as unknown;
}

/** Warnings about what deploys, and does less than the template seems to say. */
const DOUBTFUL = [
  ...mistakes(RuleId.VAULT_LOCK_COOLING_OFF, 'ComplianceVault', [['a lock that can be corrected for 3 days', 'LockConfiguration.ChangeableForDays', 3]]),
  ...mistakes(RuleId.VAULT_KEY_DELETION_WINDOW, 'Key', [['a key that is deleted after 7 days', 'PendingWindowInDays', 7]]),
  mistake(RuleId.VAULT_KEY_RETAINED, 'ArchiveKey', 'a key that is deleted with its stack', ownKey),
  mistake(RuleId.VAULT_KEY_ROTATION, 'ArchiveKey', 'a key without rotation', ownKey),
  mistake(RuleId.RESOURCE_KEY_RETAINED, 'DatabaseKey', 'a database whose key is deleted with its stack', ownDatabase({ Properties: { EnableKeyRotation: true } })),
  mistake(RuleId.RESOURCE_KEY_ROTATION, 'DatabaseKey', 'a database whose key is not rotated', ownDatabase({ DeletionPolicy: 'Retain', Properties: {} })),
  mistake(RuleId.RESOURCE_KEY_DELETION_WINDOW, 'DatabaseKey', 'a database whose key is deleted after 7 days',
    ownDatabase({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true, PendingWindowInDays: 7 } })),
  mistake(RuleId.VAULT_RETAINED, 'Again', 'a vault with a lock that is deleted with its stack', (resources) => {
    resources.Again = structuredClone(resources.Vault) as unknown;
    resources.Again.Properties.BackupVaultName = 'again';
  }),
  ...mistakes(RuleId.VAULT_CUSTOMER_MANAGED_KEY, 'ComplianceVault', [['a vault without a key', 'EncryptionKeyArn', undefined]]),
  ...mistakes(RuleId.VAULT_LOCKED, 'Vault', [['a vault without a lock', 'LockConfiguration', undefined]]),
  ...mistakes(RuleId.VAULT_DELETION_GUARD, 'Vault', [['a policy that denies two of three actions', 'AccessPolicy.Statement[0].Action[0]', undefined]]),
  ...mistakes(RuleId.VAULT_GUARD_EXEMPTIONS, 'Vault', [
    ['an exempt role of IAM Identity Center without its path', 'AccessPolicy.Statement[0].Condition',
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/AWSReservedSSO_Administrator_0123456789abcdef' } }],
  ]),
  ...mistakes(RuleId.VAULT_EXEMPT_ROLES, 'Vault', [
    ['exempt roles that the template does not create', 'AccessPolicy.Statement[0].Condition',
      { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/break-glass', 'arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-central-1'] } }],
  ]),
  mistake(RuleId.VAULT_GUARD_REMOVABLE, 'ComplianceVault', 'a policy that anyone can remove', sealed),
  mistake(RuleId.VAULT_LOCK_SEALED, 'ComplianceVault', 'a lock whose policy nobody can change', sealed),
  ...mistakes(RuleId.VAULT_NOTIFIES, 'Vault', [['a vault that notifies no topic', 'Notifications', undefined]]),
  ...mistakes(RuleId.DEFAULT_VAULT, 'MonthlyPlan', [['all rules into the default vault', `${RULES}[0].TargetBackupVault`, 'Default']]),
  ...mistakes(RuleId.RULE_INTERVAL, 'AirGappedPlan', [['a backup every half hour', `${RULES}[0].ScheduleExpression`, 'cron(0/30 * * * ? *)']]),
  ...mistakes(RuleId.RULE_COMPLETION_WINDOW, 'Plan', [['a completion window as long as the start window', `${DAILY}.CompletionWindowMinutes`, 60]]),
  ...mistakes(RuleId.RULE_SHORT_WARM_STORAGE, 'MonthlyPlan', [['5 days in warm storage', `${RULES}[0].Lifecycle.MoveToColdStorageAfterDays`, 5]]),
  ...mistakes(RuleId.RULE_COLD_STORAGE_UNSUPPORTED, 'Plan', [
    ['buckets in cold storage', `${DAILY}.Lifecycle`, { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 }],
  ]),
  mistake(RuleId.RULE_CONTINUOUS_UNSUPPORTED, 'AirGappedPlan', 'continuous backups of volumes', ({ AirGappedPlan }) => {
    Object.assign(AirGappedPlan.Properties.BackupPlan.BackupPlanRule[0], { EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 } });
  }),
  mistake(RuleId.RULE_SHADOWED, 'Plan', 'a rule at the time of a rule with a longer retention', ({ Plan }) => {
    const daily = Plan.Properties.BackupPlan.BackupPlanRule[1];
    Plan.Properties.BackupPlan.BackupPlanRule.push({ ...daily, RuleName: 'short', Lifecycle: { DeleteAfterDays: 8 }, CopyActions: undefined });
  }),
  mistake(RuleId.ONE_CONTINUOUS_RULE, 'Plan', 'two continuous rules for a bucket', ({ Plan }) => {
    Plan.Properties.BackupPlan.BackupPlanRule.push({ ...Plan.Properties.BackupPlan.BackupPlanRule[0], RuleName: 'again' });
  }),
  mistake(RuleId.RECOVERY_POINTS_EXPIRE, 'MonthlyPlan', 'no retention in a vault with a compliance lock', ({ ComplianceVault, MonthlyPlan }) => {
    delete ComplianceVault.Properties.LockConfiguration.MaxRetentionDays;
    delete MonthlyPlan.Properties.BackupPlan.BackupPlanRule[0].Lifecycle;
  }),
  ...mistakes(RuleId.POINT_IN_TIME_RECOVERY, 'Plan', [['a bucket without continuous backups', `${RULES}[0]`, undefined]]).map((row) => ({ ...row, resource: 'Bucket' })),
  mistake(RuleId.RETAINED_ROLE_POLICIES, 'Role', 'a policy that is deleted before its role', (resources) => {
    resources.Own = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'tag:GetResources', Resource: '*' }] } } };
    resources.Role.DeletionPolicy = 'Retain';
    resources.Role.Properties.ManagedPolicyArns.push({ Ref: 'Own' });
  }),
  ...mistakes(RuleId.SELECTION_NOT_EMPTY, 'Tagged', [['a selection that names nothing', `${IN_SELECTION}.ListOfTags`, undefined]]),
  ...mistakes(RuleId.SELECTION_UNION, 'Volumes', [['a tag list beside ARNs with wildcards', `${IN_SELECTION}.ListOfTags`, [CONDITION]]]),
  ...mistakes(RuleId.BUCKET_EVENTS, 'Bucket', [
    ['a bucket without events', 'NotificationConfiguration', { EventBridgeConfiguration: { EventBridgeEnabled: false } }],
  ]),
  ...mistakes(RuleId.BUCKET_LIFECYCLE, 'Bucket', [
    ['objects that are moved to Glacier', 'LifecycleConfiguration', { Rules: [{ Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 30 }] }] }],
  ]),
  ...withOptions({ dynamoDbAdvancedFeatures: false }, [mistake(RuleId.DYNAMODB_VAULT_KEY, 'Vault', 'a table whose backups do not have the key of the vault', withTable())]),
  // Only with a second template is the account of a vault another one, and the finding an error
  mistake(RuleId.COPY_DESTINATION_KEY, 'AirGappedPlan', 'a copy from an air-gapped vault into a vault without a key', ({ AirGappedPlan, ComplianceVault }) => {
    delete ComplianceVault.Properties.EncryptionKeyArn;
    AirGappedPlan.Properties.BackupPlan.BackupPlanRule[0].CopyActions = [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['ComplianceVault', 'BackupVaultArn'] } }];
  }),
  ...mistakes(RuleId.TOPIC_ENCRYPTED, 'Topic', [['a topic without a key', 'KmsMasterKeyId', undefined]]),
  mistake(RuleId.TOPIC_POLICY_FIRST, 'Vault', 'a vault that does not wait for the policy of its topic', ({ Vault }) => { delete Vault.DependsOn; }),
  mistake(RuleId.TOPIC_SUBSCRIBED, 'Alerts', 'a topic without a subscription', (resources) => {
    resources.Alerts = structuredClone(resources.Topic) as unknown;
    resources.ComplianceVault.Properties.Notifications = { SNSTopicArn: { Ref: 'Alerts' }, BackupVaultEvents: ['BACKUP_JOB_FAILED'] };
  }),
  ...mistakes(RuleId.CONTROL_SCOPE_TYPES, 'Framework', [
    ['a control for a type that it does not evaluate', 'FrameworkControls[2].ControlScope.ComplianceResourceTypes', ['Timestream']],
  ]),
  mistake(RuleId.FRAMEWORK_QUOTAS, 'Framework14', '16 frameworks', (resources) => {
    times(15, (index) => { resources[`Framework${index}`] = { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: `framework_${index}`, FrameworkControls: [] } }; });
  }),
  mistake(RuleId.REPORT_BUCKET_PUBLIC, 'JobReport', 'reports in a public bucket', ({ ReportsBucket }) => { ReportsBucket.Properties.AccessControl = 'PublicRead'; }),
  mistake(RuleId.RESTORE_TESTED, 'Plan', 'file systems whose restores are not tested', (resources) => { delete resources.TestedFileSystems; }),
  ...mistakes(RuleId.COPY_ELSEWHERE, 'Plan', [['no copy to another Region or account', COPY, undefined]]),
  mistake(RuleId.POLICY_WRITTEN_TWICE, 'Again', 'two policies of a bucket', (resources) => { resources.Again = structuredClone(resources.ReportsBucketPolicy) as unknown; }),
];

/** Mistakes that are warnings. */
export const RISKS: readonly Mistake[] = [
  ...PROBABLY_WRONG_FORMS,
  ...DOUBTFUL,
  ...mistakes(RuleId.LITERAL_VARIABLES, 'Vault', [
    ['a variable outside of Sub in the name of a vault', 'BackupVaultName', '${Stage}-orders'],
    ['a variable outside of Sub in a tag', 'BackupVaultTags.team', '${AWS::StackName}'],
  ]),
  ...mistakes(RuleId.LITERAL_VARIABLES, 'Plan', [
    ['a variable outside of Sub in the ARN of a copy', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-central-1:${AWS::AccountId}:backup-vault:orders'],
    ['a variable outside of Sub in a schedule', `${DAILY}.ScheduleExpression`, '${Schedule}'],
  ]),
  ...mistakes(RuleId.COPY_INTO_OWN_VAULT, 'Plan', [['a copy into the vault of the backup', `${COPY}.DestinationBackupVaultArn`, { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }]]),
  ...mistakes(RuleId.COPY_DESTINATION, 'Plan', [['a copy to a misspelled Region', `${COPY}.DestinationBackupVaultArn`, 'arn:aws:backup:eu-centrl-1:111122223333:backup-vault:orders']]),
  ...mistakes(RuleId.COPY_KEPT_SHORTER, 'AirGappedPlan', [
    ['a copy that is kept much shorter', `${RULES}[0].CopyActions`, [{ DestinationBackupVaultArn: VAULT_ARN, Lifecycle: { DeleteAfterDays: 7 } }]],
  ]),
  ...mistakes(RuleId.SELECTION_TAG_VALUES, 'Tagged', [
    ['an asterisk in a tag list', `${IN_SELECTION}.ListOfTags[0].ConditionValue`, 'monthly*'],
  ]),
  ...mistakes(RuleId.SELECTION_TAG_VALUES, 'Volumes', [
    ['an asterisk in an equality', `${IN_SELECTION}.Conditions.StringEquals[0].ConditionValue`, 'weekly*'],
  ]),
];
