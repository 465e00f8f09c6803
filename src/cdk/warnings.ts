import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What AWS accepts and users rarely mean, under the id by which they acknowledge it. */
export interface Warning {
  readonly id: string;
  readonly message: string;
}

/** Advice on a construct, under an id that users acknowledge it by. */
export function warn(construct: Construct, id: string, message: string): void {
  Annotations.of(construct).addWarningV2(`cdk-compliant-backup:${id}`, message);
}

export function advise(construct: Construct, warnings: readonly Warning[]): void {
  for (const { id, message } of warnings) { warn(construct, id, message); }
}
