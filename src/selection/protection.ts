/** A resource that a selection now takes. */
export interface ProtectedResource {
  /** The construct path. */
  readonly path: string;
  /** The CloudFormation type. */
  readonly cfnType: string;
}

/** A resource that AWS Backup could protect and this selection does not take. */
export interface LeftOutResource extends ProtectedResource {
  /** Why not. */
  readonly reason: string;
}

/** What `protect` did. */
export interface Protection {
  /** The resources that got the tags. */
  readonly tagged: ProtectedResource[];
  /** The resources that stay unprotected: they cannot be tagged, or another condition of the selection leaves them out. */
  readonly leftOut: LeftOutResource[];
}
