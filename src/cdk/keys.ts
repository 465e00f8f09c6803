import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { knownOf, readableText } from './measures';
import { isRetained } from './resource-properties';
import { COPY_KEY_GRANTS, COPY_KEY_USE } from '../capabilities/permissions';
import { aliasProblem, keyPlaceProblems } from '../validation/vault/vault-keys';
import type { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

const ALIAS = ':alias/';

/**
 * Lets the AWS Backup service-linked role of an account use a key. It is that role which makes the copies into the vaults
 * of its account.
 *
 * The principal is the account with a condition on the role: KMS refuses a key policy that names a role which does not
 * exist yet, and this one comes into being with the first use of AWS Backup.
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

/** Whether the stack of a key deletes it, and with it whatever it encrypts. To be asked when the app is complete. */
export function isDeletedWithStack(key: kms.IKey): boolean {
  const resource = [key.node.defaultChild, key.node.scope].find((construct) => CfnKey.isCfnKey(construct)); // the scope where the key is made of an L1
  return resource !== undefined && !isRetained(resource);
}

/** Keys that AWS Backup takes for no vault in a Region. */
export function keyProblems(region: string, key: kms.IKey): Problem[] {
  return aliasOf(key).aliasName === undefined
    ? keyRegionProblems('the vault', region, key)
    : [aliasProblem('encryptionKey', `at '${key.node.path}'`, 'Use the key itself, or Key.fromKeyArn(…).')];
}

/** Keys that cannot encrypt anything in a Region. */
export function keyRegionProblems(subject: string, region: string, key: kms.IKey): Problem[] {
  return keyPlaceProblems('encryptionKey', subject, knownOf(region), knownOf(key.env.region));
}

/** What a role needs to use a key; of an alias the key that it stands for. */
export function keyUseStatement(key: kms.IKey, actions: string[]): iam.PolicyStatement {
  const { target, aliasName } = aliasOf(key);
  return aliasName === undefined || target
    ? new iam.PolicyStatement({ actions, resources: [(target ?? key).keyArn] })
    : new iam.PolicyStatement({ actions, resources: ['*'], conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliasName } } });
}

/** The name of an alias, and the key behind it where that is known. */
function aliasOf(key: kms.IKey): { readonly aliasName?: string; readonly target?: kms.IKey } {
  const arn = readableText(key.keyArn);
  const aliasName = (key as Partial<kms.IAlias>).aliasName ?? (isKnown(arn) && arn.includes(ALIAS) ? `alias/${arn.split(ALIAS)[1]}` : undefined);
  try {
    return { aliasName, target: aliasName === undefined ? undefined : (key as kms.IAlias).aliasTargetKey };
  } catch {
    return { aliasName }; // imported by its name
  }
}
