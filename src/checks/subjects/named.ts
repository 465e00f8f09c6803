import type { BackupInventory, Plan, Protectable, Reach } from '../../inventory';

/**
 * Whether an ARN names the resource or its type, so that AWS Backup selects it even if the account has not opted in to the type. A
 * selection by `*`, by a whole service (`arn:aws:s3:*`) or by tags selects only types that are opted in.
 */
export function isNamedByArn({ naming }: Reach): boolean {
  return naming.by === 'arn' && naming.arn.namesType;
}

/** Whether an ARN or a tag names the resource, rather than `*` alone. */
export function isDeliberate({ naming, conditions }: Reach): boolean {
  return naming.by !== 'everything' || conditions.some(({ operator }) => operator === 'StringEquals');
}

/** Whether a plan certainly takes the resource, and by an ARN. */
export function isNamedInPlan(inventory: BackupInventory, resource: Protectable, plan: Plan): boolean {
  return inventory.coverageOf(resource).reaches.some((reach) => reach.answer === true && reach.selection.plan === plan && isNamedByArn(reach));
}
