import { exemptNamesIn, guardOf } from './guard-policy';
import type { VaultOwner } from './vault-owner';
import { RESERVED_ROLE_PATHS } from '../../capabilities/principals';
import { type Caller, type ContextValues, type Perhaps, type PolicyDocument, type Request, ALL_RIGHTS, evaluatePolicies } from '../../iam';
import { type Answer, allOf, anyOf } from '../../values/answer';
import { type Part, type Written, written } from '../../values/fragments';
import { UNKNOWN } from '../../values/unknown';

/** Principals with as many permissions as possible that a guard must stop. */
export interface Breach {
  /** For messages: `any role of the account`. */
  readonly who: string;
  /** Whether they are roles of the account, and so among `any role of the account`. */
  readonly areRoles: boolean;
  /** Whether they can do at least one of the actions. */
  readonly getsThrough: Answer;
}

/**
 * Who can do at least one of the actions although a vault policy denies them. Roles and users that the policy names are exempt and are not among them.
 * Each probe is a set of principals that have nothing in common but their kind: it gets through if all of them do, because then no name exempts them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function breachesOf(policy: Perhaps<PolicyDocument>, actions: readonly string[], owner: VaultOwner): Breach[] {
  if (policy === UNKNOWN) { return [{ who: ANY_ROLE, areRoles: true, getsThrough: UNKNOWN }]; }
  const guard = guardOf(policy);
  return probesFor(guard.statements, owner).map(({ who, principals }) => ({
    who,
    areRoles: principals.every(({ caller }) => caller.kind === 'role' && caller.account !== OTHER_ACCOUNT),
    getsThrough: allOf(principals.map((principal) => anyOf(actions.map((action) => canDo(guard, principal, action, owner))))),
  }));
}

interface Probing {
  readonly caller: Caller;
  readonly context: Readonly<Record<string, ContextValues>>;
}

interface Probe {
  readonly who: string;
  readonly principals: readonly Probing[];
}

/** These actions are authorized on a recovery point, and the others on the vault. */
const ON_RECOVERY_POINTS = ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'];

function canDo(resource: PolicyDocument, { caller, context }: Probing, action: string, owner: VaultOwner): Answer {
  const recoveryPoint = written('arn:', owner.partition, ':backup:', owner.region, ':', owner.account, ':recovery-point:1EB3B5E7-9EB0-435A-A80B-108B488B0D45');
  const on = ON_RECOVERY_POINTS.includes(action) ? recoveryPoint : owner.vault;
  const account = written(owner.account);
  const values = new Map<string, ContextValues>(Object.entries({
    'aws:securetransport': ['true'], 'aws:resourceaccount': [account], 'aws:requestedregion': [written(owner.region)], ...context,
  }));
  const request: Request = { caller, action, resource: on, account, context: { values, others: undefined } };
  return evaluatePolicies(request, { identity: [ALL_RIGHTS], resource }).allowed;
}

const ANY_ROLE = 'any role of the account';
const ROLE_NAMES = ['a', 'Z/9/x', 'teams/blue/reader'];
const OTHER_ACCOUNT = '000000000000';

function probesFor(statements: PolicyDocument['statements'], { partition, account }: VaultOwner): Probe[] {
  const arn = (service: string, resource: string, of: Part = account) => written('arn:', partition, `:${service}::`, of, `:${resource}`);
  const role = (name: string, more: Probing['context'] = {}, of: Part = account): Probing => ({
    caller: {
      kind: 'role', account: written(of), arn: arn('iam', `role/${name}`, of), sessionArn: arn('sts', `assumed-role/${name.split('/').pop()}/${SESSION}`, of),
    },
    context: contextOf(arn('iam', `role/${name}`, of), of, 'AssumedRole', `${ROLE_ID}:${SESSION}`, more),
  });
  const user = (name: string): Probing => ({
    caller: { kind: 'user', account: written(account), arn: arn('iam', `user/${name}`) },
    context: contextOf(arn('iam', `user/${name}`), account, 'User', 'AIDAZZZZZZZZZZZZZZZZZ', { 'aws:username': [name.split('/').pop()!] }),
  });
  const root: Probing = {
    caller: { kind: 'root', account: written(account), arn: arn('iam', 'root') }, context: contextOf(arn('iam', 'root'), account, 'Account', written(account)),
  };
  const federated: Probing = {
    caller: { kind: 'user', account: written(account), arn: arn('sts', `federated-user/${SESSION}`) },
    context: contextOf(arn('sts', `federated-user/${SESSION}`), account, 'FederatedUser', written(account, `:${SESSION}`)),
  };
  const ofSso = (region: string) => ['Reader_0123456789abcdef', '9_fedcba9876543210'].map((set) => role(`${RESERVED_ROLE_PATHS.sso}${region}AWSReservedSSO_${set}`));
  const exempt = exemptNamesIn(statements);
  const regions = new Set(['', ...exempt.arns.flatMap((each) => /sso\.amazonaws\.com\/([a-z0-9-]+\/)/.exec(each)?.[1] ?? [])]);
  return [
    { who: ANY_ROLE, principals: ROLE_NAMES.map((name) => role(name)) },
    { who: 'any role that calls through CloudFormation', principals: ROLE_NAMES.map((name) => role(name, THROUGH_CLOUDFORMATION)) },
    ...[...regions].map((region) => ({ who: 'any role of IAM Identity Center', principals: ofSso(region) })),
    { who: 'any IAM user', principals: ['a', 'Z/9/x'].map(user) },
    { who: 'any federated user', principals: [federated] },
    ...exempt.arns.some((each) => each.endsWith(':root')) ? [] : [{ who: 'the root user', principals: [root] }],
    { who: 'any role of another account', principals: ROLE_NAMES.map((name) => role(name, {}, OTHER_ACCOUNT)) },
    ...exempt.roles.map((name) => ({ who: `a role '${name}' under another path`, principals: [role(`Z9/elsewhere/${name}`)] })),
    ...exempt.sessions.map((name) => ({ who: `a session that is named '${name}'`, principals: ROLE_NAMES.map((each) => role(each, { 'aws:userid': [`${ROLE_ID}:${name}`] })) })),
    ...exempt.tags.map((key) => ({ who: `any role with another value of ${key}`, principals: ROLE_NAMES.map((name) => role(name, { [key.toLowerCase()]: ['Z9'] })) })),
  ];
}

const SESSION = 'Z9';
const ROLE_ID = 'AROAZZZZZZZZZZZZZZZZZ';
const CLOUDFORMATION = ['cloudformation.amazonaws.com'];
/** Without a role of its own, CloudFormation calls other services with the permissions of its caller. */
const THROUGH_CLOUDFORMATION: Probing['context'] = {
  'aws:viaawsservice': ['true'], 'aws:calledvia': CLOUDFORMATION, 'aws:calledviafirst': CLOUDFORMATION, 'aws:calledvialast': CLOUDFORMATION,
};

function contextOf(arn: Written, account: Part, type: string, id: Written, more: Probing['context'] = {}): Probing['context'] {
  return {
    'aws:principalarn': [arn],
    'aws:principalaccount': [written(account)],
    'aws:principaltype': [type],
    'aws:userid': [id],
    'aws:principalisawsservice': ['false'],
    'aws:viaawsservice': ['false'],
    ...more,
  };
}
