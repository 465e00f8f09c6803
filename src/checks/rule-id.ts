/**
 * The rules of the packs, by the ids that they are acknowledged by.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export enum RuleId {
  /** A resource of AWS Backup is of a type that exists, and has the properties that CloudFormation needs, as it takes them. */
  RESOURCE_PROPERTIES = 'Backup-ResourceProperties',
  /** No resource of a template waits for itself. */
  CIRCULAR_DEPENDENCY = 'Backup-CircularDependency',
  /** A vault has a name that AWS Backup takes. */
  VAULT_NAME = 'Backup-VaultName',
  /** The bounds of a vault lock are within what AWS Backup takes. */
  VAULT_LOCK_BOUNDS = 'Backup-VaultLockBounds',
  /** The compliance lock of a vault can be corrected for longer than the shortest time that AWS Backup accepts. */
  VAULT_LOCK_COOLING_OFF = 'Backup-VaultLockCoolingOff',
  /** A vault is encrypted with a key, not an alias. */
  VAULT_KEY = 'Backup-VaultKey',
  /** The access policy of a vault names each action. */
  VAULT_POLICY_ACTIONS = 'Backup-VaultPolicyActions',
  /** The access policy of a vault allows other accounts to copy into the vault, and nothing else. */
  VAULT_POLICY_ACCOUNTS = 'Backup-VaultPolicyAccounts',
  /** The retention of a logically air-gapped vault is within what AWS Backup takes. */
  AIR_GAPPED_VAULT_RETENTION = 'Backup-AirGappedVaultRetention',
  /** A vault is encrypted with a customer managed key. */
  VAULT_CUSTOMER_MANAGED_KEY = 'Backup-VaultCustomerManagedKey',
  /** A vault has a lock, in compliance mode where that is required. */
  VAULT_LOCKED = 'Backup-VaultLocked',
  /** The access policy of a vault denies the deletion of recovery points by hand. */
  VAULT_DELETION_GUARD = 'Backup-VaultDeletionGuard',
  /** The access policy of a vault denies its own removal. */
  VAULT_GUARD_REMOVABLE = 'Backup-VaultGuardRemovable',
  /** The access policy of a vault with a lock does not deny everyone to change the lock or the policy itself. */
  VAULT_LOCK_SEALED = 'Backup-VaultLockSealed',
  /** Somebody hears of failed jobs of a vault. */
  VAULT_NOTIFIES = 'Backup-VaultNotifies',
  /** Plans and rules have names that AWS Backup takes. */
  PLAN_NAME = 'Backup-PlanName',
  /** Rules, copies and added tags of a plan are within the quotas. */
  PLAN_QUOTAS = 'Backup-PlanQuotas',
  /** The schedule of a rule is a cron expression that AWS reads, with a date to come. */
  RULE_SCHEDULE = 'Backup-RuleSchedule',
  /** The time zone of a rule exists. */
  RULE_TIME_ZONE = 'Backup-RuleTimeZone',
  /** The windows of a rule are within what AWS Backup takes. */
  RULE_START_WINDOW = 'Backup-RuleStartWindow',
  /** Retention and cold storage of rules and copies are within what AWS Backup takes. */
  RULE_LIFECYCLE = 'Backup-RuleLifecycle',
  /** A continuous rule has a retention of 35 days at most, and no cold storage. */
  RULE_CONTINUOUS = 'Backup-RuleContinuous',
  /** The retention of a rule fits the lock of its vault. */
  RULE_FITS_VAULT_LOCK = 'Backup-RuleFitsVaultLock',
  /** The retention of a copy fits the lock of the vault that it goes to. */
  COPY_FITS_VAULT_LOCK = 'Backup-CopyFitsVaultLock',
  /** A rule names its vault by its name. */
  RULE_TARGET = 'Backup-RuleTarget',
  /** The logically air-gapped vault of a rule is in the account and Region of the plan. */
  RULE_AIR_GAPPED_TARGET = 'Backup-RuleAirGappedTarget',
  /** A copy goes to the ARN of a vault, in the same partition, and not to the default vault of another account. */
  COPY_DESTINATION = 'Backup-CopyDestination',
  /** What a rule copies can be copied. */
  COPY_SUPPORTED = 'Backup-CopySupported',
  /** What is copied into a logically air-gapped vault is something that such a vault takes. */
  COPY_INTO_AIR_GAPPED_VAULT = 'Backup-CopyIntoAirGappedVault',
  /** Advanced settings of a plan are options that AWS Backup has. */
  ADVANCED_SETTINGS = 'Backup-AdvancedSettings',
  /** A rule indexes and scans types that AWS Backup can index and scan, in a way that exists. */
  RULE_INDEXES_AND_SCANS = 'Backup-RuleIndexesAndScans',
  /** Continuous and periodic backups of a bucket go to one vault. */
  S3_BACKUPS_IN_ONE_VAULT = 'Backup-S3BackupsInOneVault',
  /** A rule runs no more often than hourly. */
  RULE_INTERVAL = 'Backup-RuleInterval',
  /** The completion window of a rule is longer than its start window. */
  RULE_COMPLETION_WINDOW = 'Backup-RuleCompletionWindow',
  /** Backups are kept as long as required. */
  RULE_MIN_RETENTION = 'Backup-RuleMinRetention',
  /** Backups are kept no longer than allowed. */
  RULE_MAX_RETENTION = 'Backup-RuleMaxRetention',
  /** Backups stay warm long enough to be incremental. */
  RULE_SHORT_WARM_STORAGE = 'Backup-RuleShortWarmStorage',
  /** What a rule moves to cold storage can be moved there. */
  RULE_COLD_STORAGE_UNSUPPORTED = 'Backup-RuleColdStorageUnsupported',
  /** A continuous rule takes resources that have continuous backups. */
  RULE_CONTINUOUS_UNSUPPORTED = 'Backup-RuleContinuousUnsupported',
  /** No rule is shadowed by one of a longer retention. */
  RULE_SHADOWED = 'Backup-RuleShadowed',
  /** A resource is in one continuous rule only. */
  ONE_CONTINUOUS_RULE = 'Backup-OneContinuousRule',
  /** What goes into a vault with a compliance lock has an end. */
  KEPT_FOR_EVER = 'Backup-KeptForEver',
  /** What can have continuous backups has them. */
  POINT_IN_TIME_RECOVERY = 'Backup-PointInTimeRecovery',
  /** A selection has a name that AWS Backup takes. */
  SELECTION_NAME = 'Backup-SelectionName',
  /** The ARNs, tags and conditions of selections are within the quotas, and so are the selections of a plan while one of them is replaced. */
  SELECTION_QUOTAS = 'Backup-SelectionQuotas',
  /** Conditions have the prefix aws:ResourceTag/ and tag lists have not. */
  SELECTION_TAG_KEYS = 'Backup-SelectionTagKeys',
  /** A selection names ARNs. */
  SELECTION_ARNS = 'Backup-SelectionArns',
  /** A selection names its plan by the id, not by the ARN. */
  SELECTION_PLAN = 'Backup-SelectionPlan',
  /** A selection, also one of restore testing, names a role by its ARN, and the role lets AWS Backup assume it. */
  SELECTION_ROLE = 'Backup-SelectionRole',
  /** The role of a selection of buckets has the policies for S3. */
  SELECTION_ROLE_FOR_S3 = 'Backup-SelectionRoleForS3',
  /** A policy of a retained role is retained too. */
  RETAINED_ROLE_POLICIES = 'Backup-RetainedRolePolicies',
  /** A selection says what it takes. */
  SELECTION_NOT_EMPTY = 'Backup-SelectionNotEmpty',
  /** A selection does not unite ARNs with wildcards and tags. */
  SELECTION_UNION = 'Backup-SelectionUnion',
  /** Every resource that AWS Backup can protect is in a plan. */
  RESOURCE_IN_PLAN = 'Backup-ResourceInPlan',
  /** A bucket that is backed up is versioned. */
  BUCKET_VERSIONED = 'Backup-BucketVersioned',
  /** A bucket that is backed up sends its events to EventBridge. */
  BUCKET_EVENTS = 'Backup-BucketEvents',
  /** Tables are copied to another Region only with advanced features. */
  DYNAMODB_CROSS_REGION_COPY = 'Backup-DynamoDbCrossRegionCopy',
  /** Tables are copied to another account only with advanced features. */
  DYNAMODB_CROSS_ACCOUNT_COPY = 'Backup-DynamoDbCrossAccountCopy',
  /** Tables are moved to cold storage only with advanced features. */
  DYNAMODB_COLD_STORAGE = 'Backup-DynamoDbColdStorage',
  /** Backups of tables have the key of the vault only with advanced features. */
  DYNAMODB_VAULT_KEY = 'Backup-DynamoDbVaultKey',
  /** What is copied to another account is encrypted with a customer managed key. */
  COPY_SOURCE_KEY = 'Backup-CopySourceKey',
  /** The vault that a copy goes to has a key that takes it. */
  COPY_DESTINATION_KEY = 'Backup-CopyDestinationKey',
  /** A vault notifies a standard topic. */
  TOPIC_STANDARD = 'Backup-TopicStandard',
  /** The topic of a vault is in its account and Region. */
  TOPIC_PLACE = 'Backup-TopicPlace',
  /** The topic of a vault is not encrypted with the AWS managed key. */
  TOPIC_KEY = 'Backup-TopicKey',
  /** The topic of a vault is encrypted. */
  TOPIC_ENCRYPTED = 'Backup-TopicEncrypted',
  /** The policy of a vault's topic lets AWS Backup publish. */
  TOPIC_POLICY = 'Backup-TopicPolicy',
  /** A vault notifies of events that AWS Backup sends. */
  VAULT_EVENTS = 'Backup-VaultEvents',
  /** Frameworks and report plans have names and descriptions that AWS Backup takes. */
  FRAMEWORK_NAME = 'Backup-FrameworkName',
  /** Controls exist, and their parameters are within what AWS takes. */
  FRAMEWORK_CONTROLS = 'Backup-FrameworkControls',
  /** A control is narrowed as it can be. */
  CONTROL_SCOPE = 'Backup-ControlScope',
  /** A control is narrowed to types that are evaluated. */
  CONTROL_SCOPE_TYPES = 'Backup-ControlScopeTypes',
  /** Frameworks and controls are within the default quotas. */
  FRAMEWORK_QUOTAS = 'Backup-FrameworkQuotas',
  /** A report plan has a template and formats that exist; over several accounts or Regions it is CSV, and for compliance it names frameworks. */
  REPORT_PLAN_FORMAT = 'Backup-ReportPlanFormat',
  /** The bucket of a report plan lets AWS Backup write. */
  REPORT_BUCKET_POLICY = 'Backup-ReportBucketPolicy',
  /** Restore testing plans and selections have names that AWS Backup takes. */
  RESTORE_TESTING_NAME = 'Backup-RestoreTestingName',
  /** The schedule of a restore testing plan is a cron expression that AWS reads, in a time zone that exists. */
  RESTORE_TESTING_SCHEDULE = 'Backup-RestoreTestingSchedule',
  /** The windows of restore testing are within what AWS Backup takes. */
  RESTORE_TESTING_WINDOWS = 'Backup-RestoreTestingWindows',
  /** A restore testing selection is of a type that can be tested. */
  RESTORE_TESTING_TYPE = 'Backup-RestoreTestingType',
  /** A restore testing plan says which recovery points it tests, in words that AWS Backup has. */
  RESTORE_TESTING_RECOVERY_POINTS = 'Backup-RestoreTestingRecoveryPoints',
  /** A restore testing selection of FSx says where to restore to. */
  RESTORE_TESTING_FSX = 'Backup-RestoreTestingFsx',
  /** Lists in restore metadata are JSON. */
  RESTORE_TESTING_OVERRIDES = 'Backup-RestoreTestingOverrides',
  /** A restore testing selection has ARNs or conditions, not both, and no more than the quotas. */
  RESTORE_TESTING_RESOURCES = 'Backup-RestoreTestingResources',
  /** What is backed up is restored in tests. */
  RESTORE_TESTED = 'Backup-RestoreTested',
  /** Backups are copied to another Region or account. */
  COPY_ELSEWHERE = 'Backup-CopyElsewhere',
  /** Backups are copied to the Regions and accounts that are required. */
  REQUIRED_COPIES = 'Backup-RequiredCopies',
  /** A tiering configuration has a name and resources that AWS Backup takes. */
  TIERING_CONFIGURATION = 'Backup-TieringConfiguration',
  /** A legal hold has dates and a description that AWS Backup takes. */
  LEGAL_HOLD = 'Backup-LegalHold',
  /** A backup access point has a name, a time and a policy that AWS Backup takes, and is of a recovery point of S3. */
  ACCESS_POINT = 'Backup-AccessPoint',
  /** A backup policy of an organization is JSON of strings, is not too long, and selects by tags or by resources. */
  ORGANIZATION_POLICY = 'Backup-OrganizationPolicy',
  /** What is deployed exists in its Region. */
  MISSING_IN_REGION = 'Backup-MissingInRegion',
  /** Vaults, plans, frameworks, report plans and restore testing have names, rules or controls of their own in an account and Region. */
  NAME_GIVEN_TWICE = 'Backup-NameGivenTwice',
  /** One resource writes the policy of a topic that a vault notifies, or of a bucket that reports or AWS Config deliver to. */
  POLICY_WRITTEN_TWICE = 'Backup-PolicyWrittenTwice',
}
