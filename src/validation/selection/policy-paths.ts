import { ROLE_POLICIES, pathOfPolicy } from '../../capabilities/role-policies';
import { Problem } from '../../values/problem';

const OF_AWS = /^(.*:iam::aws:policy\/)((?:[^/]+\/)*)([^/]+)$/;
const NAMES: readonly string[] = Object.values(ROLE_POLICIES);

/** An AWS managed policy for backups whose ARN has a path that the policy does not have. IAM rejects such an ARN. */
export function policyPathProblems(name: string, arn: string): Problem[] {
  const [, prefix, path, policy] = OF_AWS.exec(arn) ?? [];
  const right = policy === undefined || !NAMES.includes(policy) ? undefined : pathOfPolicy(policy);
  return right === undefined || right === `${path}${policy}`
    ? []
    : [new Problem('path', `'${name}' must name AWS managed policies that exist, got '${arn}'. Write '${prefix}${right}'.`, policy)];
}
