import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { type CopyFacts, readCopy } from './copy-facts';
import { type LifecycleFacts, readLifecycle } from './lifecycle-facts';
import type { TierSpec } from './tier-spec';
import { LIMITS } from '../capabilities/limits';
import { type Measure, inMinutes } from '../cdk/measures';
import { type VaultFacts, vaultFacts } from '../cdk/vault-facts';
import type { Value } from '../values/unknown';

/** The start window and the completion window, as users write them. */
export const WINDOW_NAMES = { start: 'startWindow', completion: 'completionWindow' };

/** The values of a tier as they are checked, before anything is created for it. */
export interface TierFacts {
  readonly spec: TierSpec;
  /** In minutes. */
  readonly windows: {
    readonly start: Measure;
    readonly completion: Measure;
  };
  readonly lifecycle: LifecycleFacts;
  readonly vault: VaultFacts;
  readonly copies: readonly CopyFacts[];
}

export function readTier(spec: TierSpec, plan: Construct, planVault: aws_backup.IBackupVaultRef): TierFacts {
  const windows = {
    start: inMinutes(WINDOW_NAMES.start, spec.startWindow),
    completion: inMinutes(WINDOW_NAMES.completion, spec.completionWindow),
  };
  const lifecycle = readLifecycle(spec);
  const vault = vaultFacts(spec.vault ?? planVault);
  return { spec, windows, lifecycle, vault, copies: (spec.copyTo ?? []).map((target) => readCopy(target, { plan, vault }, spec, lifecycle.days)) };
}

/** In minutes. AWS's default if the tier has none. */
export function startWindowOf({ windows: { start } }: TierFacts): Value<number> {
  return start.value ?? LIMITS.startWindowMinutes.default;
}
