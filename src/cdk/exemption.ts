import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const REASON = Symbol.for('cdk-compliant-backup.NeedsNoBackup');

/** States that a resource which the library creates needs no backup. `protect` leaves it out, and the packs do not report it. */
export function exemptFromBackup(construct: IConstruct, reason: string): void {
  Object.defineProperty(construct, REASON, { value: reason });
  Validations.of(construct).acknowledge({ id: 'Backup-ResourceInPlan', reason });
}

/** The reason why a resource needs no backup, if the library states one. */
export function exemptionOf(resource: IConstruct): string | undefined {
  return resource.node.scopes.map((scope) => (scope as { [REASON]?: string })[REASON]).find((reason) => reason !== undefined);
}
