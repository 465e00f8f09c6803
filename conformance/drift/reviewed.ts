/** What has been looked at, where AWS and our tables are not the same. What is not here fails `npm run test:drift`. */
export interface Reviewed {
  /** As in the report of the test: a shape of the API, or a resource type and the path of a property. */
  readonly of: string;
  /** `value X`, `pattern X`, `min X` or `max X`. */
  readonly facts: readonly string[];
  readonly reason: string;
}

const VALUE = (values: string) => values.split(' ').map((value) => `value ${value}`);
const WORDS = '^[a-zA-Z0-9\\-\\_\\.]{1,50}$';
const NOT_BLANK = 'an empty text is one left out, and nobody writes one of blanks';
const FILTER = 'what a list or a summary is asked for, or a job found by; the states themselves are in the enumeration of the job';
const PAGING = 'the size of a page of a list: nothing here asks the API';
const TAGS = 'tags are of the CDK, which checks them';
const NOT_DEPLOYED = 'told by the API of what runs or is kept, and in no template';
const ACCESS_POINT = 'access points are for reading a recovery point, and not for protecting anything';

/** What AWS has, and no table of ours. */
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
  { of: 'ScanJobState', facts: VALUE('CANCELED COMPLETED COMPLETED_WITH_ISSUES FAILED'), reason: 'how a scan of a recovery point ended; all of it is in ScanState' },

  { of: 'EncryptionKeyType', facts: VALUE('AWS_OWNED_KMS_KEY CUSTOMER_MANAGED_KMS_KEY'), reason: NOT_DEPLOYED },
  { of: 'Index', facts: VALUE('ENABLED DISABLED'), reason: 'of a backup that is started by hand' },
  { of: 'LegalHoldStatus', facts: VALUE('ACTIVE CANCELED CANCELING CREATING'), reason: NOT_DEPLOYED },
  { of: 'LifecycleDeleteAfterEvent', facts: VALUE('DELETE_AFTER_COPY'), reason: 'not valid as an input, says the model' },
  { of: 'MpaRevokeSessionStatus', facts: VALUE('FAILED PENDING'), reason: NOT_DEPLOYED },
  { of: 'MpaSessionStatus', facts: VALUE('APPROVED FAILED PENDING'), reason: NOT_DEPLOYED },
  { of: 'RestoreDeletionStatus', facts: VALUE('DELETING FAILED SUCCESSFUL'), reason: NOT_DEPLOYED },
  { of: 'RestoreValidationStatus', facts: VALUE('FAILED SUCCESSFUL TIMED_OUT VALIDATING'), reason: NOT_DEPLOYED },
  { of: 'RuleExecutionType', facts: VALUE('CONTINUOUS CONTINUOUS_AND_SNAPSHOTS SNAPSHOTS'), reason: 'of the preview of scheduled runs' },
  { of: 'ScanFinding', facts: VALUE('MALWARE'), reason: NOT_DEPLOYED },
  { of: 'StorageClass', facts: VALUE('COLD DELETED WARM'), reason: NOT_DEPLOYED },
  { of: 'VaultState', facts: VALUE('AVAILABLE CREATING FAILED'), reason: NOT_DEPLOYED },
  { of: 'VaultType', facts: VALUE('BACKUP_VAULT LOGICALLY_AIR_GAPPED_BACKUP_VAULT RESTORE_ACCESS_BACKUP_VAULT'), reason: 'in templates each is a resource type of its own, or none' },
  { of: 'ScanResults', facts: ['min 0', 'max 5'], reason: NOT_DEPLOYED },

  { of: 'ConditionType', facts: VALUE('STRINGEQUALS'), reason: 'the one operator of ListOfTags, which the constructs do not use' },
  { of: 'AWS::Backup::BackupSelection/ConditionResourceType/ConditionType', facts: VALUE('stringequals'), reason: 'the same, in any case' },
  { of: 'AWS::Backup::LegalHold/Status', facts: VALUE('ACTIVE CANCELED CANCELING CREATING'), reason: NOT_DEPLOYED },

  { of: 'BackupOptionKey', facts: [`pattern ${WORDS}`], reason: 'the plan document and the tiers know the options by name' },
  { of: 'BackupOptionValue', facts: [`pattern ${WORDS}`], reason: 'the plan document and the tiers know the values by name' },
  { of: 'ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'AWS::Backup::BackupPlan/ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'AWS::Backup::BackupPlan/AdvancedBackupSettingResourceType/ResourceType', facts: [`pattern ${WORDS}`], reason: 'the names themselves are in RESOURCE_TYPES' },
  { of: 'BackupVaultNameOrWildcard', facts: ['pattern ^(\\*|[a-zA-Z0-9\\-\\_]{2,50})$'], reason: 'NAMES.vault, and a * that tiering takes for all vaults' },
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
  ...['TagMapKeyString', 'AWS::Backup::Framework/Tag/Key', 'AWS::Backup::ReportPlan/Tag/Key', 'AWS::Backup::RestoreTestingPlan/Tag/Key']
    .map((of) => ({ of, facts: ['min 1', 'max 128'], reason: TAGS })),
  ...['TagMapValueString', 'AWS::Backup::Framework/Tag/Value', 'AWS::Backup::ReportPlan/Tag/Value', 'AWS::Backup::RestoreTestingPlan/Tag/Value']
    .map((of) => ({ of, facts: ['min 0', 'max 256'], reason: TAGS })),
  { of: 'TagMap', facts: ['min 0', 'max 200'], reason: TAGS },
];

