import { Token } from 'aws-cdk-lib';
import { type TierFacts, startWindowOf } from './tier-facts';
import { DEFAULT_SCHEDULE } from '../capabilities/limits';
import { everyRunIsShadowed } from '../schedule/shadowing';
import { isKnown } from '../values/unknown';

/**
 * Tiers that never create a backup, because a tier with a longer retention starts in the same window. Continuous tiers do
 * not count: AWS Backup runs them in addition to snapshots.
 */
export function shadowWarnings(rules: readonly TierFacts[]): string[] {
  const snapshots = rules.filter((rule) => !rule.spec.continuous);
  return snapshots.flatMap((shorter) => {
    const longer = snapshots.find((other) => keepsLonger(other, shorter) && shadows(other, shorter));
    return longer ? [`Tier '${shorter.spec.name}' never creates a backup. Each of its start windows overlaps one of tier '${longer.spec.name}', and AWS Backup `
      + 'then creates only the backup with the longer retention. Move the \'schedule\' or shorten the \'startWindow\' of one tier.'] : [];
  });
}

function keepsLonger({ lifecycle: { days: one } }: TierFacts, { lifecycle: { days: other } }: TierFacts): boolean {
  return isKnown(other.deleteAfter) && (one.deleteAfter === undefined || (isKnown(one.deleteAfter) && one.deleteAfter > other.deleteAfter));
}

function shadows(longer: TierFacts, shorter: TierFacts): boolean {
  const [long, short] = [windowed(longer), windowed(shorter)];
  return long !== undefined && short !== undefined && everyRunIsShadowed(short, long);
}

function windowed(tier: TierFacts) {
  const { scheduleExpression: expression = DEFAULT_SCHEDULE.expression, timeZoneName: timezone } = tier.spec;
  const startWindow = startWindowOf(tier);
  return isKnown(startWindow) && ![expression, timezone].some((text) => Token.isUnresolved(text))
    ? { expression, timezone, startWindowMinutes: startWindow }
    : undefined;
}
