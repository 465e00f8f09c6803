import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What AWS accepts and users rarely mean, under the id that acknowledges it. */
export interface Warning {
  readonly id: string;
  readonly message: string;
}

export function warn(construct: Construct, id: string, message: string): void {
  Annotations.of(construct).addWarningV2(`cdk-compliant-backup:${id}`, message);
}

export function advise(construct: Construct, warnings: readonly Warning[]): void {
  for (const { id, message } of warnings) { warn(construct, id, message); }
}
