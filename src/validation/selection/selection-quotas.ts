import { LIMITS } from '../../capabilities/limits';
import { count } from '../../values/quantity';

/** Selections of one plan. */
export interface SelectionCounts {
  readonly all: number;
  readonly withTags: number;
}

const QUOTAS = [['all', LIMITS.selectionsPerPlan], ['withTags', LIMITS.tagSelectionsPerPlan]] as const;

/**
 * Why selections cannot be changed, although they are within the quotas: CloudFormation replaces a selection that changes, and makes the new one before
 * it deletes the old one.
 *
 * @param total of the plan
 * @param changed what one change replaces
 * @param inWords of the change
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export function replacementWarnings(total: SelectionCounts, changed: SelectionCounts, inWords: string): string[] {
  const exceeded = QUOTAS.filter(([which, { max }]) => total[which] <= max && changed[which] > 0 && total[which] + changed[which] > max);
  return exceeded.map(([which, { max, unit, remedy }]) => `has ${count(total[which], unit)}, and AWS Backup allows ${max}: ${inWords} makes `
    + `${count(changed[which], 'new selections')} before the old ${changed[which] === 1 ? 'one is' : 'ones are'} deleted, so that its deployment fails. ${remedy}`);
}
