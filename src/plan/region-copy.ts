import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CopyFacts } from './copy-facts';
import type { NewVault } from './destination-facts';
import { SupportStack, guardOf } from './support-stack';
import { Problem } from '../values/problem';
import type { CompliantVault } from '../vault/compliant-vault';
import type { VaultLock } from '../vault/vault-lock';

/** What differs between a copy of a plan and an earlier copy into the same vault or stack. */
export function conflictsAmong(copies: readonly CopyFacts[], plan: Construct): ReadonlyMap<CopyFacts, readonly Problem[]> {
  const ofVault = new Map<string, NewVault>();
  const nameIn = new Map<string, string>();
  return new Map(copies.map((copy) => {
    const [made] = newVaultsOf([copy]);
    if (!made) { return [copy, []]; }
    const key = `${made.region}|${made.source.vault.node.path}`;
    const stack = SupportStack.find(plan, made.region);
    const earlier = stack?.vaultPropsFor(made.source) ?? ofVault.get(key) ?? made;
    const name = stack?.stackName ?? nameIn.get(made.region) ?? made.stackName;
    if (!ofVault.has(key)) { ofVault.set(key, made); }
    if (!nameIn.has(made.region)) { nameIn.set(made.region, name); }
    const isAlike = sameLock(earlier.lock, made.lock) && guardOf(earlier)._isLike(guardOf(made));
    const unlike = stack?.deployedUnlike(plan);
    return [copy, [
      ...isAlike ? [] : [vaultConflict(made)],
      ...name === made.stackName ? [] : [stackConflict(made, name)],
      ...unlike ? [synthesizerConflict(made, unlike)] : [],
    ]];
  }));
}

function vaultConflict({ region, source }: NewVault): Problem {
  return new Problem('conflict', `'copyTo' must have the same lock and guard in '${region}' as an earlier copy of the vault ${source.label}. `
    + 'Give both copies the same VaultLock and DeletionGuard, or create the vault yourself and use CopyTarget.vault(…).');
}

function stackConflict({ region, stackName }: NewVault, earlier: string): Problem {
  return new Problem('stack-name', `'stackName' must be the same for all copies of a Stage into '${region}', got '${stackName}' and '${earlier}' for an earlier copy. `
    + 'Give all copies the same name.');
}

/** Otherwise the order of the plans would decide which role deploys the stack of the copies, and which role its guards exempt. */
function synthesizerConflict({ region }: NewVault, earlier: Stack): Problem {
  return new Problem('synthesizer', `'copyTo' must copy to '${region}' from stacks with equal synthesizers, got another one than that of '${earlier.node.path}'. One stack of the Stage `
    + `in '${region}' receives the copies of both. Give both stacks the same synthesizer, or create the vault yourself and use CopyTarget.vault(…).`);
}

/** The vaults that the copies of a plan have created, each once. */
export function vaultsFor(copies: readonly CopyFacts[], plan: Construct): CompliantVault[] {
  return [...new Set(newVaultsOf(copies).map((each) => SupportStack.find(plan, each.region)!.vaultFor(each.source, each)))];
}

function newVaultsOf(copies: readonly CopyFacts[]): NewVault[] {
  return copies.flatMap(({ destination }) => (destination.kind === 'new' ? [destination.newVault] : []));
}

function sameLock(one: VaultLock | undefined, other: VaultLock | undefined): boolean {
  const [days, otherDays] = [one?._read().days, other?._read().days];
  return days?.minRetention === otherDays?.minRetention
    && days?.maxRetention === otherDays?.maxRetention
    && days?.changeableFor === otherDays?.changeableFor;
}
