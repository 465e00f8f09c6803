import { ACCOUNT_ID, RESERVED_ROLE_PATHS } from '../../capabilities/principals';
import { type Answer, anyOf } from '../../values/answer';
import type { Written } from '../../values/fragments';
import { Problem } from '../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { isLike } from '../../values/wildcards';

/** A role that the templates create. */
export interface CreatedRole {
  /** With `*` for each unknown part. `undefined` if CloudFormation generates it. */
  readonly name: string | undefined;
  readonly account: Value<string>;
}

/** The exempt roles that the templates do not create. Other roles are not listed. */
export interface Uncreated {
  /** Certainly not created by the templates, such as `role/break-glass`. */
  readonly certain: readonly string[];
  /** Whether one of the others might not be created either. */
  readonly hasDoubtful: boolean;
}

/** Stands in an ARN for a part that is known only at deployment. */
export const OPEN = '${}';
const ROLE = /^arn:[^:]*:iam::([^:]*):(role\/.+)$/;
/** A deployment with this role shows that it exists. */
const BOOTSTRAP = /^role\/cdk-.+-cfn-exec-role-/;
const SSO_NAME = /\/AWSReservedSSO_[^/]*$/;

/** The principals that a guard exempts. */
export interface Exemptions {
  /** Without the role that deploys the vault, if that is known. */
  readonly arns: readonly Written[];
  /** Whether the role that deploys is exempt besides. Otherwise it might be one of the others. */
  readonly deployerToo: boolean;
  /** The account of the vault. */
  readonly account: Value<string>;
}

/**
 * Which exempt roles everyone who can create roles could create, because they might not exist.
 *
 * Patterns, and roles of IAM Identity Center without their path, have warnings of their own. A role of another account is left out: nobody in the account of
 * the vault can create it. The role that deploys is left out, because a deployment shows that it exists.
 */
export function uncreatedRoles({ arns, deployerToo, account }: Exemptions, created: readonly CreatedRole[]): Uncreated {
  const roles = arns.flatMap((arn) => creatableRole(arn, account) ?? []);
  const answers = roles.map((role) => ({ role, isCreated: anyOf(created.map((each) => isSameRole(role, each))) }));
  const certain = answers.filter(({ isCreated }) => isCreated === false).map(({ role }) => role.resource);
  return certain.length === 1 && !deployerToo
    ? { certain: [], hasDoubtful: true }
    : { certain, hasDoubtful: answers.some(({ isCreated }) => isCreated === UNKNOWN) };
}

/** @param templates the word for all of them: `this app` */
export function uncreatedRoleProblems(property: string, { certain }: Uncreated, templates: string): Problem[] {
  if (certain.length === 0) { return []; }
  const roles = certain.map((role) => `'${role}'`).join(', ');
  const [them, exist] = certain.length === 1 ? ['the role', 'it exists'] : ['the roles', 'they exist'];
  return [new Problem('uncreated', `'${property}' should exempt roles that ${templates} ${templates.endsWith('s') ? 'create' : 'creates'}, got ${roles}. If a role does not exist, everyone `
    + `whose policies allow 'iam:CreateRole' can create it, and is exempt. Create ${them} in ${templates}, or make sure that ${exist}.`)];
}

/** The resource part of the ARN of a role with a known name, such as `role/break-glass`. */
export function roleIn(arn: Written): string | undefined {
  const resource = ROLE.exec(textOf(arn))?.[2];
  return resource === undefined || resource.includes(OPEN) ? undefined : resource;
}

export function isBootstrapRole(arn: Written): boolean {
  return BOOTSTRAP.test(ROLE.exec(textOf(arn))?.[2] ?? '');
}

interface CreatableRole {
  readonly resource: string;
  readonly account: Value<string>;
}

function creatableRole(arn: Written, own: Value<string>): CreatableRole | undefined {
  const resource = roleIn(arn);
  const isReserved = RESERVED_ROLE_PATHS.paths.some((path) => resource?.startsWith(`role/${path}`));
  if (resource === undefined || isReserved || /[*?]/.test(textOf(arn)) || BOOTSTRAP.test(resource) || SSO_NAME.test(resource)) { return undefined; }
  const named = ROLE.exec(textOf(arn))?.[1] ?? '';
  const account = ACCOUNT_ID.pattern.test(named) ? named : own;
  return maybeSame(account, own) ? { resource, account } : undefined;
}

/** IAM does not distinguish names by case, and a name is unique in its account under all paths. */
function isSameRole({ resource, account }: CreatableRole, created: CreatedRole): Answer {
  if (created.name === undefined || !maybeSame(account, created.account)) { return false; }
  const isSame = isLike(resource.slice(resource.lastIndexOf('/') + 1).toLowerCase(), created.name.toLowerCase());
  return isSame && created.name.includes('*') ? UNKNOWN : isSame;
}

function maybeSame(one: Value<string>, other: Value<string>): boolean {
  return !isKnown(one) || !isKnown(other) || one === other;
}

function textOf(arn: Written): string {
  return typeof arn === 'string' ? arn : arn.parts.map((part) => (typeof part === 'string' ? part : OPEN)).join('');
}
