import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Advice on a construct, under an id that users acknowledge it by. */
export function warn(construct: Construct, id: string, message: string): void {
  Annotations.of(construct).addWarningV2(`cdk-compliant-backup:${id}`, message);
}
