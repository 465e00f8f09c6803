import type { CopyOrigin } from './copy-destination';
import type { BackupCopyOptions, CopyTarget } from './copy-target';
import { type DestinationFacts, readDestination } from './destination-facts';
import { type LifecycleFacts, readLifecycle } from './lifecycle-facts';
import type { TierSpec } from './tier-spec';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import type { Value } from '../values/unknown';

/** The values of a copy as they are checked, before anything is created for it. */
export interface CopyFacts {
  readonly destination: DestinationFacts;
  readonly lifecycle: LifecycleFacts;
  /** In days. The retention of the backup if the copy has none. */
  readonly retention: Value<number>;
  /** Whether the retention is that of the backup. */
  readonly isInherited: boolean;
}

export function readCopy(target: CopyTarget, origin: CopyOrigin, spec: TierSpec, original: LifecycleDays): CopyFacts {
  const lifecycle = readLifecycle(copyLifecycle(target, spec));
  return {
    destination: readDestination(target._destination, origin),
    lifecycle,
    retention: lifecycle.days.deleteAfter ?? original.deleteAfter,
    isInherited: target._options.retention === undefined,
  };
}

/** A copy that sets only cold storage expires with its backup. The template states that retention. */
function copyLifecycle({ _options: options, _verbatim: verbatim }: CopyTarget, original: TierSpec): BackupCopyOptions {
  return options.moveToColdStorageAfter === undefined || verbatim ? options : { ...options, retention: options.retention ?? original.retention };
}
