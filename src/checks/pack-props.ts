import type { Duration } from 'aws-cdk-lib';
import type { RuleId } from './rule-id';
import type { RuleLevel } from './rule-level';

/** What every pack takes. */
export interface PackProps {
  /**
   * The only rules of the pack that are applied.
   *
   * @default - all rules of the pack
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  readonly include?: RuleId[];

  /**
   * Rules of the pack that are not applied.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  readonly exclude?: RuleId[];

  /**
   * Other levels for rules. A key is the id of a rule, such as `Backup-CopyElsewhere`, or the name of a member of `RuleId`,
   * such as `COPY_ELSEWHERE`.
   *
   * @default - the levels of the rules
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  readonly levels?: { [ruleId: string]: RuleLevel };

  /**
   * Whether a value that cannot be known at synth time, such as a parameter, is a finding of its rule.
   *
   * @default false - it is counted in the metadata of the report
   * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
   */
  readonly strict?: boolean;
}

/** What `RetentionChecks` takes. */
export interface RetentionChecksProps extends PackProps {
  /**
   * How long backups and copies have to be kept at least, in days.
   *
   * @default - no minimum
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly minRetention?: Duration;

  /**
   * How long backups and copies may be kept at most, in days.
   *
   * @default - no maximum
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly maxRetention?: Duration;

  /**
   * Whether every vault has to have a lock in compliance mode.
   *
   * @default false - a vault without any lock is a warning
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly requireComplianceLock?: boolean;
}

/** What `DynamoDbChecks` takes. */
export interface DynamoDbChecksProps extends PackProps {
  /**
   * Whether the account has the advanced features of AWS Backup for DynamoDB in this Region, which no template shows: without
   * them tables are not copied, not moved to cold storage, and not encrypted with the key of the vault.
   *
   * @default - not known: what takes them is a warning; where it is false, an error
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html
   */
  readonly dynamoDbAdvancedFeatures?: boolean;
}

/** What `CoverageChecks` takes. */
export interface CoverageChecksProps extends PackProps {
  /**
   * The resource types that have to be in a plan, by the names of AWS Backup, such as `DynamoDB` or `EBS`.
   *
   * @default - every type that AWS Backup can protect
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
   */
  readonly protectedTypes?: string[];

  /**
   * The key of a tag whose resources need no plan.
   *
   * @default - every resource needs one
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly exemptTagKey?: string;

  /**
   * The value that the exempting tag has to have.
   *
   * @default - any value
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly exemptTagValue?: string;
}

/** What `ResilienceChecks` takes. */
export interface ResilienceChecksProps extends PackProps {
  /**
   * The ids of the Regions that every plan has to copy to.
   *
   * @default - none: a plan that copies nowhere is a warning
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
   */
  readonly requiredCopyRegions?: string[];

  /**
   * The ids of the accounts that every plan has to copy to, of twelve digits each.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
   */
  readonly requiredCopyAccounts?: string[];

  /**
   * Whether every vault has to have a lock in compliance mode.
   *
   * @default false - a vault without any lock is a warning
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly requireComplianceLock?: boolean;
}

/** What `BackupChecks` takes: whatever one of the other packs takes. */
export interface BackupChecksProps extends RetentionChecksProps, DynamoDbChecksProps, CoverageChecksProps, ResilienceChecksProps {}
