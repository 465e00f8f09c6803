import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupResourceType } from './backup-resource-type';
import type { TagCondition } from './tag-condition';

/** What a `TagBasedSelection` takes. */
export interface TagBasedSelectionProps {
  /** The plan that backs up what is selected: a `TieredBackupPlan`, an L2, an L1 or an imported one. */
  readonly plan: aws_backup.IBackupPlanRef;

  /**
   * The name of the selection: 1 to 50 letters, digits, hyphens, underscores or dots. Where the construct makes several
   * selections, a number is added.
   *
   * @default - a readable part and a hash of the construct path
   */
  readonly selectionName?: string;

  /**
   * What must hold of a resource's tags, all of it; 30 at most. Without `resourceTypes` or `resources` this selects among
   * all resources of the account and Region.
   *
   * @default - no condition
   */
  readonly conditions?: TagCondition[];

  /**
   * Tags of which one is enough, `TagCondition.equals` only; 30 at most. With `resourceTypes` both must hold, for which the
   * construct makes one selection per tag.
   *
   * @default - none
   */
  readonly anyOf?: TagCondition[];

  /**
   * The types that are selected.
   *
   * @default - every type that AWS Backup is opted in for
   */
  readonly resourceTypes?: BackupResourceType[];

  /**
   * Resources by their ARN, with `*` at the end for several; they are selected besides `anyOf` and `resourceTypes`, and have
   * to meet `conditions`. 500 at most, 30 of them with `*`, the types counted in.
   *
   * @default - none
   */
  readonly resources?: string[];

  /**
   * ARNs that are not selected whatever else is said, with `*` at the end for several. 500 at most, 30 of them with `*`.
   *
   * @default - none
   */
  readonly exclude?: string[];

  /**
   * The role that AWS Backup takes. It needs the managed policies of what it does, and has to outlive its recovery points.
   *
   * @default - a role with exactly the managed policies that the types and options need, retained
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role may also restore.
   *
   * @default false
   */
  readonly allowRestores?: boolean;

  /**
   * The permissions boundary of the role that the construct makes.
   *
   * @default - none
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;
}

/** How `protect` finds the tags. */
export interface ProtectOptions {
  /**
   * A value for a tag whose condition does not tell it, by tag key: for `TagCondition.like`, for one of several `anyOf`, or
   * for `TagCondition.notEquals`.
   *
   * @default - only tags that the conditions tell
   */
  readonly values?: { [tagKey: string]: string };
}
