/** The source of a fact, and the date of the source. */
export interface Source {
  /** The AWS page, or the API model or schema by name. */
  readonly page: string;
  /** ISO date on which that text was current; the first of January where only its year is known. */
  readonly asOf: string;
}

/** The certainty of a fact. No error is based on a fact that is not `verified`. */
export type Certainty =
  /** Stated by the source. */
  | 'verified'
  /** Believed, but not found in a source. */
  | 'unverified'
  /** Two sources disagree; the note says how. */
  | 'conflict';

/** A fact without a certainty is stated by its source. */
export function isVerified({ certainty = 'verified' }: { readonly certainty?: Certainty }): boolean {
  return certainty === 'verified';
}

const GUIDE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';

/** A page of the AWS Backup Developer Guide. */
export function developerGuide(page: string, asOf: string): Source {
  return { page: `${GUIDE}/${page}.html`, asOf };
}

/** The service model of the AWS Backup API, as published with the SDKs. */
export function apiModel(shape: string): Source {
  return { page: `AWS Backup API model 2018-11-15, ${shape} (botocore 1.44.5)`, asOf: '2026-11-21' };
}

/** The CloudFormation registry schema of a resource type. */
export function cfnSchema(resourceType: string): Source {
  return { page: `CloudFormation registry schema of ${resourceType}`, asOf: '2026-08-07' };
}
