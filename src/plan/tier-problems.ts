import { Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CopyFacts } from './copy-facts';
import { destinationProblems, lockFixOf } from './destination-problems';
import { LIFECYCLE_NAMES, unreadableDays } from './lifecycle-facts';
import { type TierFacts, WINDOW_NAMES } from './tier-facts';
import type { TierDefaults, TierSpec } from './tier-spec';
import { LIMITS, NAMES } from '../capabilities/limits';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import type { VaultFacts } from '../cdk/vault-facts';
import { type CronNotation, EVERY_DAY, scheduleProblems } from '../schedule/cron';
import { timezoneProblem } from '../schedule/timezone';
import { elsewhere, vaultArnProblems, type Place } from '../validation/plan/copies';
import { featureProblems } from '../validation/plan/features';
import { continuousProblems, isPossibleRetention, lifecycleProblems } from '../validation/plan/lifecycle';
import { recoveryPointTagProblems } from '../validation/plan/recovery-point-tags';
import { windowProblems } from '../validation/plan/windows';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { continuousOutsideLock, haveSameBounds, retentionOutsideLock } from '../validation/vault/vault-lock';
import { now } from '../values/now';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

/** Reasons for which AWS Backup would reject the rule of a tier, or every job of it would fail. */
export function tierProblems(tier: TierFacts, plan: Construct, conflicts: ReadonlyMap<CopyFacts, readonly Problem[]>): Problem[] {
  const { spec, windows, lifecycle, vault, copies } = tier;
  const tags = knownOf(spec.recoveryPointTags);
  return [
    ...nameProblems('name', knownOf(spec.name), NAMES.rule),
    ...timeProblems(spec),
    ...windows.start.problems,
    ...windows.completion.problems,
    ...windowProblems({ start: windows.start.value, completion: windows.completion.value }, WINDOW_NAMES, spec.defaults?.startWindow),
    ...unreadableDays(lifecycle),
    ...spec.continuous ? continuousProblems(lifecycle.days, LIFECYCLE_NAMES) : lifecycleProblems(lifecycle.days, LIFECYCLE_NAMES),
    ...placementProblems(plan, vault),
    ...lockProblems(tier),
    ...airGappedVaultProblems(plan, spec.logicallyAirGappedVaultArn),
    ...isKnown(tags) ? recoveryPointTagProblems('recoveryPointTags', Object.keys(tags)) : [],
    ...featureProblems('indexResourceType', knownOf(spec.indexResourceTypeName), 'searchIndex'),
    ...rangeProblems('copyTo', copies.length, LIMITS.copyActionsPerRule),
    ...copies.flatMap((copy, index) => copyProblems(copy, tier, conflicts).map((problem) => problem.of(copyPart(index, copies.length)))),
  ];
}

/** The part of a tier that a message is about, one of several copies. */
export function copyPart(index: number, total: number): string {
  return total > 1 ? `copy ${index + 1}` : 'copy';
}

function copyProblems(copy: CopyFacts, { vault }: TierFacts, conflicts: ReadonlyMap<CopyFacts, readonly Problem[]>): Problem[] {
  const { destination, lifecycle, retention, isInherited } = copy;
  const { lock, vaultLabel } = destination;
  const isReportedForTier = isInherited && !isPossibleRetention(retention);
  return [
    ...destinationProblems(destination),
    ...conflicts.get(copy) ?? [],
    ...unreadableDays(lifecycle),
    ...isReportedForTier ? [] : lifecycleProblems(lifecycle.days, LIFECYCLE_NAMES),
    ...lock && !isReportedForTier && !(isInherited && haveSameBounds(lock, vault.lock)) ? retentionOutsideLock('retention', retention, lock, vaultLabel, lockFixOf(destination)) : [],
  ];
}

function timeProblems({ scheduleExpression: schedule, timeZoneName: zone, defaults }: TierSpec): Problem[] {
  const problem = zone === undefined || Token.isUnresolved(zone) ? undefined : timezoneProblem('timeZone', zone);
  return [
    ...schedule === undefined || Token.isUnresolved(schedule) ? [] : scheduleProblems('schedule', schedule, now(), defaults && notationOf(defaults)),
    ...problem ? [problem] : [],
  ];
}

/** A factory accepts a schedule of the CDK, a plan document the text. */
function notationOf({ scheduleExpression: example = EVERY_DAY }: TierDefaults): CronNotation {
  return { example, write: (expression) => `events.Schedule.expression('${expression}')` };
}

function lockProblems({ spec, lifecycle, vault: { lock, label } }: TierFacts): Problem[] {
  if (!lock) { return []; }
  const impossible = spec.continuous ? continuousOutsideLock('vault', lock, label) : [];
  return impossible.length > 0 ? impossible : retentionOutsideLock('retention', lifecycle.days.deleteAfter, lock, label);
}

/** A rule names its vault without account or Region, so AWS Backup uses the vault in the account and Region of the plan. */
function placementProblems(plan: Construct, vault: VaultFacts): Problem[] {
  const here = placeOf(topLevelStack(plan));
  const there = vault.resource ? placeOf(topLevelStack(vault.resource)) : placeInArn(vault.vault.backupVaultRef.backupVaultArn);
  const difference = elsewhere(here, there);
  return difference
    ? [new Problem('elsewhere', `'vault' must be in the ${difference.part} of the plan ('${difference.here}'), got the vault ${vault.label} of '${difference.there}'. `
      + `Back up into a vault in the ${difference.part} of the plan, and copy from there with 'copyTo'.`)]
    : [];
}

function airGappedVaultProblems(plan: Construct, arn: string | undefined): Problem[] {
  const name = 'logicallyAirGappedVaultArn';
  const malformed = vaultArnProblems(name, knownOf(arn));
  const difference = arn === undefined || malformed.length > 0 ? undefined : elsewhere(placeOf(topLevelStack(plan)), placeInArn(arn));
  return difference
    ? [new Problem('elsewhere', `'${name}' must be in the ${difference.part} of the plan ('${difference.here}'), got one of '${difference.there}'. `
      + 'Copy to it with \'copyTo\' instead.')]
    : malformed;
}

function placeInArn(arn: string): Place {
  const [,,, region, account] = arn.split(':').map((part) => knownOf(part));
  return { account, region };
}
