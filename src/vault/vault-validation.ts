import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CompliantVaultProps } from './compliant-vault-props';
import type { DeletionGuard } from './deletion-guard';
import { adviseOnDeployer } from './deployer-advice';
import { NAMES } from '../capabilities/limits';
import { isDeletedWithStack, keyProblems } from '../cdk/keys';
import { knownOf } from '../cdk/measures';
import { Problems } from '../cdk/problems';
import { warn } from '../cdk/warnings';
import { nameProblems } from '../validation/ranges';
import { tagKeyProblems } from '../validation/tag-keys';
import { count } from '../values/quantity';
import { isKnown } from '../values/unknown';

/** Our advice, not a fact of AWS: time for one weekly backup to run under the lock. */
const RECOMMENDED_COOLING_OFF_DAYS = 7;

/**
 * Judges what a vault is given, before anything is made for it.
 *
 * @throws one error that lists everything that AWS would reject
 */
export function validateVault(vault: Construct, props: CompliantVaultProps, guard: DeletionGuard): void {
  const problems = new Problems();
  problems.add(...nameProblems('vaultName', knownOf(props.vaultName), NAMES.vault));
  problems.add(...guard._problems(vault));
  if (props.removalPolicy === RemovalPolicy.SNAPSHOT) {
    problems.add('\'removalPolicy\' must not be SNAPSHOT, which a vault does not know, got \'snapshot\': leave it out');
  }
  if (props.encryptionKey) { problems.add(...keyProblems(Stack.of(vault).region, props.encryptionKey)); }
  problems.add(...tagKeyProblems('tags', Object.keys(props.tags ?? {})));
  if (props.encryptionKey && props.removalPolicy !== RemovalPolicy.DESTROY) { expectRetention(vault, props.encryptionKey); }
  for (const arn of guard._wideExemptions()) {
    warn(vault, 'wideExemption', `'guard' exempts every role that matches '${arn}': name the roles that may delete, or be sure that nobody else can make one`);
  }
  props.allowCopiesFrom?.forEach((source, index) => problems.add(...source._problems(`allowCopiesFrom[${index}]`)));

  if (props.lock) {
    const found: string[] = [];
    const days = props.lock._days(found);
    problems.add(...found, ...props.lock._missingAcknowledgement(days));
    if (props.lock.isCompliance && props.removalPolicy === RemovalPolicy.DESTROY) {
      problems.add('\'removalPolicy\' must not be DESTROY with a compliance lock, got \'destroy\': '
        + 'AWS refuses to delete a vault that holds recovery points; leave it out');
    }
    if (isKnown(days.changeableFor) && days.changeableFor < RECOMMENDED_COOLING_OFF_DAYS) {
      warn(vault, 'shortCoolingOff',
        `'lock.coolingOff' is ${count(days.changeableFor, 'days')}: after that nobody can correct the lock; `
        + `${RECOMMENDED_COOLING_OFF_DAYS} days or more leave time to find a wrong retention`);
    }
  }
  problems.throwIfAny(vault);
  adviseOnDeployer(vault, guard, props.lock !== undefined);
}

/** Removal policies can still change, as by an Aspect. */
function expectRetention(vault: Construct, key: IKey): void {
  vault.node.addValidation({
    validate: () => {
      if (isDeletedWithStack(key)) {
        warn(vault, 'keyGoesWithStack', `the key '${key.node.path}' is deleted with its stack and the vault is not, so that its recovery points `
          + 'could never be restored: give the key RemovalPolicy.RETAIN');
      }
      return [];
    },
  });
}
