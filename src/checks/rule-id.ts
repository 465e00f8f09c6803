/**
 * The ids of the rules. Use them to acknowledge findings.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export enum RuleId {
  /** A resource of AWS Backup has a type that exists, and its properties match the CloudFormation template reference. */
  RESOURCE_PROPERTIES = 'Backup-ResourceProperties',
  /** The ARNs, accounts, Regions, names, and tags in a resource of AWS Backup have the form that AWS requires. */
  VALUE_FORM = 'Backup-ValueForm',
  /** Resources of AWS Backup contain ${…} only within Fn::Sub. */
  LITERAL_VARIABLES = 'Backup-LiteralVariables',
  /** No resource of a template depends on itself, directly or through other resources. */
  CIRCULAR_DEPENDENCY = 'Backup-CircularDependency',
  /** The template of a nested stack is checked too, or has a URL that CloudFormation accepts. */
  NESTED_STACK_TEMPLATE = 'Backup-NestedStackTemplate',
  /** A vault has a name that AWS Backup accepts. */
  VAULT_NAME = 'Backup-VaultName',
  /** The bounds of a vault lock are within the limits of AWS Backup. */
  VAULT_LOCK_BOUNDS = 'Backup-VaultLockBounds',
  /** The compliance lock of a vault can be corrected for longer than the shortest time that AWS Backup accepts. */
  VAULT_LOCK_COOLING_OFF = 'Backup-VaultLockCoolingOff',
  /** A vault is encrypted with an enabled key, not with an alias. */
  VAULT_KEY = 'Backup-VaultKey',
  /** The key of a vault is retained when its stack is deleted. */
  VAULT_KEY_RETAINED = 'Backup-VaultKeyRetained',
  /** AWS KMS rotates the key of a vault every year. */
  VAULT_KEY_ROTATION = 'Backup-VaultKeyRotation',
  /** The policy of a vault's key lets the role that deploys the key change the policy. */
  VAULT_KEY_CHANGEABLE = 'Backup-VaultKeyChangeable',
  /** The key of a vault has the longest waiting period before it is deleted. */
  VAULT_KEY_DELETION_WINDOW = 'Backup-VaultKeyDeletionWindow',
  /** The policies of a vault's key and of its backup roles let the roles use the key. */
  VAULT_KEY_POLICY = 'Backup-VaultKeyPolicy',
  /** A vault that has a lock or is in use is retained when its stack is deleted. */
  VAULT_RETAINED = 'Backup-VaultRetained',
  /** IAM accepts the policies that backups rely on. */
  POLICY_GRAMMAR = 'Backup-PolicyGrammar',
  /** The access policy of a vault names each action. */
  VAULT_POLICY_ACTIONS = 'Backup-VaultPolicyActions',
  /** The access policy of a vault allows other accounts to copy into the vault, and nothing else. */
  VAULT_POLICY_ACCOUNTS = 'Backup-VaultPolicyAccounts',
  /** The retention of a logically air-gapped vault is within the limits of AWS Backup. */
  AIR_GAPPED_VAULT_RETENTION = 'Backup-AirGappedVaultRetention',
  /** A vault is encrypted with a customer managed key. */
  VAULT_CUSTOMER_MANAGED_KEY = 'Backup-VaultCustomerManagedKey',
  /** A vault has a lock, in compliance mode where that is required. */
  VAULT_LOCKED = 'Backup-VaultLocked',
  /** The access policy of a vault denies the manual deletion of recovery points. */
  VAULT_DELETION_GUARD = 'Backup-VaultDeletionGuard',
  /** The access policy of a vault exempts roles by ARNs that they have. */
  VAULT_GUARD_EXEMPTIONS = 'Backup-VaultGuardExemptions',
  /** The access policy of a vault exempts roles that the templates create. */
  VAULT_EXEMPT_ROLES = 'Backup-VaultExemptRoles',
  /** The access policy of a vault denies its own removal. */
  VAULT_GUARD_REMOVABLE = 'Backup-VaultGuardRemovable',
  /** The access policy of a vault with a lock does not deny everyone changes of the lock or the policy. */
  VAULT_LOCK_SEALED = 'Backup-VaultLockSealed',
  /** Failed jobs of a vault are reported. */
  VAULT_NOTIFIES = 'Backup-VaultNotifies',
  /** Plans and rules have names that AWS Backup accepts. */
  PLAN_NAME = 'Backup-PlanName',
  /** Rules, copies, and added tags of a plan are within the quotas. */
  PLAN_QUOTAS = 'Backup-PlanQuotas',
  /** The schedule of a rule is a valid AWS cron expression that runs at a future date. */
  RULE_SCHEDULE = 'Backup-RuleSchedule',
  /** The time zone of a rule exists. */
  RULE_TIME_ZONE = 'Backup-RuleTimeZone',
  /** The windows of a rule are within the limits of AWS Backup. */
  RULE_START_WINDOW = 'Backup-RuleStartWindow',
  /** AWS Backup accepts the retention and the cold storage of rules and copies. */
  RULE_LIFECYCLE = 'Backup-RuleLifecycle',
  /** A continuous rule has a retention of at most 35 days, and no cold storage. */
  RULE_CONTINUOUS = 'Backup-RuleContinuous',
  /** The retention of a rule is within the lock of its vault. */
  RULE_FITS_VAULT_LOCK = 'Backup-RuleFitsVaultLock',
  /** The retention of a copy is within the lock of its destination vault. */
  COPY_FITS_VAULT_LOCK = 'Backup-CopyFitsVaultLock',
  /** A rule refers to its vault by name. */
  RULE_TARGET = 'Backup-RuleTarget',
  /** A plan does not store all of its backups in the default vault. */
  DEFAULT_VAULT = 'Backup-DefaultVault',
  /** The logically air-gapped vault of a rule is in the account and Region of the plan. */
  RULE_AIR_GAPPED_TARGET = 'Backup-RuleAirGappedTarget',
  /** A copy names the ARN of a vault in the same partition, and not the default vault of another account. */
  COPY_DESTINATION = 'Backup-CopyDestination',
  /** A copy goes into a vault other than that of its backup. */
  COPY_INTO_OWN_VAULT = 'Backup-CopyIntoOwnVault',
  /** The longest copy of a rule has at least half the retention of its backup, or expires less than 30 days earlier. */
  COPY_KEPT_SHORTER = 'Backup-CopyKeptShorter',
  /** A rule copies only resources that AWS Backup can copy. */
  COPY_SUPPORTED = 'Backup-CopySupported',
  /** Every resource that is copied into a logically air-gapped vault is of a type that the vault accepts. */
  COPY_INTO_AIR_GAPPED_VAULT = 'Backup-CopyIntoAirGappedVault',
  /** The advanced settings of a plan are options that AWS Backup supports. */
  ADVANCED_SETTINGS = 'Backup-AdvancedSettings',
  /**
   * A rule indexes and scans only types that AWS Backup can index and scan, with a scanner and mode that exist, and a role that the scanner can assume.
   */
  RULE_INDEXES_AND_SCANS = 'Backup-RuleIndexesAndScans',
  /** Continuous and periodic backups of a bucket are in one vault. */
  S3_BACKUPS_IN_ONE_VAULT = 'Backup-S3BackupsInOneVault',
  /** A rule does not run more often than hourly. */
  RULE_INTERVAL = 'Backup-RuleInterval',
  /** The completion window of a rule is longer than its start window. */
  RULE_COMPLETION_WINDOW = 'Backup-RuleCompletionWindow',
  /** The retention of backups is at least the required minimum. */
  RULE_MIN_RETENTION = 'Backup-RuleMinRetention',
  /** The retention of backups is at most the allowed maximum. */
  RULE_MAX_RETENTION = 'Backup-RuleMaxRetention',
  /** Backups stay in warm storage long enough to be incremental. */
  RULE_SHORT_WARM_STORAGE = 'Backup-RuleShortWarmStorage',
  /** A rule with a move to cold storage selects at least one type that supports it. */
  RULE_COLD_STORAGE_UNSUPPORTED = 'Backup-RuleColdStorageUnsupported',
  /** A continuous rule selects resources that support continuous backups. */
  RULE_CONTINUOUS_UNSUPPORTED = 'Backup-RuleContinuousUnsupported',
  /** No rule always overlaps a rule with a longer retention. */
  RULE_SHADOWED = 'Backup-RuleShadowed',
  /** At most one continuous rule selects a resource. */
  ONE_CONTINUOUS_RULE = 'Backup-OneContinuousRule',
  /** Recovery points in a vault with a compliance lock have a retention. */
  RECOVERY_POINTS_EXPIRE = 'Backup-RecoveryPointsExpire',
  /** Resources that support continuous backups have them. */
  POINT_IN_TIME_RECOVERY = 'Backup-PointInTimeRecovery',
  /** A selection has a name that AWS Backup accepts. */
  SELECTION_NAME = 'Backup-SelectionName',
  /** The ARNs, tags, and conditions of selections are within the quotas, and so are the selections of a plan while one of them is replaced. */
  SELECTION_QUOTAS = 'Backup-SelectionQuotas',
  /** Condition keys have the prefix aws:ResourceTag/, and keys in tag lists do not. */
  SELECTION_TAG_KEYS = 'Backup-SelectionTagKeys',
  /** Tag values that a selection compares exactly have no wildcard. */
  SELECTION_TAG_VALUES = 'Backup-SelectionTagValues',
  /** A selection names valid ARNs, of resources that AWS Backup protects. */
  SELECTION_ARNS = 'Backup-SelectionArns',
  /** A selection refers to its plan by id, not by ARN. */
  SELECTION_PLAN = 'Backup-SelectionPlan',
  /** A selection, including one of restore testing, names a role by its ARN, and AWS Backup can assume the role. */
  SELECTION_ROLE = 'Backup-SelectionRole',
  /** A role names the AWS managed policies for backups with their paths. */
  ROLE_POLICY_PATHS = 'Backup-RolePolicyPaths',
  /** The role of a selection of buckets has the policies for S3. */
  SELECTION_ROLE_FOR_S3 = 'Backup-SelectionRoleForS3',
  /** The role of a selection has the permissions that backups of its resources need. */
  SELECTION_ROLE_PERMISSIONS = 'Backup-SelectionRolePermissions',
  /** A policy of a retained role is retained too. */
  RETAINED_ROLE_POLICIES = 'Backup-RetainedRolePolicies',
  /** A selection names the resources that it selects. */
  SELECTION_NOT_EMPTY = 'Backup-SelectionNotEmpty',
  /** A selection does not combine ARNs with wildcards and a tag list. */
  SELECTION_UNION = 'Backup-SelectionUnion',
  /** Every resource that AWS Backup can protect is in a plan. */
  RESOURCE_IN_PLAN = 'Backup-ResourceInPlan',
  /** A bucket that is backed up is versioned. */
  BUCKET_VERSIONED = 'Backup-BucketVersioned',
  /** A bucket that is backed up sends its events to EventBridge. */
  BUCKET_EVENTS = 'Backup-BucketEvents',
  /** The lifecycle rules of a bucket do not delete or archive its objects before they are backed up. */
  BUCKET_LIFECYCLE = 'Backup-BucketLifecycle',
  /** Tables are copied to another Region only with advanced features. */
  DYNAMODB_CROSS_REGION_COPY = 'Backup-DynamoDbCrossRegionCopy',
  /** Tables are copied to another account only with advanced features. */
  DYNAMODB_CROSS_ACCOUNT_COPY = 'Backup-DynamoDbCrossAccountCopy',
  /** Tables are moved to cold storage only with advanced features. */
  DYNAMODB_COLD_STORAGE = 'Backup-DynamoDbColdStorage',
  /** Backups of tables are encrypted with the key of the vault only with advanced features. */
  DYNAMODB_VAULT_KEY = 'Backup-DynamoDbVaultKey',
  /** Resources that are copied to another account are encrypted with a customer managed key that the account can use. */
  COPY_SOURCE_KEY = 'Backup-CopySourceKey',
  /** The policies of a bucket's key and of its backup role let the role use the key. */
  BUCKET_KEY_POLICY = 'Backup-BucketKeyPolicy',
  /** The key of a resource is retained when its stack is deleted, if it encrypts recovery points. */
  RESOURCE_KEY_RETAINED = 'Backup-ResourceKeyRetained',
  /** AWS KMS rotates the key of a resource every year, if it encrypts recovery points. */
  RESOURCE_KEY_ROTATION = 'Backup-ResourceKeyRotation',
  /** The key of a resource has the longest waiting period before it is deleted, if it encrypts recovery points. */
  RESOURCE_KEY_DELETION_WINDOW = 'Backup-ResourceKeyDeletionWindow',
  /** The destination vault of a copy has a key that can encrypt the copy. */
  COPY_DESTINATION_KEY = 'Backup-CopyDestinationKey',
  /** A vault notifies a standard topic. */
  TOPIC_STANDARD = 'Backup-TopicStandard',
  /** The topic of a vault is in its account and Region. */
  TOPIC_PLACE = 'Backup-TopicPlace',
  /** AWS Backup can use the key of a vault's topic. */
  TOPIC_KEY = 'Backup-TopicKey',
  /** The topic of a vault is encrypted. */
  TOPIC_ENCRYPTED = 'Backup-TopicEncrypted',
  /** The policy of a vault's topic allows AWS Backup to publish. */
  TOPIC_POLICY = 'Backup-TopicPolicy',
  /** CloudFormation creates a vault after the policy of its topic. */
  TOPIC_POLICY_FIRST = 'Backup-TopicPolicyFirst',
  /** The topic of a vault has a subscription. */
  TOPIC_SUBSCRIBED = 'Backup-TopicSubscribed',
  /** A vault notifies of events that AWS Backup sends. */
  VAULT_EVENTS = 'Backup-VaultEvents',
  /** Frameworks and report plans have names and descriptions that AWS Backup accepts. */
  FRAMEWORK_NAME = 'Backup-FrameworkName',
  /** Controls exist, and their parameters are within the limits of AWS. */
  FRAMEWORK_CONTROLS = 'Backup-FrameworkControls',
  /** A control has a scope that it supports. */
  CONTROL_SCOPE = 'Backup-ControlScope',
  /** A control is narrowed to resource types that AWS Backup Audit Manager evaluates. */
  CONTROL_SCOPE_TYPES = 'Backup-ControlScopeTypes',
  /** Frameworks and controls are within the default quotas. */
  FRAMEWORK_QUOTAS = 'Backup-FrameworkQuotas',
  /**
   * A report plan has a template and formats that exist. A report on several accounts or Regions has the format CSV. A compliance report on one account and Region names frameworks, and one on several accounts names none.
   */
  REPORT_PLAN_FORMAT = 'Backup-ReportPlanFormat',
  /** The bucket of a report plan allows AWS Backup to write. */
  REPORT_BUCKET_POLICY = 'Backup-ReportBucketPolicy',
  /** The public cannot read the bucket of a report plan. */
  REPORT_BUCKET_PUBLIC = 'Backup-ReportBucketPublic',
  /** Restore testing plans and selections have names that AWS Backup accepts. */
  RESTORE_TESTING_NAME = 'Backup-RestoreTestingName',
  /** The schedule of a restore testing plan is a valid AWS cron expression, in a time zone that exists. */
  RESTORE_TESTING_SCHEDULE = 'Backup-RestoreTestingSchedule',
  /** The windows of restore testing are within the limits of AWS Backup. */
  RESTORE_TESTING_WINDOWS = 'Backup-RestoreTestingWindows',
  /** A restore testing selection has a type that restore testing supports. */
  RESTORE_TESTING_TYPE = 'Backup-RestoreTestingType',
  /** A restore testing plan selects recovery points with values that AWS Backup supports. */
  RESTORE_TESTING_RECOVERY_POINTS = 'Backup-RestoreTestingRecoveryPoints',
  /** A restore testing selection of FSx has the overrides that a restore requires. */
  RESTORE_TESTING_FSX = 'Backup-RestoreTestingFsx',
  /** The role of a restore testing selection has the permissions that restores of its type need. */
  RESTORE_TESTING_ROLE = 'Backup-RestoreTestingRole',
  /** Lists in restore metadata are JSON arrays. */
  RESTORE_TESTING_OVERRIDES = 'Backup-RestoreTestingOverrides',
  /** A restore testing selection has ARNs or conditions, not both, and is within the quotas. */
  RESTORE_TESTING_RESOURCES = 'Backup-RestoreTestingResources',
  /** Restore testing covers every type that is backed up. */
  RESTORE_TESTED = 'Backup-RestoreTested',
  /** Backups are copied to another Region or account. */
  COPY_ELSEWHERE = 'Backup-CopyElsewhere',
  /** Backups are copied to the required Regions and accounts. */
  REQUIRED_COPIES = 'Backup-RequiredCopies',
  /** A tiering configuration has a name and resources that AWS Backup accepts. */
  TIERING_CONFIGURATION = 'Backup-TieringConfiguration',
  /** A legal hold has dates and a description that AWS Backup accepts. */
  LEGAL_HOLD = 'Backup-LegalHold',
  /** A backup access point has a name, a time, and a policy that AWS Backup accepts, and belongs to an S3 recovery point. */
  ACCESS_POINT = 'Backup-AccessPoint',
  /**
   * A backup policy of an organization is JSON in the syntax of backup policies with string values, is not too long, and selects by tags or by resources.
   */
  ORGANIZATION_POLICY = 'Backup-OrganizationPolicy',
  /** The Region has the features that are deployed to it. */
  MISSING_IN_REGION = 'Backup-MissingInRegion',
  /**
   * Vaults, frameworks, report plans, restore testing plans, and tiering configurations have unique names in an account and Region. A vault is in one tiering configuration. No two plans have the same name and rules, and no two frameworks have the same controls.
   */
  NAME_GIVEN_TWICE = 'Backup-NameGivenTwice',
  /** One resource writes the policy of a topic that a vault notifies, or of a bucket that receives reports or data of AWS Config. */
  POLICY_WRITTEN_TWICE = 'Backup-PolicyWrittenTwice',
}
