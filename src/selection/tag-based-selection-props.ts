import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { TagCondition } from './tag-condition';
import type { BackupResourceType } from '../resource-type/backup-resource-type';

/**
 * Properties of a `TagBasedSelection`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface TagBasedSelectionProps {
  /** The plan that backs up the selected resources, in the same account and Region: a `TieredBackupPlan`, an L2, an L1, or an imported plan. */
  readonly plan: aws_backup.IBackupPlanRef;

  /**
   * The name of the selection: 1 to 50 letters, digits, hyphens, underscores, or dots. If the construct creates several selections, it appends a
   * number.
   *
   * @default - a readable part and a hash of the construct path
   */
  readonly selectionName?: string;

  /**
   * Conditions on the tags of a resource, at most 30. All of them must be true. Without `resourceTypes` or `resources`, they select among all
   * resources of the account and Region.
   *
   * @default - no condition
   */
  readonly conditions?: TagCondition[];

  /**
   * Tags of which a resource must have at least one, at most 30, `TagCondition.equalTo` only. With `resourceTypes`, both must match. The construct
   * then creates one selection for each tag.
   *
   * @default - none
   */
  readonly anyOf?: TagCondition[];

  /**
   * The resource types that are selected.
   *
   * @default - every type that AWS Backup is opted in for
   */
  readonly resourceTypes?: BackupResourceType[];

  /**
   * The ARNs of resources, with `*` at the end for several. They are selected in addition to `anyOf` and `resourceTypes`, and must meet
   * `conditions`. At most 500 without `*`, and 30 with `*`. Each of the `resourceTypes` counts as an ARN with `*`.
   *
   * @default - none
   */
  readonly resources?: string[];

  /**
   * The ARNs of resources that are never selected, with `*` at the end for several. At most 500 without `*`, and 30 with `*`.
   *
   * @default - none
   */
  readonly exclude?: string[];

  /**
   * The role of this account that AWS Backup assumes. It must exist as long as its recovery points. The construct attaches the managed policies that
   * the types and options need to a role of this app. For an imported role, it warns instead.
   *
   * @default - a retained role with only the managed policies that the types and options need
   */
  readonly role?: iam.IRole;

  /**
   * Whether the construct attaches managed policies to `role`, and warns of those that it cannot attach. Set it to `false` if the role has policies of
   * its own.
   *
   * @default true
   */
  readonly attachPolicies?: boolean;

  /**
   * Whether the role can also restore.
   *
   * @default false
   */
  readonly allowRestores?: boolean;

  /**
   * The permissions boundary of the role that the construct creates. The role is retained, and IAM does not delete a boundary that a role uses. Retain
   * a boundary of this app, too.
   *
   * @default - none
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}

/**
 * Options of `TagBasedSelection.protect`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface ProtectOptions {
  /**
   * Values for tags whose conditions do not determine one, by tag key: for `TagCondition.like`, for `TagCondition.notEquals`, or for one of several
   * `anyOf`. A value must meet the conditions.
   *
   * @default - only tags that the conditions determine
   */
  readonly values?: { [tagKey: string]: string };

  /**
   * Whether it is an error instead of a warning if the call protects nothing, or leaves out a resource for a reason other than your own choice. Your
   * choices are `resourceTypes`, the other conditions, and tags nearer to a resource.
   *
   * @default false
   */
  readonly required?: boolean;

  /**
   * Whether keys of this app that encrypt the protected resources are shared with the accounts that the plan copies to. AWS Backup of these accounts
   * can then use the keys. Types that AWS Backup manages fully do not need it, because the key of the vault encrypts their backups.
   *
   * @default false - a warning names each key and the statements that it needs
   */
  readonly shareKeys?: boolean;
}
