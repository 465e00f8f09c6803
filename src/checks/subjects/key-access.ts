import { BACKUP_SERVICE } from '../../capabilities/principals';
import type { Caller, Context } from '../../iam';
import { evaluatePolicies } from '../../iam';
import type { Environment, Key, Selection } from '../../inventory';
import { Text, accountPart } from '../../inventory';
import type { Answer } from '../../values/answer';
import type { Value } from '../../values/unknown';
import { UNKNOWN, isKnown } from '../../values/unknown';

/** The actions that the policy of a key certainly refuses to a caller, regardless of the caller's own policies. */
export function refusedActions({ arn, environment, policy }: Key, caller: Caller, actions: readonly string[]): readonly string[] {
  const account = Text.of(accountPart(environment));
  const allowed = (by: Caller, action: string): Answer => evaluatePolicies(
    { caller: by, action, resource: arn, account, context: ANY_CONTEXT }, { identity: [UNKNOWN], resource: policy },
  ).allowed;
  return actions.filter((action) => [caller, withAnyGeneratedName(caller)].some((by) => allowed(by, action) === false));
}

const ANY_CONTEXT: Context = { values: new Map(), others: UNKNOWN };

/** The ARN of the role that AWS Backup assumes for a selection. */
export function roleOf({ properties }: Selection): Value<Text> {
  return properties.get('BackupSelection').get('IamRoleArn').text();
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

/**
 * A name that CloudFormation generates has the stack, the logical ID and a random part. A policy that names another role therefore cannot
 * apply to it.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
function withAnyGeneratedName(caller: Caller): Caller {
  const parts = caller.arn instanceof Text ? caller.arn.parts : [];
  const last = parts[parts.length - 1];
  return typeof last === 'object' && last.kind === 'resource'
    ? { ...caller, arn: Text.of(...parts.slice(0, -1), UNKNOWN, '-', UNKNOWN, '-', UNKNOWN) }
    : caller;
}
