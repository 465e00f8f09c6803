import { RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import { unnamedDeployerWarnings } from './deployer-advice';
import type { NewVault } from './new-vault';
import { isDeletedWithStack } from '../cdk/keys';
import { type Warning, warningOf } from '../cdk/warnings';
import { ssoRoleProblems } from '../validation/vault/guard-exemptions';
import { coolingOffProblems } from '../validation/vault/short-cooling-off';
import { deletedKeyProblem } from '../validation/vault/vault-keys';

/** What AWS accepts and users rarely intend. */
export function vaultWarnings(vault: Construct, { guard, lock, props }: NewVault): Warning[] {
  const exempt = guard._readableExemptions(vault);
  return [
    ...exempt.filter((arn) => /[*?]/.test(arn)).map((arn): Warning => ({
      id: 'wideExemption',
      message: `'guard' exempts every principal that matches '${arn}'. Name the roles that can delete recovery points, or make sure that nobody else can create a matching role.`,
    })),
    ...ssoRoleProblems('guard', exempt).map(warningOf('ssoRoleWithoutPath')),
    ...guard._isSealed && props.encryptionKey === undefined ? [sealedKeyWarning(guard._deployerOf(vault) !== undefined)] : [],
    ...coolingOffProblems('lock.coolingOff', lock?.days.changeableFor).map(warningOf('shortCoolingOff')),
    ...unnamedDeployerWarnings(vault, guard, lock !== undefined),
  ];
}

/** AWS KMS rejects a key policy that its creator could not change. */
function sealedKeyWarning(isGuarded: boolean): Warning {
  return {
    id: 'keyNotSealed',
    message: `'guard' cannot seal the key of the vault, because AWS KMS requires that the role that creates a key can change its policy. ${isGuarded
      ? 'The role that deploys' : 'Everyone whose policies allow it'} can still delete the key. Pass a key of another account as 'encryptionKey', or deny `
      + '\'kms:ScheduleKeyDeletion\', \'kms:DisableKey\', and \'kms:PutKeyPolicy\' with a service control policy.',
  };
}

/** Call this when the app is complete: an Aspect can still change removal policies. */
export function keyWarnings({ encryptionKey, removalPolicy }: CompliantVaultProps): Warning[] {
  return encryptionKey && removalPolicy !== RemovalPolicy.DESTROY && isDeletedWithStack(encryptionKey)
    ? [deletedKeyProblem('encryptionKey', `the key '${encryptionKey.node.path}'`, 'Give it RemovalPolicy.RETAIN.')].map(warningOf('keyDeletedWithStack'))
    : [];
}
