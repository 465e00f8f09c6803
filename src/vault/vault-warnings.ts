import { RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import { unnamedDeployerWarnings } from './deployer-advice';
import type { NewVault } from './new-vault';
import { isDeletedWithStack } from '../cdk/keys';
import type { Warning } from '../cdk/warnings';
import { warningOf } from '../cdk/warnings';
import { coolingOffProblems } from '../validation/vault/short-cooling-off';
import { deletedKeyProblem } from '../validation/vault/vault-keys';

/** What AWS accepts and users rarely intend. */
export function vaultWarnings(vault: Construct, { guard, lock }: NewVault): Warning[] {
  return [
    ...guard._wideExemptions().map((arn): Warning => ({
      id: 'wideExemption',
      message: `'guard' exempts every role that matches '${arn}'. Name the roles that can delete recovery points, or make sure that nobody else can create a matching role.`,
    })),
    ...coolingOffProblems('lock.coolingOff', lock?.days.changeableFor).map(warningOf('shortCoolingOff')),
    ...unnamedDeployerWarnings(vault, guard, lock !== undefined),
  ];
}

/** Call this when the app is complete: an Aspect can still change removal policies. */
export function keyWarnings({ encryptionKey, removalPolicy }: CompliantVaultProps): Warning[] {
  return encryptionKey && removalPolicy !== RemovalPolicy.DESTROY && isDeletedWithStack(encryptionKey)
    ? [deletedKeyProblem('encryptionKey', `the key '${encryptionKey.node.path}'`, 'Give it RemovalPolicy.RETAIN.')].map(warningOf('keyGoesWithStack'))
    : [];
}
