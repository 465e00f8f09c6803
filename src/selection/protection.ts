/** A resource that a selection now takes. */
export interface ProtectedResource {
  /**
   * The construct path.
   *
   * @see https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
   */
  readonly path: string;
  /**
   * The CloudFormation type.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html
   */
  readonly cfnType: string;
}

/** A resource that AWS Backup could protect and this selection does not take. */
export interface LeftOutResource extends ProtectedResource {
  /**
   * Why not.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly reason: string;
}

/** What `protect` did. */
export interface Protection {
  /**
   * The resources that got the tags.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly tagged: ProtectedResource[];
  /**
   * The resources that stay unprotected: they cannot be tagged, or another condition of the selection leaves them out.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly leftOut: LeftOutResource[];
}
