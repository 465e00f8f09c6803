/**
 * A resource that a selection now selects.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface ProtectedResource {
  /** The construct path. */
  readonly path: string;

  /** The CloudFormation type, such as `AWS::DynamoDB::Table`. */
  readonly cfnType: string;
}

/**
 * A resource that AWS Backup could protect and this selection does not select.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface LeftOutResource extends ProtectedResource {
  /** Why the resource is not selected. */
  readonly reason: string;
}

/**
 * A key that another account needs for copies, and that is not shared with it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export interface UnsharedKey {
  /** The construct path of the key, its ARN, or the alias of an AWS managed key. */
  readonly key: string;

  /** The construct paths of the resources that the key encrypts. */
  readonly resources: string[];

  /** The account that needs the key. */
  readonly accountId: string;

  /** Why the key is not shared, and what to do. */
  readonly reason: string;
}

/**
 * The result of `TagBasedSelection.protect`, as the app stands when you call it. When the app is complete, warnings report what is left out then.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface Protection {
  /** The resources that are tagged. */
  readonly tagged: ProtectedResource[];

  /** The resources that stay unprotected. They cannot be tagged, or another condition of the selection excludes them. */
  readonly leftOut: LeftOutResource[];

  /**
   * The keys of tagged resources that copies to other accounts need, and that are not shared. It is empty if the plan copies to no other account, or is
   * not a `TieredBackupPlan`.
   */
  readonly unsharedKeys: UnsharedKey[];
}
