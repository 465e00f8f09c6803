import type { Duration } from 'aws-cdk-lib';
import type { RuleId } from './rule-id';
import type { RuleLevel } from './rule-level';

/**
 * Props of every pack.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export interface PackProps {
  /**
   * The rules of the pack to apply.
   *
   * @default - all rules of the pack
   */
  readonly include?: RuleId[];

  /**
   * The rules of the pack to leave out.
   *
   * @default - none
   */
  readonly exclude?: RuleId[];

  /**
   * Levels that replace those of rules. A key is the id of a rule, such as `Backup-CopyElsewhere`, or the name of a member of `RuleId`,
   * such as `COPY_ELSEWHERE`.
   *
   * @default - the levels of the rules
   */
  readonly levels?: { [ruleId: string]: RuleLevel };

  /**
   * Whether a value that is unknown at synthesis, such as a parameter, is a finding of its rule.
   *
   * @default false - unknown values are counted in the metadata of the report
   */
  readonly strict?: boolean;
}

/**
 * Props of `RetentionChecks`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export interface RetentionChecksProps extends PackProps {
  /**
   * The shortest retention that backups and copies must have, in days.
   *
   * @default - no minimum
   */
  readonly minRetention?: Duration;

  /**
   * The longest retention that backups and copies can have, in days.
   *
   * @default - no maximum
   */
  readonly maxRetention?: Duration;

  /**
   * Whether every vault must have a lock in compliance mode.
   *
   * @default false - a vault without a lock is a warning
   */
  readonly requireComplianceLock?: boolean;
}

/**
 * Props of `DynamoDbChecks`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html
 */
export interface DynamoDbChecksProps extends PackProps {
  /**
   * Whether the account has the advanced features of AWS Backup for DynamoDB in this Region. No template shows this setting. Without the features,
   * tables are not copied, not moved to cold storage, and not encrypted with the key of the vault.
   *
   * @default - unknown; a plan that requires them is a warning. With `false`, it is an error.
   */
  readonly dynamoDbAdvancedFeatures?: boolean;
}

/**
 * Props of `CoverageChecks`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface CoverageChecksProps extends PackProps {
  /**
   * The resource types that must be in a plan, by their names in AWS Backup, such as `DynamoDB` or `EBS`.
   *
   * @default - every type that AWS Backup can protect
   */
  readonly protectedTypes?: string[];

  /**
   * The key of a tag. Resources that have the tag do not require a plan.
   *
   * @default - every resource requires a plan
   */
  readonly exemptTagKey?: string;

  /**
   * The value that the tag of `exemptTagKey` must have.
   *
   * @default - any value
   */
  readonly exemptTagValue?: string;
}

/**
 * Props of `ResilienceChecks`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface ResilienceChecksProps extends PackProps {
  /**
   * The ids of the Regions that every plan must copy to.
   *
   * @default - none; a plan without copies is a warning
   */
  readonly requiredCopyRegions?: string[];

  /**
   * The ids of the accounts that every plan must copy to. Each has twelve digits.
   *
   * @default - none
   */
  readonly requiredCopyAccounts?: string[];

  /**
   * Whether every vault must have a lock in compliance mode.
   *
   * @default false - a vault without a lock is a warning
   */
  readonly requireComplianceLock?: boolean;
}

/**
 * Props of `BackupChecks`, which are those of all other packs.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 */
export interface BackupChecksProps extends RetentionChecksProps, DynamoDbChecksProps, CoverageChecksProps, ResilienceChecksProps {}
