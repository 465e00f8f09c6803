const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/break-glass`;

/** How a guard can exempt principals, and whom of the others its denial does not reach. */
export interface GuardCondition {
  /** The elements of the statement that differ from a Deny for everyone. */
  readonly statement: Readonly<Record<string, unknown>>;
  /** In the words of the rule. Empty for a guard that protects. */
  readonly open: string;
}

const ROLES = 'any role of the account';
const EVERYONE = `${ROLES}, any IAM user, any federated user, the root user`;
const when = (operator: string, key: string, value: string | readonly string[]) => ({ Condition: { [operator]: { [key]: value } } });
const byArn = (operator: string, ...arns: string[]) => when(operator, 'aws:PrincipalArn', arns);

const EFFECTIVE: readonly GuardCondition['statement'][] = [
  {},
  byArn('ArnNotLike', ROLE),
  byArn('ArnNotEquals', ROLE),
  byArn('StringNotEquals', ROLE),
  byArn('StringNotLike', `${ROLE}`, `arn:aws:iam::${ACCOUNT}:role/ops/*`),
  byArn('StringNotEqualsIgnoreCase', ROLE),
  byArn('ArnNotLikeIfExists', ROLE),
  byArn('ForAllValues:StringNotEquals', ROLE),
  byArn('ForAnyValue:ArnNotLike', ROLE),
  byArn('StringNotEquals', `arn:aws:iam::${ACCOUNT}:role/*`), // characters, and not a pattern
  byArn('ArnNotLike', ROLE, `arn:aws:iam::${ACCOUNT}:root`), // exempts the root user by name
  byArn('ArnNotLike', 'arn:aws:iam::*:root'),
  byArn('ArnNotLike', `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_BreakGlass_*`),
  { Principal: undefined, NotPrincipal: { AWS: ROLE } },
  when('StringNotEquals', 'aws:PrincipalTag/break-glass', 'yes'),
  when('StringNotEqualsIfExists', 'aws:PrincipalTag/break-glass', 'yes'),
  when('ForAllValues:StringNotEquals', 'aws:PrincipalTag/break-glass', 'yes'),
  when('Null', 'aws:PrincipalTag/break-glass', 'true'),
  when('StringNotLike', 'aws:userid', 'AROAEXAMPLEROLEID0000:*'),
  when('StringNotLike', 'aws:userId', ['AROAEXAMPLEROLEID0000:*', 'AIDAEXAMPLEUSERID0000']),
  when('StringNotEquals', 'aws:username', 'break-glass'),
  when('Bool', 'aws:PrincipalIsAWSService', 'false'),
  when('BoolIfExists', 'aws:PrincipalIsAWSService', 'false'),
  when('StringNotEquals', 'aws:PrincipalServiceName', 'backup.amazonaws.com'),
  when('StringEquals', 'aws:PrincipalAccount', ACCOUNT),
  { Condition: { ArnNotLike: { 'aws:PrincipalArn': ROLE }, StringNotEquals: { 'aws:PrincipalTag/break-glass': 'yes' } } },
];

const OPEN: readonly (readonly [statement: GuardCondition['statement'], open: string])[] = [
  [byArn('ArnNotLike', `arn:aws:iam::${ACCOUNT}:role/*`), ROLES],
  [byArn('ArnNotEquals', ROLE, 'arn:aws:iam::*:role/*'), ROLES],
  [byArn('ArnNotLike', '*:role/*'), ROLES],
  [byArn('StringNotLikeIfExists', '*'), EVERYONE],
  [byArn('ArnNotLike', `arn:aws:iam::${ACCOUNT}:user/*`), 'any IAM user'],
  [byArn('StringNotLike', 'arn:aws:iam::*'), `${ROLES}, any IAM user, the root user`],
  [byArn('StringLike', 'arn:aws:iam::*'), 'any federated user'],
  [byArn('ArnEquals', ROLE), EVERYONE],
  [byArn('ArnNotLike', `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/*`), 'any role of IAM Identity Center'],
  [byArn('StringNotLike', '*/break-glass'), 'a role \'break-glass\' under another path'],
  [when('StringEquals', 'aws:PrincipalTag/team', 'interns'), EVERYONE],
  [when('StringEqualsIfExists', 'aws:PrincipalTag/team', 'interns'), 'any role with another value of aws:PrincipalTag/team'],
  [when('ForAllValues:StringEquals', 'aws:PrincipalTag/team', 'interns'), 'any role with another value of aws:PrincipalTag/team'],
  [when('ForAnyValue:StringNotEquals', 'aws:PrincipalTag/break-glass', 'yes'), EVERYONE],
  [when('Null', 'aws:PrincipalTag/team', 'false'), EVERYONE],
  [when('StringNotLike', 'aws:userid', '*:break-glass'), 'a session that is named \'break-glass\''],
  [when('StringNotLike', 'aws:userid', 'AROA*'), ROLES],
  [when('StringLike', 'aws:userid', 'AIDA*'), `${ROLES}, any federated user, the root user`],
  [when('StringNotEquals', 'aws:PrincipalType', 'AssumedRole'), ROLES],
  [when('Bool', 'aws:PrincipalIsAWSService', 'true'), EVERYONE],
  [when('StringEquals', 'aws:PrincipalServiceName', 'backup.amazonaws.com'), EVERYONE],
  [when('StringNotEquals', 'aws:PrincipalAccount', ACCOUNT), EVERYONE],
  [when('StringNotEquals', 'aws:PrincipalOrgID', 'o-abc1234567'), EVERYONE],
  [when('Bool', 'aws:ViaAWSService', 'false'), 'any role that calls through CloudFormation'],
  [when('ForAllValues:StringNotEquals', 'aws:CalledVia', 'cloudformation.amazonaws.com'), 'any role that calls through CloudFormation'],
  [when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false'), EVERYONE],
  [when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24'), EVERYONE],
  [when('Bool', 'aws:SecureTransport', 'false'), EVERYONE],
  [{ Condition: { ArnNotLike: { 'aws:PrincipalArn': ROLE }, Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }, EVERYONE],
];

export const GUARD_CONDITIONS: readonly GuardCondition[] = [
  ...EFFECTIVE.map((statement) => ({ statement, open: '' })),
  ...OPEN.map(([statement, open]) => ({ statement, open })),
];
