import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { WarningId } from '../validation/warning-table';
import type { Problem } from '../values/problem';

/** Something that AWS accepts and users rarely intend, with the id that acknowledges it. */
export interface Warning {
  readonly id: WarningId;
  readonly message: string;
}

/** Turns each problem into a warning: `problems.map(warningOf('shadowedTier'))`. */
export function warningOf(id: WarningId): (problem: Problem) => Warning {
  return ({ message }) => ({ id, message });
}

export function warn(construct: Construct, id: WarningId, message: string): void {
  Annotations.of(construct).addWarningV2(`cdk-compliant-backup:${id}`, message);
}

export function advise(construct: Construct, warnings: readonly Warning[]): void {
  for (const { id, message } of warnings) { warn(construct, id, message); }
}
