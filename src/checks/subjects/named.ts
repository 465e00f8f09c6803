import type { BackupInventory, Plan, Protectable, Reach } from '../../inventory';

/**
 * Whether an ARN names the resource or its type: taken whatever the account has opted in to. By `*`, by a whole service (`arn:aws:s3:*`)
 * and by tags AWS Backup takes only types that are opted in.
 */
export function isNamedByArn({ how }: Reach): boolean {
  return /^by ARN 'arn:[^:]*:[^:*]+(?::[^:]*){2}:/.test(how.replace(/\$\{[^}]*\}/g, '?'));
}

/** Whether an ARN or a tag names the resource, rather than `*` alone. */
export function isDeliberate({ how }: Reach): boolean {
  return !how.startsWith('by \'*\'') || / where tag [^\s!]+=/.test(how);
}

/** Whether a plan certainly takes the resource, and by an ARN. */
export function isNamedInPlan(inventory: BackupInventory, resource: Protectable, plan: Plan): boolean {
  return inventory.coverageOf(resource).reaches.some((reach) => reach.answer === true && reach.selection.plan === plan && isNamedByArn(reach));
}
