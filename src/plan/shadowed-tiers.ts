import { Token } from 'aws-cdk-lib';
import type { PlannedRule } from './planned-rule';
import { DEFAULT_SCHEDULE } from '../capabilities/limits';
import { everyRunIsShadowed } from '../schedule/shadowing';
import { isKnown } from '../values/unknown';

/**
 * Tiers that never make a backup, because a longer one starts in the same window. Continuous tiers are left out: AWS Backup
 * runs them beside snapshots.
 */
export function shadowWarnings(rules: readonly PlannedRule[]): string[] {
  const snapshots = rules.filter((rule) => !rule.spec.continuous);
  return snapshots.flatMap((shorter) => {
    const longer = snapshots.find((other) => keepsLonger(other, shorter) && shadows(other, shorter));
    return longer ? [`tier '${shorter.spec.name}' never makes a backup: each of its start windows overlaps one of tier '${longer.spec.name}', and AWS Backup `
      + 'then takes the backup of the longer retention only; move its \'schedule\' or shorten its \'startWindow\''] : [];
  });
}

function keepsLonger(one: PlannedRule, other: PlannedRule): boolean {
  return isKnown(other.retention) && (one.retention === undefined || (isKnown(one.retention) && one.retention > other.retention));
}

function shadows(longer: PlannedRule, shorter: PlannedRule): boolean {
  const [long, short] = [windowed(longer), windowed(shorter)];
  return long !== undefined && short !== undefined && everyRunIsShadowed(short, long);
}

function windowed({ spec, startWindow }: PlannedRule) {
  const expression = spec.scheduleExpression ?? DEFAULT_SCHEDULE.expression;
  return isKnown(startWindow) && ![expression, spec.timeZoneName].some((text) => Token.isUnresolved(text))
    ? { expression, timezone: spec.timeZoneName, startWindowMinutes: startWindow }
    : undefined;
}
