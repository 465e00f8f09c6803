import type { Perhaps, PolicyDocument } from './document';
import { readDocument } from './read-document';
import { AWS_MANAGED_POLICIES } from '../capabilities/aws-managed-policies';
import { remember } from '../values/remember';
import { UNKNOWN } from '../values/unknown';

const OF_AWS = /:iam::aws:policy\/(?:.*\/)?([^/]+)$/;

const documentOf = remember((name): Perhaps<PolicyDocument> => {
  const known = AWS_MANAGED_POLICIES.find((policy) => policy.name === name);
  return known ? readDocument({ Version: '2012-10-17', Statement: known.statements as never }) : UNKNOWN;
});

/** What an AWS managed policy allows, as far as backups need it. `undefined` if the ARN is not that of an AWS managed policy. */
export function awsManagedPolicy(arn: string): Perhaps<PolicyDocument> | undefined {
  const [, name] = OF_AWS.exec(arn) ?? [];
  return name === undefined ? undefined : documentOf(name);
}
