import { resolveCopy } from './copy-destination';
import type { BackupCopyOptions, CopyTarget } from './copy-target';
import { type ReadLifecycle, readLifecycle } from './lifecycle-facts';
import type { CopyOrigin, ResolvedCopy } from './resolved-copy';
import type { TierSpec } from './tier-spec';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import type { Value } from '../values/unknown';

/** The values of a copy as they are checked, before anything is created for it. */
export interface CopyFacts {
  readonly destination: ResolvedCopy;
  readonly lifecycle: ReadLifecycle;
  /** In days. The retention of the backup if the copy has none. */
  readonly retention: Value<number>;
}

export function readCopy(target: CopyTarget, origin: CopyOrigin, spec: TierSpec, original: LifecycleDays): CopyFacts {
  const lifecycle = readLifecycle(copyLifecycle(target, spec));
  return {
    destination: resolveCopy(target._destination, origin),
    lifecycle,
    retention: followsOriginal(lifecycle.days) ? original.deleteAfter : lifecycle.days.deleteAfter,
  };
}

/** In AWS Backup, a lifecycle without an end never ends. A copy that expires with its backup must therefore state the retention. */
function copyLifecycle({ _options: options, _endless: endless }: CopyTarget, original: TierSpec): BackupCopyOptions {
  return options.moveToColdStorageAfter === undefined || endless ? options : { ...options, retention: options.retention ?? original.retention };
}

function followsOriginal(days: LifecycleDays): boolean {
  return days.deleteAfter === undefined && days.moveToColdStorageAfter === undefined;
}
