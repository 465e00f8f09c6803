import type { Rule } from './rule';
import { RuleId } from './rule-id';
import { RULES } from './rules';

const IDS = {
  ValidityChecks: [
    RuleId.RESOURCE_PROPERTIES,
    RuleId.VAULT_NAME,
    RuleId.VAULT_LOCK_BOUNDS,
    RuleId.VAULT_KEY,
    RuleId.VAULT_POLICY_ACTIONS,
    RuleId.VAULT_POLICY_ACCOUNTS,
    RuleId.AIR_GAPPED_VAULT_RETENTION,
    RuleId.PLAN_NAME,
    RuleId.PLAN_QUOTAS,
    RuleId.RULE_SCHEDULE,
    RuleId.RULE_TIME_ZONE,
    RuleId.RULE_START_WINDOW,
    RuleId.RULE_LIFECYCLE,
    RuleId.RULE_CONTINUOUS,
    RuleId.RULE_FITS_VAULT_LOCK,
    RuleId.COPY_FITS_VAULT_LOCK,
    RuleId.RULE_TARGET,
    RuleId.RULE_AIR_GAPPED_TARGET,
    RuleId.COPY_DESTINATION,
    RuleId.COPY_SUPPORTED,
    RuleId.COPY_INTO_AIR_GAPPED_VAULT,
    RuleId.ADVANCED_SETTINGS,
    RuleId.RULE_INDEXES_AND_SCANS,
    RuleId.S3_BACKUPS_IN_ONE_VAULT,
    RuleId.SELECTION_NAME,
    RuleId.SELECTION_QUOTAS,
    RuleId.SELECTION_TAG_KEYS,
    RuleId.SELECTION_ARNS,
    RuleId.SELECTION_PLAN,
    RuleId.SELECTION_ROLE,
    RuleId.SELECTION_ROLE_FOR_S3,
    RuleId.SELECTION_NOT_EMPTY,
    RuleId.BUCKET_VERSIONED,
    RuleId.TOPIC_STANDARD,
    RuleId.TOPIC_PLACE,
    RuleId.TOPIC_KEY,
    RuleId.TOPIC_POLICY,
    RuleId.VAULT_EVENTS,
    RuleId.FRAMEWORK_NAME,
    RuleId.FRAMEWORK_CONTROLS,
    RuleId.CONTROL_SCOPE,
    RuleId.FRAMEWORK_QUOTAS,
    RuleId.REPORT_PLAN_FORMAT,
    RuleId.REPORT_BUCKET_POLICY,
    RuleId.RESTORE_TESTING_NAME,
    RuleId.RESTORE_TESTING_SCHEDULE,
    RuleId.RESTORE_TESTING_WINDOWS,
    RuleId.RESTORE_TESTING_TYPE,
    RuleId.RESTORE_TESTING_RECOVERY_POINTS,
    RuleId.RESTORE_TESTING_FSX,
    RuleId.RESTORE_TESTING_OVERRIDES,
    RuleId.RESTORE_TESTING_RESOURCES,
    RuleId.TIERING_CONFIGURATION,
    RuleId.LEGAL_HOLD,
    RuleId.ACCESS_POINT,
    RuleId.ORGANIZATION_POLICY,
    RuleId.MISSING_IN_REGION,
    RuleId.NAME_GIVEN_TWICE,
  ],
  RetentionChecks: [
    RuleId.RULE_MIN_RETENTION,
    RuleId.RULE_MAX_RETENTION,
    RuleId.RULE_SHORT_WARM_STORAGE,
    RuleId.RULE_COLD_STORAGE_UNSUPPORTED,
    RuleId.RULE_CONTINUOUS_UNSUPPORTED,
    RuleId.RULE_INTERVAL,
    RuleId.RULE_COMPLETION_WINDOW,
    RuleId.RULE_SHADOWED,
    RuleId.ONE_CONTINUOUS_RULE,
    RuleId.KEPT_FOR_EVER,
    RuleId.POINT_IN_TIME_RECOVERY,
    RuleId.VAULT_LOCKED,
  ],
  EncryptionChecks: [
    RuleId.VAULT_CUSTOMER_MANAGED_KEY,
    RuleId.COPY_SOURCE_KEY,
    RuleId.COPY_DESTINATION_KEY,
    RuleId.TOPIC_ENCRYPTED,
    RuleId.TOPIC_KEY,
  ],
  DynamoDbChecks: [
    RuleId.DYNAMODB_CROSS_REGION_COPY,
    RuleId.DYNAMODB_CROSS_ACCOUNT_COPY,
    RuleId.DYNAMODB_COLD_STORAGE,
    RuleId.DYNAMODB_VAULT_KEY,
  ],
  CoverageChecks: [
    RuleId.RESOURCE_IN_PLAN,
    RuleId.BUCKET_EVENTS,
    RuleId.BUCKET_VERSIONED,
    RuleId.SELECTION_NOT_EMPTY,
    RuleId.SELECTION_UNION,
  ],
  ResilienceChecks: [
    RuleId.VAULT_LOCKED,
    RuleId.VAULT_DELETION_GUARD,
    RuleId.VAULT_GUARD_REMOVABLE,
    RuleId.VAULT_LOCK_SEALED,
    RuleId.VAULT_NOTIFIES,
    RuleId.COPY_ELSEWHERE,
    RuleId.REQUIRED_COPIES,
    RuleId.RESTORE_TESTED,
    RuleId.CONTROL_SCOPE_TYPES,
    RuleId.FRAMEWORK_QUOTAS,
  ],
} as const satisfies Record<string, readonly RuleId[]>;

/** A pack, as constructs and the command line know it. */
export type PackName = keyof typeof IDS | 'BackupChecks';

export const PACK_NAMES: readonly PackName[] = [...Object.keys(IDS) as (keyof typeof IDS)[], 'BackupChecks'];

/** The rules of a pack. */
export function rulesOf(pack: PackName): readonly Rule[] {
  if (pack === 'BackupChecks') { return RULES; }
  const ids: readonly RuleId[] = IDS[pack];
  return RULES.filter(({ id }) => ids.includes(id));
}
