import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { TagCondition } from './tag-condition';
import type { BackupResourceType } from '../resource-type/backup-resource-type';

/** What a `TagBasedSelection` takes. */
export interface TagBasedSelectionProps {
  /**
   * The plan that backs up what is selected: a `TieredBackupPlan`, an L2, an L1 or an imported one. The selection
   * throws an error on one of another account or Region.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly plan: aws_backup.IBackupPlanRef;

  /**
   * The name of the selection: 1 to 50 letters, digits, hyphens, underscores or dots; the selection throws an error on
   * anything else. Where the construct makes several selections, a number is added.
   *
   * @default - a readable part and a hash of the construct path
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly selectionName?: string;

  /**
   * What must hold of a resource's tags, all of it, 30 at most; the selection throws an error on more. Without
   * `resourceTypes` or `resources` this selects among all resources of the account and Region.
   *
   * @default - no condition
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly conditions?: TagCondition[];

  /**
   * Tags of which one is enough, 30 at most, `TagCondition.equalTo` only; the selection throws an error on
   * anything else. With `resourceTypes` both must hold, for which the construct makes one selection per tag.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly anyOf?: TagCondition[];

  /**
   * The types that are selected.
   *
   * @default - every type that AWS Backup is opted in for
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly resourceTypes?: BackupResourceType[];

  /**
   * Resources by their ARN, with `*` at the end for several; they are selected besides `anyOf` and `resourceTypes`, and
   * have to meet `conditions`. 500 at most, and 30 with `*`, the types counted in; the selection throws an error on
   * more, and on what is no ARN.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly resources?: string[];

  /**
   * ARNs that are not selected whatever else is said, with `*` at the end for several. 500 at most, and 30 with `*`;
   * the selection throws an error on more, and on what is no ARN.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly exclude?: string[];

  /**
   * The role that AWS Backup takes. It needs the managed policies of what it does, and has to outlive its recovery
   * points. The selection throws an error on a role of another account.
   *
   * @default - a role with exactly the managed policies that the types and options need, retained
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role may also restore.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
   */
  readonly allowRestores?: boolean;

  /**
   * The permissions boundary of the role that the construct makes. The role is retained, and IAM does not delete the boundary of a role: retain a
   * boundary of this app, too.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}

/** How `protect` finds the tags. */
export interface ProtectOptions {
  /**
   * A value for a tag whose condition does not tell it, by tag key: for `TagCondition.like`, for one of several
   * `anyOf`, or for `TagCondition.notEquals`. `protect` throws an error where a value is needed and not given, and on
   * one that does not meet the conditions.
   *
   * @default - only tags that the conditions tell
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly values?: { [tagKey: string]: string };
}
