import type { Perhaps, PolicyDocument } from './document';
import { readDocument } from './read-document';
import { AWS_MANAGED_POLICIES } from '../capabilities/aws-managed-policies';
import { ROLE_POLICIES, pathOfPolicy } from '../capabilities/role-policies';
import { remember } from '../values/remember';
import { UNKNOWN } from '../values/unknown';

const OF_AWS = /:iam::aws:policy\/((?:.*\/)?([^/]+))$/;

const documentOf = remember((name): Perhaps<PolicyDocument> => {
  const known = AWS_MANAGED_POLICIES.find((policy) => policy.name === name);
  return known ? readDocument({ Version: '2012-10-17', Statement: known.statements as never }) : UNKNOWN;
});

const NAMES: readonly string[] = Object.values(ROLE_POLICIES);

/** What an AWS managed policy allows, as far as backups need it. `undefined` if the ARN is not that of an AWS managed policy. */
export function awsManagedPolicy(arn: string): Perhaps<PolicyDocument> | undefined {
  const [, path, name] = OF_AWS.exec(arn) ?? [];
  if (name === undefined) { return undefined; }
  // IAM rejects a role that names a policy with another path
  return NAMES.includes(name) && path !== pathOfPolicy(name) ? UNKNOWN : documentOf(name);
}
