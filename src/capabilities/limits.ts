import { type Certainty, type Source, apiModel, cfnSchema, developerGuide } from './source';

/** A bound of AWS Backup: inclusive on both sides. */
export interface Limit {
  readonly what: string;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
  /** @default 'verified' */
  readonly certainty?: Certainty;
  readonly note?: string;
  /**
   * How to fix a value outside of the bounds, as a sentence.
   * @default - raise or lower the value
   */
  readonly remedy?: string;
  readonly source: Source;
}

const QUOTAS = developerGuide('aws-backup-limits', '2026-01-01');
const PLAN_OPTIONS = developerGuide('plan-options-and-configuration', '2026-01-01');
const VAULT_LOCK = developerGuide('vault-lock', '2026-01-01');
const AIR_GAPPED = developerGuide('logicallyairgappedvault', '2026-01-01');
const CONTROLS = developerGuide('controls-and-remediation', '2026-01-01');
const ADJUSTABLE = 'a default that AWS raises on request';

export const LIMITS = {
  // Vault Lock
  lockMinRetentionDays: { what: 'minimum retention of a vault lock', unit: 'days', min: 1, max: 36500, source: VAULT_LOCK },
  lockMaxRetentionDays: { what: 'maximum retention of a vault lock', unit: 'days', min: 1, max: 36500, source: VAULT_LOCK },
  lockChangeableForDays: { what: 'cooling-off time of a compliance lock', unit: 'days', min: 3, max: 36500, source: VAULT_LOCK },
  airGappedMinRetentionDays: { what: 'minimum retention of a logically air-gapped vault', unit: 'days', min: 7, source: AIR_GAPPED },
  airGappedMaxRetentionDays: {
    what: 'maximum retention of a logically air-gapped vault',
    unit: 'days',
    max: 36500,
    certainty: 'unverified',
    note: 'documented for Vault Lock, not for this vault type',
    source: VAULT_LOCK,
  },
  exemptPrincipals: {
    what: 'roles that the manual-deletion control can exempt',
    unit: 'role ARNs',
    max: 5,
    remedy: 'Leave some out.',
    source: developerGuide('controls-and-remediation', '2026-01-01'),
  },

  // Lifecycle
  deleteAfterDays: { what: 'retention of a recovery point', unit: 'days', min: 1, max: 36500, source: PLAN_OPTIONS },
  coldStorageDays: {
    what: 'days that a recovery point stays in cold storage before it is deleted',
    unit: 'days',
    min: 90,
    source: apiModel('Lifecycle'),
  },
  moveToColdStorageAfterDays: {
    what: 'days in warm storage before the move to cold storage',
    unit: 'days',
    min: 1,
    certainty: 'unverified',
    note: 'no hard minimum is documented',
    source: PLAN_OPTIONS,
  },
  recommendedWarmDays: {
    what: 'days in warm storage below which AWS Backup creates another full backup in warm storage',
    unit: 'days',
    min: 8,
    source: PLAN_OPTIONS,
  },
  continuousRetentionDays: { what: 'retention of a continuous backup', unit: 'days', min: 1, max: 35, default: 35, source: PLAN_OPTIONS },

  // Windows
  startWindowMinutes: { what: 'start window', unit: 'minutes', min: 60, max: 52_560_000, default: 480, source: apiModel('BackupRuleInput') },
  completionWindowMinutes: {
    what: 'completion window',
    unit: 'minutes',
    max: 52_560_000,
    default: 10_080,
    note: 'sources disagree whether it counts from the schedule or from the start of the job',
    source: apiModel('StartBackupJobInput'),
  },
  backupIntervalMinutes: {
    what: 'time between two scheduled backups',
    unit: 'minutes',
    min: 60,
    certainty: 'unverified',
    note: 'the shortest interval in the console is hourly; the answer of the API to a shorter one is not documented',
    source: PLAN_OPTIONS,
  },

  // Quotas of a plan and a selection
  rulesPerPlan: { what: 'rules of a plan', unit: 'rules', min: 1, max: 10, remedy: 'Give 1 to 10, and divide more among several plans.', source: QUOTAS },
  copyActionsPerRule: { what: 'copies of a rule', unit: 'copies', max: 5, remedy: 'Leave some out, or create them in another tier or rule.', source: QUOTAS },
  recoveryPointTags: { what: 'tags added to a recovery point', unit: 'tags', max: 10, remedy: 'Leave some out.', source: QUOTAS },
  indexResourceTypesPerRule: { what: 'resource types that a rule indexes', unit: 'types', max: 1, remedy: 'Leave out the others.', source: apiModel('IndexAction') },
  selectionsPerPlan: { what: 'selections of a plan', unit: 'selections', max: 100, remedy: 'Create another plan.', source: QUOTAS },
  tagSelectionsPerPlan: { what: 'selections of a plan that use tags', unit: 'selections by tags', max: 10, remedy: 'Join selections, or create another plan.', source: QUOTAS },
  tagsPerSelection: { what: 'tags of a selection', unit: 'tags', max: 30, remedy: 'Create another selection.', source: QUOTAS },
  conditionsPerSelection: { what: 'conditions of a selection', unit: 'conditions', max: 30, remedy: 'Create another selection.', source: QUOTAS },
  arnsPerSelection: { what: 'ARNs without wildcards in a selection', unit: 'ARNs', max: 500, remedy: 'Create another selection, or select by tags or types.', source: apiModel('BackupSelection') },
  wildcardArnsPerSelection: { what: 'ARNs with wildcards in a selection', unit: 'wildcard ARNs', max: 30, remedy: 'Create another selection, or select by tags or types.', source: apiModel('BackupSelection') },

  // Audit Manager
  frameworksPerRegion: { what: 'frameworks of an account in a Region', unit: 'frameworks', max: 15, note: ADJUSTABLE, source: QUOTAS },
  controlsPerRegion: {
    what: 'controls of an account in a Region',
    unit: 'controls',
    max: 50,
    note: `${ADJUSTABLE}; a control in two frameworks counts twice`,
    source: QUOTAS,
  },
  controlsPerFramework: { what: 'controls of a framework', unit: 'controls', min: 1, remedy: 'Name one.', source: apiModel('FrameworkControl') },
  reportPlanDescription: { what: 'description of a report plan', unit: 'characters', max: 1024, remedy: 'Shorten it.', source: apiModel('ReportPlanDescription') },
  frameworkDescription: { what: 'description of a framework', unit: 'characters', max: 1024, remedy: 'Shorten it.', source: apiModel('FrameworkDescription') },
  tagsPerControlScope: { what: 'tags that a control is scoped to', unit: 'tags', max: 1, remedy: 'Leave out the others.', source: apiModel('ControlScope') },
  resourceIdsPerControlScope: {
    what: 'resource ids that a control is scoped to',
    unit: 'ids',
    max: 1,
    certainty: 'conflict',
    note: 'the shape accepts a list of 100, its text describes the only resource',
    source: apiModel('ControlScope'),
  },
  accountsPerControl: { what: 'accounts that the cross-account control names', unit: 'accounts', max: 5, remedy: 'Leave some out.', source: CONTROLS },

  // Restore testing
  restoreTestingStartWindowHours: { what: 'start window of restore testing', unit: 'hours', min: 1, max: 168, default: 24, source: apiModel('RestoreTestingPlanForCreate') },
  restoreTestingSelectionWindowDays: {
    what: 'age of the recovery points that are tested',
    unit: 'days',
    min: 1,
    max: 365,
    default: 30,
    source: apiModel('RestoreTestingRecoveryPointSelection'),
  },
  restoreTestingValidationWindowHours: {
    what: 'time that restored resources are kept for validation',
    unit: 'hours',
    min: 0,
    max: 168,
    note: 'the CloudFormation schema and the console state 1 to 168',
    source: apiModel('RestoreTestingSelectionForCreate'),
  },
  vaultSelectorsPerRestoreTestingPlan: { what: 'vaults that a restore testing plan includes or excludes', unit: 'vaults', max: 30, remedy: 'Use wildcards, or create another plan.', source: QUOTAS },
  arnsPerRestoreTestingSelection: { what: 'ARNs of a restore testing selection', unit: 'ARNs', max: 30, remedy: 'Create another selection, or use conditions.', source: QUOTAS },
  conditionsPerRestoreTestingSelection: { what: 'conditions of a restore testing selection', unit: 'conditions', max: 30, remedy: 'Create another selection.', source: QUOTAS },

  // Storage
  tieringSelections: {
    what: 'resource selections of a tiering configuration',
    unit: 'selections',
    max: 5,
    remedy: 'Join selections.',
    source: apiModel('ResourceSelection'),
  },
  tieringResources: { what: 'resources that a tiering configuration names', unit: 'ARNs', max: 100, remedy: 'Select all with \'*\'.', source: developerGuide('backup-tiering', '2026-01-01') },
  tieringDays: {
    what: 'days before a recovery point moves to the low-cost tier',
    unit: 'days',
    min: 60,
    max: 36500,
    source: apiModel('TieringDownSettingsInDays'),
  },
  accessPointPolicy: { what: 'policy of a backup access point', unit: 'characters', min: 1, max: 200_000, remedy: 'Shorten it.', source: apiModel('AccessPointPolicy') },
  legalHoldDescription: {
    what: 'description of a legal hold',
    unit: 'characters',
    max: 280,
    certainty: 'conflict',
    note: 'stated by the guide; the schema has no bound',
    source: developerGuide('legalhold', '2026-01-01'),
  },

  // Tags
  tagKeyCharacters: { what: 'key of a tag', unit: 'characters', min: 1, max: 128, remedy: 'Shorten it.', source: cfnSchema('AWS::Backup::Framework') },
  tagValueCharacters: { what: 'value of a tag', unit: 'characters', min: 0, max: 256, remedy: 'Shorten it.', source: cfnSchema('AWS::Backup::Framework') },

  // Organizations
  backupPolicyCharacters: {
    what: 'backup policy of an organization',
    unit: 'characters',
    max: 10_000,
    remedy: 'Divide it among several policies.',
    note: 'white space counts if CloudFormation or an SDK saves the policy',
    source: { page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html', asOf: '2026-01-01' },
  },

  // Roles
  managedPoliciesPerRole: {
    what: 'managed policies of a role',
    unit: 'policies',
    max: 10,
    note: ADJUSTABLE,
    source: { page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html', asOf: '2026-01-01' },
  },

  // Notifications
  eventPatternCharacters: {
    what: 'event pattern of an EventBridge rule',
    unit: 'characters',
    max: 2048,
    note: ADJUSTABLE,
    source: { page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html', asOf: '2026-01-01' },
  },
} as const satisfies Record<string, Limit>;

/** A pattern that a name must match, in words for the reader of an error. */
export interface NamePattern {
  readonly pattern: RegExp;
  readonly label: string;
  readonly source: Source;
}

const AUDIT_NAME = {
  pattern: /^[a-zA-Z][_a-zA-Z0-9]{0,255}$/,
  label: '1 to 256 letters, digits, or underscores, the first a letter',
};

const DOTTED_NAME = {
  pattern: /^[a-zA-Z0-9\-_.]{1,50}$/,
  label: '1 to 50 letters, digits, hyphens, underscores, or dots',
};

const PLAIN_NAME = { pattern: /^[a-zA-Z0-9_]{1,50}$/, label: '1 to 50 letters, digits, or underscores' };

export const NAMES = {
  vault: {
    pattern: /^[a-zA-Z0-9\-_]{2,50}$/,
    label: '2 to 50 letters, digits, hyphens, or underscores',
    source: cfnSchema('AWS::Backup::BackupVault'),
  },
  plan: { ...DOTTED_NAME, source: PLAN_OPTIONS },
  rule: { ...DOTTED_NAME, source: apiModel('BackupRuleName') },
  selection: { ...DOTTED_NAME, source: apiModel('BackupSelectionName') },
  framework: { ...AUDIT_NAME, source: apiModel('FrameworkName') },
  reportPlan: { ...AUDIT_NAME, source: apiModel('ReportPlanName') },
  restoreTestingPlan: { ...PLAIN_NAME, source: QUOTAS },
  restoreTestingSelection: { ...PLAIN_NAME, source: apiModel('RestoreTestingSelectionForCreate') },
  tieringConfiguration: {
    pattern: /^[a-zA-Z0-9_]{1,200}$/,
    label: '1 to 200 letters, digits, or underscores',
    source: apiModel('TieringConfigurationName'),
  },
  accessPoint: {
    pattern: /^[0-9a-z][0-9a-z-]{1,48}[0-9a-z](?<!-s3alias)$/,
    label: '3 to 50 lower-case letters, digits, or hyphens, no hyphen at an end, and not end with -s3alias',
    source: apiModel('AccessPointName'),
  },
  stack: {
    pattern: /^[a-zA-Z][a-zA-Z0-9-]{0,127}$/,
    label: '1 to 128 letters, digits, or hyphens, the first a letter',
    source: { page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html', asOf: '2026-01-01' },
  },
} as const satisfies Record<string, NamePattern>;

/** The schedule of a rule that states none. */
export const DEFAULT_SCHEDULE = { expression: 'cron(0 5 ? * * *)', source: apiModel('BackupRuleInput') } as const;
