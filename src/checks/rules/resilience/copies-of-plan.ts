import type { BackupInventory, CopyAction, Plan } from '../../../inventory';
import { type Answer, anyOf } from '../../../values/answer';
import { UNKNOWN } from '../../../values/unknown';

/** A plan without rules has no backups to copy. */
export function plansWithRules({ plans }: BackupInventory): readonly Plan[] {
  return plans.filter(({ rules = [] }) => rules === UNKNOWN || rules.length > 0);
}

/** Whether a condition holds for any copy of any rule. */
export function anyCopy({ rules = [] }: Plan, isSo: (copy: CopyAction) => Answer): Answer {
  if (rules === UNKNOWN) { return UNKNOWN; }
  return anyOf(rules.flatMap<Answer>(({ copies = [] }) => (copies === UNKNOWN ? [UNKNOWN] : copies.map(isSo))));
}
