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
