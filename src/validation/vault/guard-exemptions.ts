import { RESERVED_ROLE_PATHS } from '../../capabilities/principals';
import { Problem } from '../../values/problem';

const ROLE = /^arn:[^:]*:iam::[^:]*:role\/(.*\/)?(AWSReservedSSO_[^/]*)$/;
/** A Region follows it, except for an Identity Center in us-east-1. */
const PATH = RESERVED_ROLE_PATHS.sso;

/**
 * Roles of IAM Identity Center that are exempt without their path. IAM compares the whole ARN, so nobody has it.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function ssoRoleProblems(property: string, arns: readonly string[]): Problem[] {
  return arns.flatMap((arn) => {
    const [, path = '', name] = ROLE.exec(arn) ?? [];
    return name === undefined || path.startsWith(PATH) || /[*?]/.test(path) ? [] : [new Problem('sso',
      `'${property}' should exempt roles of IAM Identity Center by their whole ARN, got '${arn}' without the path '${PATH}'. Nobody has that ARN. `
      + `Exempt 'role/${PATH}*/${name}', or without the part '*/' if the Identity Center is in us-east-1.`, arn)];
  });
}

const SESSION = /^arn:[^:]*:sts::[^:]*:assumed-role\//;

/**
 * Sessions of roles that are exempt by their ARNs. `aws:PrincipalArn` of a session is the ARN of its role in IAM, so nobody has them.
 *
 * @param arns of conditions: `NotPrincipal` can name sessions
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function sessionProblems(property: string, arns: readonly string[]): Problem[] {
  return arns.filter((arn) => SESSION.test(arn)).map((arn) => new Problem('session',
    `'${property}' should exempt roles by their ARNs in IAM, got '${arn}', the ARN of a session. IAM compares the ARN of the role, so nobody has that ARN. `
    + 'Write the ARN of the role, with its path.', arn));
}
