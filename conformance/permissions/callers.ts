import { type SimulationIdentityPolicy, type SimulationRequestPrincipal, anonymousPrincipal } from '@cloud-copilot/iam-simulate';
import type { Governed, Policy } from './policies';

/** A caller, and the condition keys of its requests. */
export interface Caller {
  readonly label: string;
  readonly principal: SimulationRequestPrincipal;
  readonly identity: readonly SimulationIdentityPolicy[];
  readonly context: Readonly<Record<string, string | string[]>>;
}

export const ORGANIZATION = 'o-abc1234567';
export const OTHER_ORGANIZATION = 'o-zyx9876543';
/** An account that no template has. */
export const STRANGE_ACCOUNT = '999988887777';

/** Identity policies that allow everything. An action that is denied to this caller is denied to everyone. */
const EVERYTHING: Policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
export const ALL_RIGHTS = [{ name: 'Everything', policy: EVERYTHING }];

export function root(account: string): Caller {
  const arn = `arn:aws:iam::${account}:root`;
  return { label: `the root user of ${account}`, principal: arn, identity: ALL_RIGHTS, context: contextOf(arn, account) };
}

/** A session of a role that has all permissions. */
export function roleWithAllRights(account: string, name: string, path = ''): Caller {
  return session(account, name, ALL_RIGHTS, path);
}

export function administrator(account: string): Caller {
  return roleWithAllRights(account, 'Administrator');
}

/** A session of a role without policies, so that only the policy of the resource counts. */
export function roleWithoutRights(account: string, name = 'Nobody', path = ''): Caller {
  return session(account, name, [], path);
}

/** A session of a role of a template, with its permissions. */
export function sessionOf(role: Governed): Caller {
  return session(role.account, role.arn.split('/').pop()!, role.identity);
}

/** The same with all permissions, for denials that do not depend on the policies of the role. */
export function sessionWithAllRights(role: Governed): Caller {
  return session(role.account, role.arn.split('/').pop()!, ALL_RIGHTS);
}

/** The role that CloudFormation uses for `cdk deploy`. */
export function deploying({ account, region }: Pick<Governed, 'account' | 'region'>): Caller {
  return roleWithAllRights(account, `cdk-hnb659fds-cfn-exec-role-${account}-${region}`);
}

const SERVICE_ROLE = ['AWSServiceRoleForBackup', 'aws-service-role/backup.amazonaws.com/'] as const;

/** The service-linked role of AWS Backup, with all permissions. */
export function extendedServiceRole(account: string): Caller {
  return roleWithAllRights(account, ...SERVICE_ROLE);
}

/**
 * The same role with its KMS permissions in AWSBackupServiceLinkedRolePolicyForBackup, version 31 of 2026-02-12.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceLinkedRolePolicyForBackup.html
 */
export function backupServiceRole(account: string, region: string): Caller {
  const [name, path] = SERVICE_ROLE;
  const throughServices = { 'kms:ViaService': ['ec2.*.amazonaws.com', 'rds.*.amazonaws.com', 'fsx.*.amazonaws.com'] };
  const policy: Policy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' },
      { Effect: 'Allow', Action: ['kms:ListGrants', 'kms:ReEncryptFrom', 'kms:GenerateDataKeyWithoutPlaintext'], Resource: '*', Condition: { StringLike: throughServices } },
      { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: '*', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringLike: throughServices } },
    ],
  };
  const via = `ec2.${region}.amazonaws.com`;
  return where(session(account, name, [{ name: 'Managed', policy }], path), `through ${via}`, { 'kms:ViaService': via, 'kms:GrantIsForAWSResource': 'true' });
}

/** A service principal, with the source of its request if one is given. */
export function service(name: string, source: { readonly account?: string; readonly arn?: string } = {}): Caller {
  const principal = `${name}.amazonaws.com`;
  return {
    label: `${principal}${source.arn ? ` for ${source.arn}` : source.account ? ` for ${source.account}` : ''}`,
    principal,
    identity: [],
    context: {
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': principal,
      'aws:SecureTransport': 'true',
      ...source.account ? { 'aws:SourceAccount': source.account } : {},
      ...source.arn ? { 'aws:SourceArn': source.arn } : {},
    },
  };
}

/** An anonymous caller. */
export const ANONYMOUS: Caller = { label: 'somebody unknown', principal: anonymousPrincipal, identity: [], context: { 'aws:SecureTransport': 'true' } };

/** The same caller with other condition keys. */
export function where(caller: Caller, label: string, context: Caller['context']): Caller {
  return { ...caller, label: `${caller.label}, ${label}`, context: { ...caller.context, ...context } };
}

export function inOrganization(caller: Caller, organization: string, unit = 'r-ab12/ou-ab12-11111111'): Caller {
  return where(caller, `of ${organization}/${unit}`, {
    'aws:PrincipalOrgID': organization, 'aws:PrincipalOrgPaths': [`${organization}/${unit}/`],
  });
}

/** A request without TLS. */
export function inTheClear(caller: Caller): Caller {
  return where(caller, 'without TLS', { 'aws:SecureTransport': 'false' });
}

function session(account: string, name: string, identity: readonly SimulationIdentityPolicy[], path = ''): Caller {
  return {
    label: `the role ${path}${name} of ${account}${identity === ALL_RIGHTS ? ' with all rights' : ''}`,
    principal: `arn:aws:sts::${account}:assumed-role/${name}/session`,
    identity,
    context: contextOf(`arn:aws:iam::${account}:role/${path}${name}`, account),
  };
}

function contextOf(principalArn: string, account: string): Caller['context'] {
  return {
    'aws:PrincipalArn': principalArn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalIsAWSService': 'false',
    'aws:SecureTransport': 'true',
    'aws:MultiFactorAuthPresent': 'false',
  };
}
