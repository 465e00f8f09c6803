import type { TierFacts } from './tier-facts';
import { knownOf } from '../cdk/measures';
import { type ScheduledRule, keepsLonger, shadows } from '../validation/plan/shadowed-rules';

/**
 * Tiers that never create a backup, because a tier with a longer retention starts in the same window. Continuous tiers do
 * not count: AWS Backup runs them in addition to snapshots.
 */
export function shadowWarnings(rules: readonly TierFacts[]): string[] {
  const snapshots = rules.filter(({ spec }) => !spec.continuous).map(scheduled);
  return snapshots.flatMap((shorter) => {
    const longer = snapshots.find((other) => keepsLonger(other, shorter) && shadows(other, shorter) === true);
    return longer ? [`Tier '${shorter.name}' never creates a backup. Each of its start windows overlaps one of tier '${longer.name}', and AWS Backup `
      + 'then creates only the backup with the longer retention. Move the \'schedule\' or shorten the \'startWindow\' of one tier.'] : [];
  });
}

function scheduled({ spec, windows, lifecycle }: TierFacts): ScheduledRule & { readonly name: string } {
  return {
    name: spec.name,
    schedule: knownOf(spec.scheduleExpression),
    timezone: knownOf(spec.timeZoneName),
    startWindow: windows.start.value,
    lifecycle: lifecycle.days,
  };
}
