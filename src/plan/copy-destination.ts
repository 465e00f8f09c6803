import { Aws, Stack } from 'aws-cdk-lib';
import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { MadeVault } from './region-copy';
import { toRegion } from './region-copy';
import { deployAfterDestination } from './vault-orders';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { comparisonProblems, placeOf } from '../cdk/place';
import type { VaultFacts } from '../cdk/vault-facts';
import { vaultFacts } from '../cdk/vault-facts';
import { warn } from '../cdk/warnings';
import { copyProblems, vaultArnProblems } from '../validation/plan/copies';
import type { Place } from '../validation/plan/copies';
import type { LockDays } from '../validation/vault/vault-lock';
import { Problem } from '../values/problem';
import { UNKNOWN, isKnown } from '../values/unknown';
import type { Value } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { CopySource } from '../vault/copy-source';
import type { DeletionGuard } from '../vault/deletion-guard';
import type { VaultLock } from '../vault/vault-lock';

/** The three ways to name the destination of a copy. */
export type CopyDestination =
  | { readonly kind: 'vault'; readonly vault: aws_backup.IBackupVaultRef }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'region'; readonly region: string; readonly lock?: VaultLock; readonly guard?: DeletionGuard };

/** The source of a copy: the plan, and the vault that the tier writes to. */
export interface CopyOrigin {
  readonly plan: Construct;
  readonly vault: VaultFacts;
}

/** A destination that has been checked, before anything is created for it. */
export interface ResolvedCopy {
  readonly lock: LockDays | undefined;
  readonly vaultInWords: string;
  /** The Region and account of the destination. `undefined` if it is that of the plan. */
  readonly leavesFor: Place;
  readonly problems: Problem[];
  /** The vault that the library creates for the copy. */
  readonly made?: MadeVault;
  /** Creates what the copy needs and returns the ARN of the destination. Called once, when the whole plan is valid. */
  connect(): string;
}

export function resolveCopy(destination: CopyDestination, origin: CopyOrigin): ResolvedCopy {
  switch (destination.kind) {
    case 'arn': return toArn(destination.arn, undefined, origin);
    case 'region': return toRegion(destination, origin);
    case 'vault': {
      const facts = vaultFacts(destination.vault);
      return facts.resource ? toOwnedVault(facts, facts.resource, origin) : toArn(facts.vault.backupVaultRef.backupVaultArn, facts, origin);
    }
  }
}

function toArn(arn: string, facts: VaultFacts | undefined, origin: CopyOrigin): ResolvedCopy {
  // A token contains no colon, so an ARN with a token for its account still has a readable Region.
  const [,,, region, account,, name] = arn.split(':').map((part) => knownOf(part));
  const from = placeOf(topLevelStack(origin.plan));
  const to: Place & { readonly vaultName: Value<string> } = { account: account ?? UNKNOWN, region: region ?? UNKNOWN, vaultName: name ?? UNKNOWN };
  const malformed = vaultArnProblems('copyTo', knownOf(arn));
  return {
    lock: facts?.lock,
    vaultInWords: facts?.inWords ?? `'${arn}'`,
    leavesFor: { region: otherThan(from.region, to.region, UNKNOWN), account: otherThan(from.account, to.account, UNKNOWN) },
    problems: malformed.length > 0 ? malformed : copyProblems('copyTo', from, to),
    connect: () => {
      shareKey(origin, from, to);
      return arn;
    },
  };
}

function toOwnedVault(facts: VaultFacts, resource: CfnBackupVault, origin: CopyOrigin): ResolvedCopy {
  const [fromStack, toStack] = [topLevelStack(origin.plan), topLevelStack(resource)];
  const [from, to] = [placeOf(fromStack), placeOf(toStack)];
  return {
    lock: facts.lock,
    vaultInWords: facts.inWords,
    leavesFor: { region: otherThan(from.region, to.region, undefined), account: otherThan(from.account, to.account, undefined) },
    problems: fromStack === toStack ? [] : [
      ...comparisonProblems('copyTo', fromStack, toStack),
      ...isKnown(facts.name) ? [] : [new Problem('vaultToken', `'copyTo' must name a vault whose name is known at synthesis time, got a token for the vault ${facts.inWords}. Give that vault a literal name.`)],
      ...copyProblems('copyTo', from, { ...to, vaultName: facts.name }),
    ],
    connect: () => {
      if (resource.stack === Stack.of(origin.plan)) { return resource.attrBackupVaultArn; }
      deployAfterDestination(origin.plan, resource);
      if (isKnown(from.account) && isKnown(to.account) && from.account !== to.account) { admit(facts, from.account, origin); }
      shareKey(origin, from, to);
      return literalArn(toStack, resource.backupVaultName);
    },
  };
}

/** @param bothUnknown the result for two unknown places */
function otherThan(from: Value<string>, to: Value<string>, bothUnknown: typeof UNKNOWN | undefined): Value<string> {
  if (!isKnown(from) && !isKnown(to)) { return bothUnknown; }
  return isKnown(from) && isKnown(to) && from === to ? undefined : isKnown(from) ? to : UNKNOWN;
}

/** The same literal in every stack, so that no export and no custom resource is needed. */
export function literalArn(stack: Stack, vaultName: string): string {
  return `arn:${Aws.PARTITION}:backup:${stack.region}:${stack.account}:backup-vault:${vaultName}`;
}

function admit(destination: VaultFacts, account: string, origin: CopyOrigin): void {
  const source = CopySource.account(account);
  if (destination.vault instanceof CompliantVault) {
    destination.vault.allowCopiesFrom(source);
  } else if (destination.vault instanceof BackupVault) {
    destination.vault.addToAccessPolicy(source._statement());
  } else {
    warn(origin.plan, 'copyIntoNotAllowed', `Copies to the vault ${destination.inWords} fail unless its access policy allows backup:CopyIntoBackupVault to the `
      + `account '${account}'. The library cannot change the policy of a CfnBackupVault. Add the statement there, or use a CompliantVault.`);
  }
}

function shareKey(origin: CopyOrigin, from: Place, to: Place): void {
  if (!isKnown(from.account) || !isKnown(to.account) || from.account === to.account) { return; }
  if (origin.vault.vault instanceof CompliantVault) {
    origin.vault.vault.shareKeyWith(to.account);
  } else {
    warn(origin.plan, 'keyNotShared', `The library cannot share the key of the vault ${origin.vault.inWords} with the account '${to.account}'. Copies of recovery points that the key `
      + 'encrypts fail. Share the key with the AWSServiceRoleForBackup of that account, or use a CompliantVault.');
  }
}
