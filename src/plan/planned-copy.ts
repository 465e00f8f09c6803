import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { CopyOrigin, ResolvedCopy } from './copy-destination';
import { resolveCopy } from './copy-destination';
import type { CopyOptions, CopyTarget } from './copy-target';
import type { Warning } from './rule-lifecycle';
import { LIFECYCLE_NAMES, keptForEver, readLifecycle } from './rule-lifecycle';
import type { TierSpec } from './tier-spec';
import type { Place } from '../validation/plan/copies';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import { lifecycleProblems, lifecycleWarnings } from '../validation/plan/lifecycle';
import { retentionOutsideLock } from '../validation/vault/vault-lock';
import type { Value } from '../values/unknown';

/** A copy of a rule, as far as an audit looks at it. */
export interface CopyFacts {
  /** The Region and account of the destination where they are not those of the plan; `undefined` where they are. */
  readonly leavesFor: Place;
  readonly retention: Value<number>;
}

/** A copy that has been looked at, before anything is made for it. */
export interface PlannedCopy extends CopyFacts {
  readonly problems: string[];
  readonly warnings: Warning[];
  render(): CfnBackupPlan.CopyActionResourceTypeProperty;
}

export function planCopy(target: CopyTarget, origin: CopyOrigin, spec: TierSpec, original: LifecycleDays): PlannedCopy {
  const destination: ResolvedCopy = resolveCopy(target._destination, origin);
  const problems = [...destination.problems];
  const lifecycle = readLifecycle(copyLifecycle(target, spec), problems);
  problems.push(...lifecycleProblems(lifecycle.days, LIFECYCLE_NAMES));
  const retention = followsOriginal(lifecycle.days) ? original.deleteAfter : lifecycle.days.deleteAfter;
  const warnings = lifecycleWarnings(lifecycle.days, LIFECYCLE_NAMES).map((message) => ({ id: 'shortWarmStorage', message }));
  if (retention === undefined && destination.lock?.changeableFor !== undefined) { warnings.push(keptForEver(destination.vaultInWords)); }
  if (destination.lock) {
    problems.push(...retentionOutsideLock('retention', retention, destination.lock, destination.vaultInWords));
  }
  return {
    leavesFor: destination.leavesFor,
    retention,
    problems,
    warnings,
    render: () => ({ destinationBackupVaultArn: destination.connect(), lifecycle: lifecycle.render() }),
  };
}

/** AWS takes a lifecycle that states no end for one without: what is to end with the original has to say when. */
function copyLifecycle({ _options: options, _endless: endless }: CopyTarget, original: TierSpec): CopyOptions {
  return options.moveToColdStorageAfter === undefined || endless ? options : { ...options, retention: options.retention ?? original.retention };
}

function followsOriginal(days: LifecycleDays): boolean {
  return days.deleteAfter === undefined && days.moveToColdStorageAfter === undefined;
}
