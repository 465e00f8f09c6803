import { RemovalPolicy } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import { unnamedDeployerWarnings } from './deployer-advice';
import type { NewVault } from './new-vault';
import { isDeletedWithStack } from '../cdk/keys';
import type { Warning } from '../cdk/warnings';
import { count } from '../values/quantity';
import { isKnown } from '../values/unknown';

/** A recommendation of this library, not an AWS limit: at least one weekly backup runs under the lock. */
const RECOMMENDED_COOLING_OFF_DAYS = 7;

/** What AWS accepts and users rarely intend. */
export function vaultWarnings(vault: Construct, { guard, lock }: NewVault): Warning[] {
  const coolingOff = lock?.days.changeableFor;
  return [
    ...guard._wideExemptions().map((arn): Warning => ({
      id: 'wideExemption',
      message: `'guard' exempts every role that matches '${arn}'. Name the roles that can delete recovery points, or make sure that nobody else can create a matching role.`,
    })),
    ...isKnown(coolingOff) && coolingOff < RECOMMENDED_COOLING_OFF_DAYS
      ? [{
        id: 'shortCoolingOff' as const,
        message: `'lock.coolingOff' is ${count(coolingOff, 'days')}. After that, nobody can correct the lock. `
          + `Use at least ${RECOMMENDED_COOLING_OFF_DAYS} days, which leave time to find a wrong retention.`,
      }]
      : [],
    ...unnamedDeployerWarnings(vault, guard, lock !== undefined),
  ];
}

/** Call this when the app is complete: an Aspect can still change removal policies. */
export function keyWarnings({ encryptionKey, removalPolicy }: CompliantVaultProps): Warning[] {
  return encryptionKey && removalPolicy !== RemovalPolicy.DESTROY && isDeletedWithStack(encryptionKey)
    ? [{
      id: 'keyGoesWithStack',
      message: `The key '${encryptionKey.node.path}' is deleted with its stack, and the vault is not. The recovery points in the vault can then never be restored. `
        + 'Give the key RemovalPolicy.RETAIN.',
    }]
    : [];
}
