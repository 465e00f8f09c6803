import { LIMITS } from '../../capabilities/limits';
import { Problem } from '../../values/problem';
import { count } from '../../values/quantity';

/** The numbers of selections of one plan. */
export interface SelectionCounts {
  readonly all: number;
  readonly withTags: number;
}

const QUOTAS = [['all', LIMITS.selectionsPerPlan], ['withTags', LIMITS.tagSelectionsPerPlan]] as const;

/**
 * Why selections cannot be changed although they are within the quotas. CloudFormation replaces a selection that changes: it creates the new one before
 * it deletes the old one.
 *
 * @param subject the plan, in words
 * @param total of the plan
 * @param changed what one change replaces
 * @param label of the change
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export function replacementWarnings(subject: string, total: SelectionCounts, changed: SelectionCounts, label: string): Problem[] {
  const exceeded = QUOTAS.filter(([which, { max }]) => total[which] <= max && changed[which] > 0 && total[which] + changed[which] > max);
  return exceeded.map(([which, { max, unit, remedy }]) => new Problem('replacement', `${subject} should have fewer than ${count(max, unit)}, got ${total[which]}. `
    + `${label} creates ${count(changed[which], 'new selections')} before the old ${changed[which] === 1 ? 'one is' : 'ones are'} deleted, so its deployment fails. ${remedy}`, which));
}
