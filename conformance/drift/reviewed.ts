/** Reviewed differences between AWS and our tables. Any other difference fails `npm run test:drift`. */
export interface Reviewed {
  /** As in the report of the test: a shape of the API, or a resource type and the path of a property. */
  readonly of: string;
  /** `value X`, `pattern X`, `min X` or `max X`. */
  readonly facts: readonly string[];
  readonly reason: string;
}

const VALUE = (values: string) => values.split(' ').map((value) => `value ${value}`);
const WORDS = '^[a-zA-Z0-9\\-\\_\\.]{1,50}$';
const NOT_BLANK = 'an empty text counts as left out, and a text of spaces does not occur';
const FILTER = 'filters of lists and summaries: the states themselves are in the enumeration of the job';
const PAGING = 'the page size of a list: the library does not call the API';
const TAGS = 'the CDK checks tags';
const NOT_DEPLOYED = 'states of jobs and recovery points, which no template has';
const ACCESS_POINT = 'access points read a recovery point, and do not protect a resource';

/** Facts of AWS that our tables do not have. */
export const LACKING: readonly Reviewed[] = [
  { of: 'AccessPointArn', facts: ['pattern (arn:aws[a-z-]*:backup:[a-z-\\d]+:\\d{12}:accesspoint/)[\\da-z]{1}[\\da-z-]{1,48}[\\da-z]{1}(?<!-s3alias)(?<!-ext-s3alias)'], reason: ACCESS_POINT },
  { of: 'AccessPointMetadataMapKeyString', facts: ['min 1'], reason: ACCESS_POINT },
  { of: 'AccessPointMetadataMapValueString', facts: ['min 1'], reason: ACCESS_POINT },
  { of: 'AccessPointStatus', facts: VALUE('AVAILABLE CREATING DELETING DISASSOCIATED DISASSOCIATING EXPIRED FAILED'), reason: ACCESS_POINT },

  { of: 'AggregationPeriod', facts: VALUE('ONE_DAY SEVEN_DAYS FOURTEEN_DAYS'), reason: FILTER },
  { of: 'BackupJobStatus', facts: VALUE('ABORTED ABORTING AGGREGATE_ALL ANY COMPLETED CREATED EXPIRED FAILED PARTIAL PENDING RUNNING'), reason: FILTER },
  { of: 'CopyJobStatus', facts: VALUE('ABORTED ABORTING AGGREGATE_ALL ANY COMPLETED COMPLETING CREATED FAILED FAILING PARTIAL RUNNING'), reason: FILTER },
  { of: 'RestoreJobState', facts: VALUE('ABORTED AGGREGATE_ALL ANY COMPLETED CREATED FAILED PENDING RUNNING'), reason: FILTER },
  { of: 'ScanJobStatus', facts: VALUE('AGGREGATE_ALL ANY CANCELED COMPLETED COMPLETED_WITH_ISSUES CREATED FAILED RUNNING'), reason: FILTER },
  { of: 'ScanJobState', facts: VALUE('CANCELED COMPLETED COMPLETED_WITH_ISSUES FAILED'), reason: 'the result of a scan of a recovery point, which is in ScanState' },

  { of: 'EncryptionKeyType', facts: VALUE('AWS_OWNED_KMS_KEY CUSTOMER_MANAGED_KMS_KEY'), reason: NOT_DEPLOYED },
  { of: 'Index', facts: VALUE('ENABLED DISABLED'), reason: 'for manual backups' },
  { of: 'LegalHoldStatus', facts: VALUE('ACTIVE CANCELED CANCELING CREATING'), reason: NOT_DEPLOYED },
  { of: 'LifecycleDeleteAfterEvent', facts: VALUE('DELETE_AFTER_COPY'), reason: 'not valid as an input, according to the model' },
  { of: 'MpaRevokeSessionStatus', facts: VALUE('FAILED PENDING'), reason: NOT_DEPLOYED },
  { of: 'MpaSessionStatus', facts: VALUE('APPROVED FAILED PENDING'), reason: NOT_DEPLOYED },
  { of: 'RestoreDeletionStatus', facts: VALUE('DELETING FAILED SUCCESSFUL'), reason: NOT_DEPLOYED },
  { of: 'RestoreValidationStatus', facts: VALUE('FAILED SUCCESSFUL TIMED_OUT VALIDATING'), reason: NOT_DEPLOYED },
  { of: 'RuleExecutionType', facts: VALUE('CONTINUOUS CONTINUOUS_AND_SNAPSHOTS SNAPSHOTS'), reason: 'for the preview of scheduled runs' },
  { of: 'ScanFinding', facts: VALUE('MALWARE'), reason: NOT_DEPLOYED },
  { of: 'StorageClass', facts: VALUE('COLD DELETED WARM'), reason: NOT_DEPLOYED },
  { of: 'VaultState', facts: VALUE('AVAILABLE CREATING FAILED'), reason: NOT_DEPLOYED },
  { of: 'VaultType', facts: VALUE('BACKUP_VAULT LOGICALLY_AIR_GAPPED_BACKUP_VAULT RESTORE_ACCESS_BACKUP_VAULT'), reason: 'in templates, each is a separate resource type, or none' },
  { of: 'ScanResults', facts: ['min 0', 'max 5'], reason: NOT_DEPLOYED },

  { of: 'ConditionType', facts: VALUE('STRINGEQUALS'), reason: 'the one operator of ListOfTags, which the constructs do not use' },
  { of: 'AWS::Backup::BackupSelection/ConditionResourceType/ConditionType', facts: VALUE('stringequals'), reason: 'the same, in any case' },
  { of: 'AWS::Backup::LegalHold/Status', facts: VALUE('ACTIVE CANCELED CANCELING CREATING'), reason: NOT_DEPLOYED },

  { of: 'BackupOptionKey', facts: [`pattern ${WORDS}`], reason: 'the plan document and the tiers have the options by name' },
  { of: 'BackupOptionValue', facts: [`pattern ${WORDS}`], reason: 'the plan document and the tiers have the values by name' },
  { of: 'ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'AWS::Backup::BackupPlan/ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'AWS::Backup::BackupPlan/AdvancedBackupSettingResourceType/ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'BackupVaultNameOrWildcard', facts: ['pattern ^(\\*|[a-zA-Z0-9\\-\\_]{2,50})$'], reason: 'NAMES.vault, and a * that tiering accepts for all vaults' },
  { of: 'RecoveryPointArn', facts: ['pattern (arn:aws[a-z-]*:[a-z-\\d]+:[a-z-\\d]+:).+'], reason: NOT_DEPLOYED },
  { of: 'ResourceArn', facts: ['pattern (arn:aws[a-z-]*:[a-z-\\d]+:).+'], reason: 'weaker than the forms of ARNs in RESOURCE_TYPES' },
  { of: 'FrameworkDescription', facts: ['pattern .*\\S.*', 'min 0'], reason: NOT_BLANK },
  { of: 'AWS::Backup::Framework/FrameworkDescription', facts: ['pattern \\S', 'min 0'], reason: NOT_BLANK },
  { of: 'ReportPlanDescription', facts: ['pattern .*\\S.*', 'min 0'], reason: NOT_BLANK },
  { of: 'AWS::Backup::ReportPlan/ReportPlanDescription', facts: ['pattern .*\\S.*', 'min 0'], reason: NOT_BLANK },
  { of: 'ComplianceResourceIdList', facts: ['min 1', 'max 100'], reason: 'LIMITS.resourceIdsPerControlScope is 1, by its text; marked as a conflict' },
  { of: 'AWS::Backup::Framework/FrameworkControl/ControlScope/ComplianceResourceIds', facts: ['max 100'], reason: 'LIMITS.resourceIdsPerControlScope is 1, by the text of the model; marked as a conflict' },

  { of: 'ListBackupAccessPointsByRecoveryPointRequestMaxResultsInteger', facts: ['min 1', 'max 100'], reason: PAGING },
  { of: 'ListBackupAccessPointsByResourceRequestMaxResultsInteger', facts: ['min 1', 'max 100'], reason: PAGING },
  { of: 'ListBackupAccessPointsRequestMaxResultsInteger', facts: ['min 1', 'max 100'], reason: PAGING },
  { of: 'ListRestoreTestingPlansInputMaxResultsInteger', facts: ['min 1', 'max 1000'], reason: PAGING },
  { of: 'ListRestoreTestingSelectionsInputMaxResultsInteger', facts: ['min 1', 'max 1000'], reason: PAGING },
  { of: 'ListScanJobsInputMaxResultsInteger', facts: ['min 1', 'max 1000'], reason: PAGING },
  { of: 'MaxFrameworkInputs', facts: ['min 1', 'max 1000'], reason: PAGING },
  { of: 'MaxResults', facts: ['min 1', 'max 1000'], reason: PAGING },
  { of: 'MaxScheduledRunsPreview', facts: ['min 0', 'max 10'], reason: PAGING },
  { of: 'TagMap', facts: ['min 0', 'max 200'], reason: TAGS },
];

/** Facts in our tables that AWS does not state in this place. */
export const BEYOND: readonly Reviewed[] = [
  { of: 'IndexStatus', facts: ['value DELETED'], reason: 'in the guide, not in the API, as the table states' },
  { of: 'GetSupportedResourceTypesOutput.ResourceTypes', facts: ['value DSQL', 'value Redshift Serverless'], reason: 'in the guide; the text of the model is older' },
  { of: 'AdvancedBackupSetting.ResourceType', facts: ['value S3'], reason: 'the text of BackupOptions has the options of S3; that of ResourceType is older' },
  { of: 'ComplianceResourceIdList', facts: ['max 1'], reason: 'by the text of ControlScope; marked as a conflict' },
];

/** Patterns of AWS that accept other names than ours. */
export const OTHERWISE: readonly Omit<Reviewed, 'facts'>[] = [
  {
    of: 'AWS::Backup::BackupSelection/BackupSelectionResourceType/SelectionName',
    reason: 'the schema accepts colons and any length; ours is the pattern of the API, which rejects them',
  },
];

/** Numbers in our tables that the API model does not state as digits. */
export const UNSTATED: readonly { readonly number: string; readonly reason: string }[] = [
  { number: 'LIMITS.startWindowMinutes default 480 (BackupRuleInput)', reason: 'stated as 8 hours, of StartBackupJobInput' },
  { number: 'LIMITS.completionWindowMinutes default 10080 (StartBackupJobInput)', reason: 'seven days in the console; no error is based on it' },
];

/** Types in our table of properties that have no schema. */
export const WITHOUT_SCHEMA: readonly { readonly type: string; readonly reason: string }[] = [
  { type: 'AWS::Backup::BackupAccessPoint', reason: 'in the template reference; aws-cdk-lib does not have its schema yet' },
];

/** Properties whose schemas state a form, and that can be any text. */
export const FORMLESS: readonly { readonly property: string; readonly reason: string }[] = [
  { property: 'AWS::Backup::RestoreTestingSelection.RestoreMetadataOverrides', reason: 'any names that are not empty' },
];

/** A zone whose rules a release of the time zone database changed. */
export interface ChangedZone {
  readonly zone: string;
  /** Node.js with an older release uses the former rules. */
  readonly release: string;
  readonly reason: string;
}

const CHANGED = (release: string, zones: string, reason: string): ChangedZone[] => zones.split(' ').map((zone) => ({ zone, release, reason }));

/** Time zones whose changes of daylight saving time are different in newer data than in a supported Node.js. */
export const CHANGED_ZONES: readonly ChangedZone[] = [
  ...CHANGED('2026a', 'Europe/Chisinau Europe/Tiraspol', 'Moldova changes its clocks at the same moment as the European Union, an hour later than assumed'),
  ...CHANGED('2026b', 'America/Vancouver Canada/Pacific', 'British Columbia stays at -07'),
  ...CHANGED('2026c', 'America/Edmonton America/Yellowknife Canada/Mountain', 'Alberta stays at -06'),
  ...CHANGED('2026c', 'Africa/Casablanca Africa/El_Aaiun', 'Morocco stays at +00, during Ramadan too'),
  ...CHANGED('2026d', 'America/Inuvik', 'the Northwest Territories stay at -06'),
  ...CHANGED('2026e', 'America/Winnipeg America/Rainy_River Canada/Central', 'Manitoba stays at -05'),
];

const limits = (names: string) => names.split(' ').map((name) => `LIMITS.${name}`).join(' ');

/** Our tables, limits, and names that are not compared. */
export const UNCOMPARED: readonly { readonly tables: string; readonly reason: string }[] = [
  { tables: 'NAMES.plan NAMES.restoreTestingPlan NAMES.restoreTestingSelection', reason: 'the model has a text for each, and no pattern' },
  { tables: 'KEY_PROPERTIES', reason: 'of the schemas of other services than AWS Backup' },
  { tables: 'ALL_TYPES', reason: 'the guide and the syntax of organization policies have it, and the model does not' },
  { tables: 'NAMES.stack', reason: 'of CloudFormation, which is not in the model of AWS Backup' },
  { tables: 'AUDIT_CONTROLS AUDIT_NOTES CONFIG_RESOURCE_TYPES', reason: 'the guide alone lists controls and their parameters' },
  { tables: 'NO_RESOURCE_IN_TRUST POLICY_GRAMMAR', reason: 'the grammar of IAM, which is not in the model of AWS Backup' },
  { tables: 'ATTACHED_POLICY_TYPES AWS_MANAGED_ALIASES BACKUP_SERVICE POLICY_IN_USE RESERVED_ROLE_PATHS ROLE_ARN SAM_TYPES SCANNER_SERVICE', reason: 'facts of IAM, KMS, and SAM, which are not in the model of AWS Backup' },
  { tables: 'DEFAULT_KEY_POLICY KEY_DELETION_WINDOW ROTATABLE_KEY', reason: 'facts of AWS KMS, which are not in the model of AWS Backup' },
  { tables: 'BUCKET_KEY_USE COPY_KEY_GRANTS COPY_KEY_USE KEY_CONTROL RECORDER_PERMISSIONS TOPIC_KEY_USE VAULT_KEY_USE', reason: 'lists from the guides and re:Post; conformance/permissions evaluates what they allow' },
  { tables: 'BUCKET_POLICY TOPIC_POLICIES', reason: 'the behavior of CloudFormation handlers, which no schema describes' },
  { tables: 'EFS_AUTOMATIC_BACKUPS ENCRYPTED_ONLY_IN_AIR_GAPPED_VAULTS REPORTS_ROLE UNSUPPORTED_VARIANTS', reason: 'only in the guide' },
  { tables: 'VAULT_KEYS NOTIFICATION_EVENTS', reason: 'events of EventBridge, which are in no model' },
  { tables: 'REGIONS REGION_EXCEPTIONS REGIONS_AS_OF LISTED_REGIONS', reason: 'only in the guide' },
  { tables: 'PARTITIONS', reason: 'facts about all of AWS, which botocore has in its partitions and not in the model of AWS Backup' },
  { tables: 'EVERY_ACCOUNT EVERY_REGION DOUBTFUL_REPORT_TEMPLATE', reason: 'words in a list that the model does not restrict' },
  { tables: 'ACTIONS_FOR_EVERYONE CROSS_ACCOUNT_ACTION', reason: 'from the guide and from users; conformance/permissions evaluates what they allow' },
  { tables: 'BACKUP_POLICY_SYNTAX CHILD_OPERATOR CHILD_OPERATOR_VALUES LIST_OPERATORS VALUE_OPERATORS', reason: 'of AWS Organizations, whose model has the policy as one text' },
  { tables: 'S3_CLASSES_WITHOUT_BACKUP', reason: 'told by the guide' },
  { tables: 'CLOSED_SCHEMAS', reason: 'the types of RESOURCE_PROPERTIES, whose properties are compared' },
  { tables: 'VAULT_HANDLER', reason: 'the permissions of a handler, which the schemas in the validation engine do not have' },
  { tables: 'DEFAULT_SCHEDULE', reason: 'in a sentence of BackupRuleInput, not as a default of the model' },
  { tables: 'APPLICATIONS DATABASES STORAGE COPIES YES NO', reason: 'the parts of RESOURCE_TYPES' },
  { tables: 'FEATURES', reason: 'the model lists only the types that can be indexed and scanned, which are compared' },
  { tables: 'RESTORABLE_TYPES', reason: 'their names are RESTORABLE_RESOURCE_TYPES' },
  {
    tables: limits('rulesPerPlan copyActionsPerRule recoveryPointTags selectionsPerPlan tagSelectionsPerPlan tagsPerSelection '
      + 'conditionsPerSelection frameworksPerRegion controlsPerRegion vaultSelectorsPerRestoreTestingPlan '
      + 'arnsPerRestoreTestingSelection conditionsPerRestoreTestingSelection'),
    reason: 'quotas, which are in the guide and not in the API',
  },
  {
    tables: limits('lockMinRetentionDays lockMaxRetentionDays lockChangeableForDays airGappedMinRetentionDays '
      + 'airGappedMaxRetentionDays deleteAfterDays moveToColdStorageAfterDays recommendedWarmDays '
      + 'continuousRetentionDays backupIntervalMinutes'),
    reason: 'only in the guide; the members of the model have no bounds',
  },
  { tables: 'UNIQUE UNIQUE_VALUES', reason: 'the operations list AlreadyExistsException without its members' },
  { tables: limits('exemptPrincipals accountsPerControl tieringResources legalHoldDescription'), reason: 'only in the guide' },
  { tables: limits('backupPolicyCharacters eventPatternCharacters managedPoliciesPerRole'), reason: 'facts of Organizations, EventBridge, and IAM' },
];
