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
 * The result of `TagBasedSelection.protect`.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export interface Protection {
  /** The resources that are tagged. */
  readonly tagged: ProtectedResource[];

  /** The resources that stay unprotected. They cannot be tagged, or another condition of the selection excludes them. */
  readonly leftOut: LeftOutResource[];
}
