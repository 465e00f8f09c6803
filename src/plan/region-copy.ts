import { type Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type CopyDestination, type CopyOrigin, type MadeVault, type ResolvedCopy, COPY_SHOULD_NAME, literalArn } from './resolved-copy';
import { SupportStack, supportStackName } from './support-stack';
import { deployAfterDestination } from './vault-orders';
import { NAMES } from '../capabilities/limits';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { type VaultFacts, vaultFacts } from '../cdk/vault-facts';
import { warningOf } from '../cdk/warnings';
import { newRegionWarnings } from '../validation/environment/region-names';
import { copyProblems } from '../validation/plan/copies';
import { nameProblems } from '../validation/ranges';
import { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { DeletionGuard } from '../vault/deletion-guard';
import { VaultLock } from '../vault/vault-lock';

const DEFAULT_GUARD = DeletionGuard.exempting();

interface Resolved {
  readonly destination: ResolvedCopy;
}

/** What differs between a copy of a plan and an earlier copy into the same vault or stack. */
export function conflictsAmong<C extends Resolved>(copies: readonly C[], plan: Construct): ReadonlyMap<C, readonly Problem[]> {
  const ofVault = new Map<string, MadeVault>();
  const nameIn = new Map<string, string>();
  return new Map(copies.map((copy) => {
    const { made } = copy.destination;
    if (!made) { return [copy, []]; }
    const key = `${made.region}|${made.source.vault.node.path}`;
    const stack = SupportStack.find(plan, made.region);
    const earlier = stack?.vaultPropsFor(made.source) ?? ofVault.get(key) ?? made;
    const name = stack?.stackName ?? nameIn.get(made.region) ?? made.stackName;
    if (!ofVault.has(key)) { ofVault.set(key, made); }
    if (!nameIn.has(made.region)) { nameIn.set(made.region, name); }
    const isAlike = sameLock(earlier.lock, made.lock) && (earlier.guard ?? DEFAULT_GUARD)._isLike(made.guard ?? DEFAULT_GUARD);
    const unlike = stack?.deployedUnlike(plan);
    return [copy, [
      ...isAlike ? [] : [vaultConflict(made)],
      ...name === made.stackName ? [] : [stackConflict(made, name)],
      ...unlike ? [synthesizerConflict(made, unlike)] : [],
    ]];
  }));
}

function vaultConflict({ region, source }: MadeVault): Problem {
  return new Problem('conflict', `'copyTo' must have the same lock and guard in '${region}' as an earlier copy of the vault ${source.label}. `
    + 'Give both copies the same VaultLock and DeletionGuard, or create the vault yourself and use CopyTarget.vault(…).');
}

function stackConflict({ region, stackName }: MadeVault, earlier: string): Problem {
  return new Problem('stack-name', `'stackName' must be the same for all copies of a Stage into '${region}', got '${stackName}' and '${earlier}' for an earlier copy. `
    + 'Give all copies the same name.');
}

/** Otherwise the order of the plans would decide which role deploys the stack of the copies, and which role its guards exempt. */
function synthesizerConflict({ region }: MadeVault, earlier: Stack): Problem {
  return new Problem('synthesizer', `'copyTo' must copy to '${region}' from stacks with equal synthesizers, got another one than that of '${earlier.node.path}'. One stack of the Stage `
    + `in '${region}' receives the copies of both. Give both stacks the same synthesizer, or create the vault yourself and use CopyTarget.vault(…).`);
}

/** The form only, so that a Region that is newer than this library is accepted. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;

/** A vault that the library creates in another Region. */
export function toRegion(destination: CopyDestination & { kind: 'region' }, origin: CopyOrigin): ResolvedCopy {
  const { region, options: { guard, lock: given, stackName: givenName } } = destination;
  const stackName = givenName ?? supportStackName(topLevelStack(origin.plan), region);
  const from = placeOf(topLevelStack(origin.plan));
  const problems: Problem[] = [];
  const lock = given ?? mirroredLock(origin.vault, problems);
  const read = lock?._read();
  const days = read?.days;
  problems.push(...read?.problems ?? []);

  if (Token.isUnresolved(region) || !REGION.test(region)) {
    problems.push(new Problem('region', `'copyTo' must name a Region such as 'eu-central-1', got ${Token.isUnresolved(region) ? 'a token' : `'${region}'`}. Write the id of the Region.`));
  } else if (!isKnown(from.region)) {
    problems.push(new Problem('unknown-region', `'copyTo' must copy from a stack of a known Region to '${region}', got no Region for the stack '${topLevelStack(origin.plan).node.path}'. `
      + 'Set \'env.region\' on the stack.'));
  } else if (from.region === region) {
    problems.push(new Problem('same-region', `'copyTo' must name a Region other than that of the plan, got '${region}'. Use CopyTarget.vault(…) to copy within a Region.`));
  } else {
    problems.push(...copyProblems('copyTo', from, { account: from.account, region, vaultName: UNKNOWN }));
  }
  problems.push(...stackNameProblems(givenName));
  problems.push(...(guard ?? DEFAULT_GUARD)._problemsIn({ account: from.account, region }, origin.plan));
  if (given && days) { problems.push(...given._missingAcknowledgment(days)); }
  return {
    lock: days,
    vaultLabel: `in '${region}'`,
    lockFix: given ? undefined : `Change it, or give the copy a lock with CopyTarget.region(…, { lock }). Without one, it has the lock of the vault ${origin.vault.label}.`,
    leavesFor: { region: knownOf(region), account: undefined },
    problems,
    warnings: newRegionWarnings(COPY_SHOULD_NAME, knownOf(region)).map(warningOf('newRegion')),
    made: { region, source: origin.vault, lock, guard, stackName },
    connect: () => {
      const vault = SupportStack.findOrCreate(origin.plan, region, stackName).vaultFor(origin.vault, { lock, guard });
      const resource = vaultFacts(vault).resource!;
      deployAfterDestination(origin.plan, resource);
      return literalArn(vault.stack, resource.backupVaultName);
    },
  };
}

/** The vaults that the copies of a plan have created, each once. */
export function vaultsFor(copies: readonly Resolved[], plan: Construct): CompliantVault[] {
  const made = copies.flatMap(({ destination }) => destination.made ?? []);
  return [...new Set(made.map((each) => SupportStack.find(plan, each.region)!.vaultFor(each.source, each)))];
}

/** The names of the vaults and the guard contain it, so it must be known. */
function stackNameProblems(stackName: string | undefined): Problem[] {
  return Token.isUnresolved(stackName)
    ? [new Problem('stack-name-token', '\'stackName\' must be known at synthesis, got a token. Write the name.')]
    : nameProblems('stackName', stackName, NAMES.stack);
}

function mirroredLock(source: VaultFacts, problems: Problem[]): VaultLock | undefined {
  if (source.lock === undefined) { return undefined; }
  if (source.vault instanceof CompliantVault && !Object.values(source.lock).includes(UNKNOWN)) { return source.vault.lock; }
  if (source.lock.changeableFor !== undefined) {
    problems.push(new Problem('compliance-lock', `'copyTo' must have a 'lock', because the vault ${source.label} has a compliance lock. The library does not copy a lock that nobody can remove. `
      + 'Give the copy a \'lock\' with acknowledgeIrreversible: true.'));
    return undefined;
  }
  const lock = VaultLock._of(source.lock);
  if (!lock) { problems.push(new Problem('lock-token', `'copyTo' must have a 'lock', because the lock of the vault ${source.label} is a token. Give the copy a 'lock'.`)); }
  return lock;
}

function sameLock(one: VaultLock | undefined, other: VaultLock | undefined): boolean {
  const [days, otherDays] = [one?._read().days, other?._read().days];
  return days?.minRetention === otherDays?.minRetention
    && days?.maxRetention === otherDays?.maxRetention
    && days?.changeableFor === otherDays?.changeableFor;
}
