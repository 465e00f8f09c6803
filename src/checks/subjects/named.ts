import type { BackupInventory, Plan, Protectable, Reach } from '../../inventory';

/**
 * Whether an ARN names the resource or its type. AWS Backup then selects it even if the account has not opted in to the type. A
 * selection by `*`, by a whole service (`arn:aws:s3:*`) or by tags selects only types that the account has opted in to.
 */
export function isNamedByArn({ naming }: Reach): boolean {
  return naming.by === 'arn' && naming.arn.namesType;
}

/** Whether an ARN or a tag names the resource, and not only `*`. */
export function isDeliberate({ naming, conditions }: Reach): boolean {
  return naming.by !== 'everything' || conditions.some(({ operator }) => operator === 'StringEquals');
}

/** Whether a plan certainly selects the resource by an ARN. */
export function isNamedInPlan(inventory: BackupInventory, resource: Protectable, plan: Plan): boolean {
  return inventory.coverageOf(resource).reaches.some((reach) => reach.answer === true && reach.selection.plan === plan && isNamedByArn(reach));
}