/** What a table of ours has, and AWS not at this place. */
export const BEYOND: readonly Reviewed[] = [
  { of: 'IndexStatus', facts: ['value DELETED'], reason: 'in the guide, not in the API; the table says so' },
  { of: 'GetSupportedResourceTypesOutput.ResourceTypes', facts: ['value DSQL', 'value Redshift Serverless'], reason: 'in the guide; the text of the model is older' },
  { of: 'AdvancedBackupSetting.ResourceType', facts: ['value S3'], reason: 'the text of BackupOptions has the options of S3; that of ResourceType is older' },
  { of: 'ComplianceResourceIdList', facts: ['max 1'], reason: 'by the text of ControlScope; marked as a conflict' },
];

/** Where a pattern of AWS takes other names than ours. */
export const OTHERWISE: readonly Omit<Reviewed, 'facts'>[] = [
  {
    of: 'AWS::Backup::BackupSelection/BackupSelectionResourceType/SelectionName',
    reason: 'the schema lets colons and any length through, that the API, whose pattern ours is, refuses',
  },
];

/** Numbers of ours that the API model does not state in so many digits. */
export const UNSTATED: readonly { readonly number: string; readonly reason: string }[] = [
  { number: 'LIMITS.startWindowMinutes default 480 (BackupRuleInput)', reason: 'stated as 8 hours, of StartBackupJobInput' },
  { number: 'LIMITS.completionWindowMinutes default 10080 (StartBackupJobInput)', reason: 'seven days in the console; nothing is refused on it' },
];

/** Types of our table of properties that no schema is of. */
export const WITHOUT_SCHEMA: readonly { readonly type: string; readonly reason: string }[] = [
  { type: 'AWS::Backup::BackupAccessPoint', reason: 'in the template reference; aws-cdk-lib carries no schema of it yet' },
];

/** A zone that a release of the time zone database changes. */
export interface ChangedZone {
  readonly zone: string;
  /** Node.js with an older release has the former rules. */
  readonly release: string;
  readonly reason: string;
}

const CHANGED = (release: string, zones: string, reason: string): ChangedZone[] => zones.split(' ').map((zone) => ({ zone, release, reason }));

/** Time zones that have other changes of daylight saving time in newer data than in that of a supported Node.js. */
export const CHANGED_ZONES: readonly ChangedZone[] = [
  ...CHANGED('2026a', 'Europe/Chisinau Europe/Tiraspol', 'Moldova changes its clocks at the same moment as the European Union, an hour later than assumed'),
  ...CHANGED('2026b', 'America/Vancouver Canada/Pacific', 'British Columbia stays at -07'),
  ...CHANGED('2026c', 'America/Edmonton America/Yellowknife Canada/Mountain', 'Alberta stays at -06'),
  ...CHANGED('2026c', 'Africa/Casablanca Africa/El_Aaiun', 'Morocco stays at +00, during Ramadan too'),
  ...CHANGED('2026d', 'America/Inuvik', 'the Northwest Territories stay at -06'),
  ...CHANGED('2026e', 'America/Winnipeg America/Rainy_River Canada/Central', 'Manitoba stays at -05'),
];

