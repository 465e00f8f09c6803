import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { NewVault } from './new-vault';
import { NAMES } from '../capabilities/limits';
import { keyProblems } from '../cdk/keys';
import { knownOf } from '../cdk/measures';
import { nameProblems } from '../validation/ranges';
import { tagKeyProblems } from '../validation/tag-keys';
import { Problem } from '../values/problem';

/** Why AWS would reject a vault, and what is irreversible and not acknowledged. */
export function vaultProblems(vault: Construct, { props, guard, lock }: NewVault): Problem[] {
  return [
    ...nameProblems('vaultName', knownOf(props.vaultName), NAMES.vault),
    ...guard._problems(vault),
    ...props.removalPolicy === RemovalPolicy.SNAPSHOT
      ? [new Problem('snapshot', '\'removalPolicy\' must not be SNAPSHOT, which vaults do not support, got \'snapshot\'. Leave it out.')]
      : [],
    ...props.encryptionKey ? keyProblems(Stack.of(vault).region, props.encryptionKey) : [],
    ...tagKeyProblems('tags', Object.keys(props.tags ?? {})),
    ...(props.allowCopiesFrom ?? []).flatMap((source, index) => source._problems(`allowCopiesFrom[${index}]`)),
    ...lock && props.lock ? [...lock.problems, ...props.lock._missingAcknowledgment(lock.days)] : [],
    ...props.lock?.isCompliance && props.removalPolicy === RemovalPolicy.DESTROY
      ? [new Problem('destroy', '\'removalPolicy\' must not be DESTROY with a compliance lock, got \'destroy\'. Leave it out. AWS Backup does not delete a vault that contains recovery points.')]
      : [],
  ];
}
