import type { Address, BackupInventory, CopyAction, Lifecycle, PlanRule, VaultTarget } from '../../inventory';
import { isKnown } from '../../values/unknown';

/** The lifecycle of a rule, or of a copy that has its own. */
export interface Stated {
  readonly rule: PlanRule;
  /** The address of the rule or the copy. */
  readonly address: Address;
  readonly lifecycle: Lifecycle;
  /** For messages: `rule 'daily'` or `rule 'daily', copy to 'vault'`. */
  readonly label: string;
  readonly isCopy: boolean;
  /** Whether the retention is that of the rule, because the copy has only a move to cold storage. */
  readonly isInherited: boolean;
}

export const LIFECYCLE_PATHS = {
  deleteAfter: 'Lifecycle.DeleteAfterDays',
  moveToColdStorageAfter: 'Lifecycle.MoveToColdStorageAfterDays',
};

/** The lifecycles of rules, and of copies that do not have the lifecycle of their rule. */
export function statedLifecycles({ rules, copies }: BackupInventory): Stated[] {
  return [
    ...rules.map((rule) => ({ rule, address: rule.address, lifecycle: rule.lifecycle, label: ruleLabel(rule), isCopy: false, isInherited: false })),
    ...copies.filter((copy) => !followsRule(copy)).map((copy) => ({
      rule: copy.rule,
      address: copy.address,
      lifecycle: lifecycleOf(copy),
      label: copyLabel(copy),
      isCopy: true,
      isInherited: inheritsRetention(copy),
    })),
  ];
}

/**
 * A copy without a retention and without a move to cold storage has the lifecycle of its rule. With only a move to cold storage, it expires with its backup.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export function lifecycleOf(copy: CopyAction): Lifecycle {
  if (followsRule(copy)) { return copy.rule.lifecycle; }
  return inheritsRetention(copy) ? { ...copy.lifecycle!, deleteAfter: copy.rule.lifecycle.deleteAfter } : copy.lifecycle!;
}

/** Whether the copy has the retention of its rule. */
export function inheritsRetention(copy: CopyAction): boolean {
  return copy.lifecycle?.deleteAfter === undefined && (followsRule(copy) || copy.properties.get('Lifecycle').get('DeleteAfterDays').isPresent === false);
}

function followsRule({ lifecycle }: CopyAction): boolean {
  return lifecycle === undefined || (lifecycle.deleteAfter === undefined && lifecycle.moveToColdStorageAfter === undefined);
}

export function ruleLabel(rule: PlanRule): string {
  return `rule ${rule.label}`;
}

export function copyLabel({ rule, destination }: CopyAction): string {
  return `${ruleLabel(rule)}, copy to ${targetLabel(destination)}`;
}

export function targetLabel({ vault, text }: VaultTarget): string {
  if (vault) { return `vault ${vault.label}`; }
  return isKnown(text) ? `'${text.toString()}'` : 'an unknown vault';
}