const limits = (names: string) => names.split(' ').map((name) => `LIMITS.${name}`).join(' ');

/** Tables, limits and names of ours that are compared with nothing. */
export const UNCOMPARED: readonly { readonly tables: string; readonly reason: string }[] = [
  { tables: 'NAMES.plan NAMES.restoreTestingPlan NAMES.restoreTestingSelection', reason: 'the model has a text for each, and no pattern' },
  { tables: 'AUDIT_CONTROLS AUDIT_NOTES CONFIG_RESOURCE_TYPES', reason: 'the guide alone lists controls and their parameters' },
  { tables: 'BACKUP_SERVICE POLICY_IN_USE ROLE_ARN SAM_TYPES', reason: 'of IAM and SAM, whose models are not that of AWS Backup' },
  { tables: 'DEFAULT_KEY_POLICY KEY_DELETION_WINDOW ROTATABLE_KEY', reason: 'of AWS KMS, whose model is not that of AWS Backup' },
  { tables: 'BUCKET_KEY_USE COPY_KEY_GRANTS COPY_KEY_USE RECORDER_PERMISSIONS TOPIC_KEY_USE VAULT_KEY_USE', reason: 'lists of the guides and of re:Post; an engine tries what they allow in conformance/permissions' },
  { tables: 'BUCKET_POLICY TOPIC_POLICIES', reason: 'how handlers of CloudFormation behave, which no schema tells' },
  { tables: 'EFS_AUTOMATIC_BACKUPS ENCRYPTED_ONLY_IN_AIR_GAPPED_VAULTS REPORTS_ROLE S3_BACKUP_POLICY POLICIES_WITHOUT_S3_BACKUP', reason: 'told by the guide' },
  { tables: 'VAULT_KEYS NOTIFICATION_EVENTS', reason: 'of EventBridge, whose events are in no model' },
  { tables: 'REGIONS REGION_EXCEPTIONS REGIONS_AS_OF LISTED_REGIONS', reason: 'told by the guide' },
  { tables: 'PARTITIONS', reason: 'of all of AWS: in botocore\'s partitions, not in its model of AWS Backup' },
  { tables: 'EVERY_ACCOUNT EVERY_REGION DOUBTFUL_REPORT_TEMPLATE', reason: 'words within a list that the model leaves open' },
  { tables: 'ACTIONS_FOR_EVERYONE CROSS_ACCOUNT_ACTION', reason: 'told by the guide and by users; an engine tries what they allow in conformance/permissions' },
  { tables: 'VAULT_HANDLER', reason: 'the permissions of a handler, which the schemas in the validation engine leave out' },
  { tables: 'DEFAULT_SCHEDULE', reason: 'in a sentence of BackupRuleInput, not as a default of the model' },
  { tables: 'APPLICATIONS DATABASES STORAGE COPIES YES NO', reason: 'the parts of RESOURCE_TYPES' },
  { tables: 'FEATURES', reason: 'of what each type can do, the model lists only which are indexed and scanned, and that is compared' },
  { tables: 'RESTORABLE_TYPES', reason: 'their names are RESTORABLE_RESOURCE_TYPES' },
  {
    tables: limits('rulesPerPlan copyActionsPerRule recoveryPointTags selectionsPerPlan tagSelectionsPerPlan tagsPerSelection '
      + 'conditionsPerSelection frameworksPerRegion controlsPerRegion vaultSelectorsPerRestoreTestingPlan '
      + 'arnsPerRestoreTestingSelection conditionsPerRestoreTestingSelection'),
    reason: 'quotas, of which the guide has a page and the API nothing',
  },
  {
    tables: limits('lockMinRetentionDays lockMaxRetentionDays lockChangeableForDays airGappedMinRetentionDays '
      + 'airGappedMaxRetentionDays deleteAfterDays moveToColdStorageAfterDays recommendedWarmDays '
      + 'continuousRetentionDays backupIntervalMinutes'),
    reason: 'told by the guide; the members of the model have no bounds',
  },
  { tables: 'UNIQUE UNIQUE_VALUES', reason: 'the operations list AlreadyExistsException without the members that it is about' },
  { tables: limits('exemptPrincipals accountsPerControl tieringResources legalHoldDescription'), reason: 'told by the guide alone' },
  { tables: limits('backupPolicyCharacters eventPatternCharacters'), reason: 'of Organizations and EventBridge' },
];
