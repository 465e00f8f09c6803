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
import { UNKNOWN, isKnown } from '../values/unknown';
import type { Value } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { CopySource } from '../vault/copy-source';
import type { DeletionGuard } from '../vault/deletion-guard';
import type { VaultLock } from '../vault/vault-lock';

/** The three ways to say where a copy goes. */
export type CopyDestination =
  | { readonly kind: 'vault'; readonly vault: aws_backup.IBackupVaultRef }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'region'; readonly region: string; readonly lock?: VaultLock; readonly guard?: DeletionGuard };

/** Where a copy comes from: the plan, and the vault that the tier writes to. */
export interface CopyOrigin {
  readonly plan: Construct;
  readonly vault: VaultFacts;
}

/** A destination that has been looked at, before anything is made for it. */
export interface ResolvedCopy {
  readonly lock: LockDays | undefined;
  readonly vaultInWords: string;
  /** The Region and account of the destination where they are not those of the plan; `undefined` where they are. */
  readonly leavesFor: Place;
  readonly problems: string[];
  /** The vault that the library makes for the copy. */
  readonly made?: MadeVault;
  /** Makes what the copy needs and gives the destination's ARN. Called once, when the whole plan is valid. */
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
  // A token never holds a colon, so that an ARN with a token for its account still tells its Region.
  const [,,, region, account,, name] = arn.split(':').map((part) => knownOf(part));
  const from = placeOf(topLevelStack(origin.plan));
  const to: Place & { readonly vaultName: Value<string> } = { account: account ?? UNKNOWN, region: region ?? UNKNOWN, vaultName: name ?? UNKNOWN };
  const malformed = vaultArnProblems('copyTo', knownOf(arn));
  return {
    lock: facts?.lock,
    vaultInWords: facts?.inWords ?? `'${arn}'`,
    leavesFor: { region: otherThan(from.region, to.region, UNKNOWN), account: otherThan(from.account, to.account, UNKNOWN) },
    problems: malformed.length > 0 ? malformed : copyProblems(from, to).map((problem) => `'copyTo' ${problem}`),
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
      ...isKnown(facts.name) ? [] : [`'copyTo' needs the name of the vault ${facts.inWords} at synth time, got a token: give that vault a literal name`],
      ...copyProblems(from, { ...to, vaultName: facts.name }).map((problem) => `'copyTo' ${problem}`),
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

/** @param bothUnknown what two unknown places are taken for */
function otherThan(from: Value<string>, to: Value<string>, bothUnknown: typeof UNKNOWN | undefined): Value<string> {
  if (!isKnown(from) && !isKnown(to)) { return bothUnknown; }
  return isKnown(from) && isKnown(to) && from === to ? undefined : isKnown(from) ? to : UNKNOWN;
}

/** The same in every stack that uses it: no export, no custom resource. */
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
    warn(origin.plan, 'copyIntoNotAllowed', `the access policy of the vault ${destination.inWords} must allow backup:CopyIntoBackupVault to the `
      + `account '${account}', which cannot be added to a vault of type CfnBackupVault: add it there, or use a CompliantVault`);
  }
}

function shareKey(origin: CopyOrigin, from: Place, to: Place): void {
  if (!isKnown(from.account) || !isKnown(to.account) || from.account === to.account) { return; }
  if (origin.vault.vault instanceof CompliantVault) {
    origin.vault.vault.shareKeyWith(to.account);
  } else {
    warn(origin.plan, 'keyNotShared', `the key of the vault ${origin.vault.inWords} cannot be shared with the account '${to.account}' from here, and copies of what it `
      + 'encrypts fail without: share it with that account\'s AWSServiceRoleForBackup, or use a CompliantVault');
  }
}
