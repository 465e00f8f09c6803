import { BACKUP_SERVICE } from '../../capabilities/principals';
import { type Caller, type Context, evaluatePolicies, refusalOf } from '../../iam';
import { type Environment, type Key, type Property, type Selection, Text, accountPart } from '../../inventory';
import type { RolePolicies } from '../../validation/selection/role-permissions';
import { Problem } from '../../values/problem';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';

/**
 * The actions on a key that are certainly refused to a caller.
 *
 * @param own the policies of the caller. Without them, the result has only the actions that the policy of the key refuses regardless of them.
 */
export function refusedActions(
  { arn, environment, policy }: Key, caller: Caller, actions: readonly string[],
  { policies, boundary }: RolePolicies = ANY_POLICIES, context = contextOf(caller),
): readonly string[] {
  const account = Text.of(accountPart(environment));
  return actions.filter((action) => evaluatePolicies(
    { caller, action, resource: arn, account, context },
    { identity: policies, ...boundary !== undefined && { boundary }, resource: policy },
  ).allowed === false);
}

/** Whether policies of a role that are unknown decide if it is refused actions on a key. */
export function mayBeRefused(key: Key, caller: Caller, actions: readonly string[], { policies, boundary }: RolePolicies): boolean {
  const known = policies.filter((policy) => policy !== UNKNOWN);
  return known.length < policies.length && refusedActions(key, caller, actions, { policies: known, boundary }).length > 0;
}

export const ANY_POLICIES: RolePolicies = { policies: [UNKNOWN], boundary: undefined };

/**
 * What a request certainly has. The requests of a service might have other keys.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function contextOf({ arn, account, kind }: Caller): Context {
  return {
    values: kind === 'service' ? new Map() : new Map([['aws:principalarn', [arn]], ['aws:principalaccount', [account]], ['kms:calleraccount', [account]]]),
    others: UNKNOWN,
  };
}

/** The actions on a key that are certainly refused to AWS Backup, which acts for an account. */
export function refusedToService({ arn, policy }: Key, actions: readonly string[], account: Text): readonly string[] {
  return actions.filter((action) => refusalOf(policy, { service: BACKUP_SERVICE.principal, action, resource: arn, account }) !== undefined);
}

/** The ARN of the role that AWS Backup assumes for a selection. */
export function roleOf(selection: Selection): Value<Text> {
  return roleProperty(selection).text();
}

export function roleProperty({ properties }: Selection): Property {
  return properties.get('BackupSelection').get('IamRoleArn');
}

/**
 * What the policies of a role must allow, because the policy of a key leaves it to them.
 *
 * @param key in words, such as `key K of vault V`
 * @param entry distinguishes the key
 */
export function ownPoliciesProblem(must: 'must' | 'should', refused: readonly string[], key: string, entry: string): Problem {
  return new Problem('own-policies', `'IamRoleArn' ${must} be a role that can use the ${key}, got one whose policies do not allow ${refused.map((action) => `'${action}'`).join(', ')}. `
    + 'The policy of the key leaves them to the policies of the role. Allow them there, or to the role in the policy of the key.', entry);
}

/** For a role of which `mayBeRefused` is true. */
export function ownPoliciesDoubt(subject: string, key: string): string {
  return `${subject}: whether the policies of the role in 'IamRoleArn' let it use the ${key} is unknown.`;
}

/** @param arn the role, if it is known */
export function roleCaller(arn: Value<Text>, near: Environment): Caller {
  const account = Text.of(accountPart(near));
  return {
    kind: 'role',
    account,
    arn: isKnown(arn) ? arn : Text.of('arn:', UNKNOWN, ':iam::', account, ':role/', UNKNOWN),
    sessionArn: Text.of('arn:', UNKNOWN, ':sts::', account, ':assumed-role/', UNKNOWN),
  };
}

/** Everyone who might use a key in an account. */
export function callersOf(near: Environment): Caller[] {
  const account = Text.of(accountPart(near));
  return [
    roleCaller(undefined, near),
    { kind: 'user', account, arn: Text.of('arn:', UNKNOWN, ':iam::', account, ':user/', UNKNOWN) },
    { kind: 'root', account, arn: Text.of('arn:', UNKNOWN, ':iam::', account, ':root') },
    SERVICE,
  ];
}

export const SERVICE: Caller = { kind: 'service', account: UNKNOWN, arn: BACKUP_SERVICE.principal };
