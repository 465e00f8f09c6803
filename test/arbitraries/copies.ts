import { Token, type Stack } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import * as fc from 'fast-check';
import { mostly, optionalDuration } from './amounts';
import { type LifecycleSpec, lifecycleSpec } from './lifecycles';
import { type Geography, OTHER_ACCOUNT, account } from './places';
import { type GuardSpec, type LockSpec, buildGuard, buildLock, guardSpec, lockSpec } from './vaults';
import { CopyTarget } from '../../src';

/** The resources of the app that a plan can refer to. */
export interface Surroundings {
  readonly where: Geography;
  readonly vaultAt: (index: number) => aws_backup.IBackupVaultRef;
}

export interface CopySpec {
  /** A vault by its index in the list, an ARN, or a Region in which a vault is created, relative to the plan. */
  readonly to: { readonly vault: number } | { readonly arn: string } | { readonly region: 'other' | 'own' | 'foreign' };
  /** Equals the original by default. */
  readonly lifecycle?: LifecycleSpec;
  /** For a Region. The lock of the source vault by default. */
  readonly lock?: LockSpec;
  readonly guard?: GuardSpec;
}

function arn({ partition, home, away, foreign }: Geography): fc.Arbitrary<string> {
  const inRegion = (region: string, owner: string, name = 'elsewhere') => `arn:${partition}:backup:${region}:${owner}:backup-vault:${name}`;
  return mostly(
    fc.tuple(fc.constantFrom(home, away), account).map(([region, owner]) => inRegion(region, owner)),
    fc.constant(inRegion(away, OTHER_ACCOUNT, 'A-_1'.repeat(12))),
    fc.constantFrom(
      inRegion(foreign, OTHER_ACCOUNT), inRegion(home, OTHER_ACCOUNT, 'Default'), inRegion(home, '1'), inRegion(home, OTHER_ACCOUNT, 'a.b'),
      'elsewhere', '',
    ),
  );
}

export function copySpec(where: Geography): fc.Arbitrary<CopySpec> {
  const region = mostly<'other' | 'own' | 'foreign'>(fc.constant('other'), fc.constant('other'), fc.constantFrom('own', 'foreign'));
  return fc.record({
    to: fc.oneof(
      { arbitrary: fc.record({ vault: fc.nat(3) }), weight: 2 },
      { arbitrary: fc.record({ arn: arn(where) }), weight: 2 },
      { arbitrary: fc.record({ region }), weight: 3 },
    ),
    lifecycle: fc.oneof(
      { arbitrary: fc.constant(undefined), weight: 9 }, { arbitrary: lifecycleSpec, weight: 3 }, fc.constant<LifecycleSpec>({ cold: '30 days' }),
    ),
    lock: fc.oneof({ arbitrary: fc.constant(undefined), weight: 30 }, lockSpec),
    guard: fc.oneof({ arbitrary: fc.constant(undefined), weight: 20 }, guardSpec(where)),
  }, { requiredKeys: ['to'], noNullPrototype: true });
}

export function buildCopy(stack: Stack, id: string, spec: CopySpec, { where, vaultAt }: Surroundings): CopyTarget {
  const options = { retention: optionalDuration(spec.lifecycle?.retention), moveToColdStorageAfter: optionalDuration(spec.lifecycle?.cold) };
  if ('vault' in spec.to) { return CopyTarget.vault(vaultAt(spec.to.vault), options); }
  if ('arn' in spec.to) { return CopyTarget.arn(spec.to.arn, options); }
  const regions = { other: stack.region === where.away ? where.home : where.away, own: stack.region, foreign: where.foreign };
  return CopyTarget.region(Token.isUnresolved(stack.region) ? where.away : regions[spec.to.region], {
    ...options, lock: spec.lock && buildLock(spec.lock), guard: spec.guard && buildGuard(stack, id, spec.guard),
  });
}
