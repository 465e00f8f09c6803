import { Stack, Token } from 'aws-cdk-lib';
import type { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { CopyOrigin } from './copy-destination';
import type { CopyFacts } from './planned-copy';
import { planCopy } from './planned-copy';
import type { Warning } from './rule-lifecycle';
import { LIFECYCLE_NAMES, keptForEver, readLifecycle } from './rule-lifecycle';
import type { SupportVaultProps } from './support-stack';
import type { TierSpec } from './tier-spec';
import { LIMITS, NAMES } from '../capabilities/limits';
import { inMinutes, knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { deployAfter } from '../cdk/stack-dependency';
import type { VaultFacts } from '../cdk/vault-facts';
import { vaultFacts } from '../cdk/vault-facts';
import { parseCron, scheduleProblems } from '../schedule/cron';
import { finerThanHourly } from '../schedule/gaps';
import { timezoneProblem } from '../schedule/timezone';
import type { Place } from '../validation/plan/copies';
import { vaultArnProblems } from '../validation/plan/copies';
import { featureProblems } from '../validation/plan/features';
import type { LifecycleDays } from '../validation/plan/lifecycle';
import { continuousProblems, lifecycleProblems, lifecycleWarnings } from '../validation/plan/lifecycle';
import { recoveryPointTagProblems } from '../validation/plan/recovery-point-tags';
import type { WindowMinutes } from '../validation/plan/windows';
import { windowProblems, windowWarnings } from '../validation/plan/windows';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { continuousOutsideLock, retentionOutsideLock } from '../validation/vault/vault-lock';
import { now } from '../values/now';
import { isKnown } from '../values/unknown';
import type { Value } from '../values/unknown';

/** A tier that has been looked at, before anything is made for it. */
export interface PlannedRule {
  readonly spec: TierSpec;
  readonly retention: Value<number>;
  readonly startWindow: Value<number>;
  readonly vault: VaultFacts;
  readonly completionWindow: Value<number>;
  readonly copies: readonly CopyFacts[];
  readonly problems: string[];
  readonly warnings: Warning[];
  /** Makes what the copies need and gives the rule for the template. Called once, when the whole plan is valid. */
  render(): CfnBackupPlan.BackupRuleResourceTypeProperty;
}

const WINDOW_NAMES = { start: 'startWindow', completion: 'completionWindow' };

export function planRule(
  spec: TierSpec,
  plan: Construct,
  planVault: aws_backup.IBackupVaultRef,
  asked: Map<string, SupportVaultProps>,
): PlannedRule {
  const problems: string[] = [];
  const warnings: Warning[] = [];
  const advise = (id: string, messages: string[]) => warnings.push(...messages.map((message) => ({ id, message })));

  problems.push(...nameProblems('name', knownOf(spec.name), NAMES.rule));
  checkSchedule(spec, problems, advise);

  const start = inMinutes(WINDOW_NAMES.start, spec.startWindow, problems);
  const completion = inMinutes(WINDOW_NAMES.completion, spec.completionWindow, problems);
  const windows: WindowMinutes = { start: start.value, completion: completion.value };
  problems.push(...windowProblems(windows, WINDOW_NAMES));
  advise('completionWindow', windowWarnings(windows, WINDOW_NAMES));

  const lifecycle = readLifecycle(spec, problems);
  if (spec.needsRetention && !spec.continuous && spec.retention === undefined) {
    problems.push('\'retention\' is needed, got none: say how long a recovery point is kept, or use BackupTier.custom(…) to keep it for ever');
  }
  problems.push(...spec.continuous ? continuousProblems(lifecycle.days, LIFECYCLE_NAMES) : lifecycleProblems(lifecycle.days, LIFECYCLE_NAMES));
  advise('shortWarmStorage', lifecycleWarnings(lifecycle.days, LIFECYCLE_NAMES));
  if (spec.archiveEbsSnapshots && spec.moveToColdStorageAfter === undefined) {
    advise('archiveWithoutColdStorage', ['\'archiveEbsSnapshots\' does nothing without \'moveToColdStorageAfter\': set it, or leave both out']);
  }

  const vault = vaultFacts(spec.vault ?? planVault);
  problems.push(...placementProblems(plan, vault), ...vaultProblems(spec, lifecycle.days, vault));
  if (lifecycle.days.deleteAfter === undefined && vault.lock?.changeableFor !== undefined) {
    warnings.push(keptForEver(vault.inWords));
  }
  problems.push(...airGappedVaultProblems(plan, spec.logicallyAirGappedVaultArn));

  const tags = knownOf(spec.recoveryPointTags);
  problems.push(...isKnown(tags) ? recoveryPointTagProblems('recoveryPointTags', Object.keys(tags)) : []);
  problems.push(...featureProblems('indexResourceType', knownOf(spec.indexResourceTypeName), 'searchIndex'));

  const targets = spec.copyTo ?? [];
  problems.push(...rangeProblems('copyTo', targets.length, LIMITS.copyActionsPerRule));
  const origin: CopyOrigin = { plan, vault, asked };
  const copies = targets.map((target) => planCopy(target, origin, spec, lifecycle.days));
  copies.forEach((copy, index) => {
    const part = copies.length > 1 ? `copy ${index + 1}: ` : 'copy: ';
    problems.push(...copy.problems.map((message) => part + message));
    for (const { id, message } of copy.warnings) { advise(id, [part + message]); }
  });

  return {
    spec,
    retention: lifecycle.days.deleteAfter,
    startWindow: windows.start ?? LIMITS.startWindowMinutes.default,
    completionWindow: windows.completion,
    vault,
    copies,
    problems,
    warnings,
    render: () => ({
      ruleName: spec.name,
      targetBackupVault: targetName(plan, vault),
      targetLogicallyAirGappedBackupVaultArn: spec.logicallyAirGappedVaultArn,
      scheduleExpression: spec.scheduleExpression,
      scheduleExpressionTimezone: spec.timeZoneName,
      startWindowMinutes: start.rendered,
      completionWindowMinutes: completion.rendered,
      enableContinuousBackup: spec.continuous ? true : undefined,
      lifecycle: lifecycle.render(),
      recoveryPointTags: spec.recoveryPointTags,
      copyActions: copies.length > 0 ? copies.map((copy) => copy.render()) : undefined,
      indexActions: spec.indexResourceTypeName ? [{ resourceTypes: [spec.indexResourceTypeName] }] : undefined,
      scanActions: spec.malwareScan ? [{ malwareScanner: 'GUARDDUTY', scanMode: spec.malwareScan }] : undefined,
    }),
  };
}

function checkSchedule(spec: TierSpec, problems: string[], advise: (id: string, messages: string[]) => void): void {
  if (spec.scheduleExpression !== undefined && !Token.isUnresolved(spec.scheduleExpression)) {
    problems.push(...scheduleProblems(spec.scheduleExpression, now()).map((problem) => `'schedule' ${problem}`));
    const { fields } = parseCron(spec.scheduleExpression);
    if (fields && finerThanHourly(fields)) {
      advise('finerThanHourly', [`'schedule' runs more often than hourly, got '${spec.scheduleExpression}': `
        + 'the shortest interval that AWS Backup documents is one hour, use BackupTier.continuous(…) for less']);
    }
  }
  if (spec.timeZoneName !== undefined && !Token.isUnresolved(spec.timeZoneName)) {
    const problem = timezoneProblem(spec.timeZoneName);
    if (problem) { problems.push(`'timeZone' ${problem}`); }
  }
}

function vaultProblems(spec: TierSpec, days: LifecycleDays, vault: VaultFacts): string[] {
  if (!vault.lock) { return []; }
  const impossible = spec.continuous ? continuousOutsideLock('vault', vault.lock, vault.inWords) : [];
  return impossible.length > 0 ? impossible : retentionOutsideLock('retention', days.deleteAfter, vault.lock, vault.inWords);
}

/** A rule names its vault without account or Region, so that AWS Backup looks for it where the plan is. */
function placementProblems(plan: Construct, vault: VaultFacts): string[] {
  const here = placeOf(topLevelStack(plan));
  const there = vault.resource ? placeOf(topLevelStack(vault.resource)) : placeInArn(vault.vault.backupVaultRef.backupVaultArn);
  const difference = elsewhere(here, there);
  return difference
    ? [`'vault' must be in the ${difference.part} of the plan ('${difference.here}'), got the vault ${vault.inWords} of '${difference.there}': `
      + 'back up into a vault beside the plan, and copy from there with \'copyTo\'']
    : [];
}

function airGappedVaultProblems(plan: Construct, arn: string | undefined): string[] {
  const name = 'logicallyAirGappedVaultArn';
  const malformed = vaultArnProblems(name, knownOf(arn));
  const difference = arn === undefined || malformed.length > 0 ? undefined : elsewhere(placeOf(topLevelStack(plan)), placeInArn(arn));
  return difference
    ? [`'${name}' must be in the ${difference.part} of the plan ('${difference.here}'), got one of '${difference.there}': `
      + 'copy there with \'copyTo\' instead']
    : malformed;
}

function placeInArn(arn: string): Place {
  const [,,, region, account] = arn.split(':').map((part) => knownOf(part));
  return { account, region };
}

/** A reference in the vault's own stack, which orders the two; elsewhere the literal name, without an export. */
function targetName(plan: Construct, vault: VaultFacts): string {
  if (!vault.resource) { return vault.vault.backupVaultRef.backupVaultName; }
  if (vault.resource.stack === Stack.of(plan)) { return vault.resource.ref; }
  if (topLevelStack(vault.resource) === topLevelStack(plan)) {
    plan.node.addDependency(vault.resource);
  } else {
    deployAfter(plan, vault.resource, 'backs up into');
  }
  return vault.resource.backupVaultName;
}
