import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { type IAlias, type IKey, CfnKey } from 'aws-cdk-lib/aws-kms';
import { knownOf, readableText } from './measures';
import { isRetained } from './resource-properties';
import { COPY_KEY_GRANTS, COPY_KEY_USE } from '../capabilities/permissions';
import { aliasProblem, keyPlaceProblems } from '../validation/vault/vault-keys';
import type { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

const ALIAS = ':alias/';

/**
 * Allows the AWS Backup service-linked role of an account to use a key. That role creates the copies in the vaults of its account.
 *
 * The principal is the account, with a condition on the role. AWS KMS rejects a key policy that names a role that does not exist, and the first
 * use of AWS Backup creates this role.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export function backupServiceRoleStatements(account: string): iam.PolicyStatement[] {
  const role = `arn:${Aws.PARTITION}:iam::${account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`;
  const onlyThatRole = { ArnEquals: { 'aws:PrincipalArn': role } };
  return [
    new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal(account)],
      actions: [...COPY_KEY_USE.actions],
      resources: ['*'],
      conditions: onlyThatRole,
    }),
    new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal(account)],
      actions: [...COPY_KEY_GRANTS.actions],
      resources: ['*'],
      conditions: { ...onlyThatRole, Bool: { [COPY_KEY_GRANTS.condition.key]: COPY_KEY_GRANTS.condition.value } },
    }),
  ];
}

/** Whether the key is deleted with its stack, which makes everything that it encrypts unreadable. Call this when the app is complete. */
export function isDeletedWithStack(key: IKey): boolean {
  const resource = [key.node.defaultChild, key.node.scope].find((construct) => CfnKey.isCfnKey(construct)); // the scope is the L1 if the key was created from one
  return resource !== undefined && !isRetained(resource);
}

/** Keys that AWS Backup rejects for a vault in a Region. */
export function keyProblems(region: string, key: IKey): Problem[] {
  return aliasOf(key).aliasName === undefined
    ? keyRegionProblems('the vault', region, key)
    : [aliasProblem('encryptionKey', `at '${key.node.path}'`, 'Use the key itself, or Key.fromKeyArn(…).')];
}

/** Keys that cannot encrypt anything in a Region. */
export function keyRegionProblems(subject: string, region: string, key: IKey): Problem[] {
  return keyPlaceProblems('encryptionKey', subject, knownOf(region), knownOf(key.env.region));
}

/** What a role needs to use a key, or the key that an alias refers to. */
export function keyUseStatement(key: IKey, actions: string[]): iam.PolicyStatement {
  const { target, aliasName } = aliasOf(key);
  return aliasName === undefined || target
    ? new iam.PolicyStatement({ actions, resources: [(target ?? key).keyArn] })
    : new iam.PolicyStatement({ actions, resources: ['*'], conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliasName } } });
}

/** The name of an alias, and the key that it refers to if that is known. */
function aliasOf(key: IKey): { readonly aliasName?: string; readonly target?: IKey } {
  const arn = readableText(key.keyArn);
  const aliasName = (key as Partial<IAlias>).aliasName ?? (isKnown(arn) && arn.includes(ALIAS) ? `alias/${arn.split(ALIAS)[1]}` : undefined);
  try {
    return { aliasName, target: aliasName === undefined ? undefined : (key as IAlias).aliasTargetKey };
  } catch {
    return { aliasName }; // the alias was imported by its name
  }
}
