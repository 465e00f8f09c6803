import { Stack } from 'aws-cdk-lib';
import { type CfnBackupVault, BackupVault } from 'aws-cdk-lib/aws-backup';
import { toRegion } from './region-copy';
import { type CopyDestination, type CopyOrigin, type ResolvedCopy, COPY_SHOULD_NAME, literalArn } from './resolved-copy';
import { deployAfterDestination } from './vault-orders';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { comparisonProblems, placeOf } from '../cdk/place';
import { type VaultFacts, vaultFacts } from '../cdk/vault-facts';
import { warn, warningOf } from '../cdk/warnings';
import { newRegionWarnings } from '../validation/environment/region-names';
import { copyProblems, ownVaultWarnings, vaultArnProblems, type Place } from '../validation/plan/copies';
import { Problem } from '../values/problem';
import { UNKNOWN, isKnown, type Value } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { CopySource } from '../vault/copy-source';

interface NamedPlace extends Place {
  readonly vaultName: Value<string>;
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
  const to: NamedPlace = { account: account ?? UNKNOWN, region: region ?? UNKNOWN, vaultName: name ?? UNKNOWN };
  const malformed = vaultArnProblems('copyTo', knownOf(arn));
  const { vault } = origin;
  return {
    lock: facts?.lock,
    vaultLabel: facts?.label ?? `'${arn}'`,
    leavesFor: { region: otherThan(from.region, to.region, UNKNOWN), account: otherThan(from.account, to.account, UNKNOWN) },
    problems: malformed.length > 0 ? malformed : copyProblems('copyTo', from, to),
    warnings: [
      ...newRegionWarnings(COPY_SHOULD_NAME, to.region).map(warningOf('newRegion')),
      ...ownVaultWarnings(COPY_SHOULD_NAME, arn === vault.vault.backupVaultRef.backupVaultArn || isSame(to, { ...from, vaultName: vault.name }), vault.label).map(warningOf('copyIntoOwnVault')),
    ],
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
    vaultLabel: facts.label,
    leavesFor: { region: otherThan(from.region, to.region, undefined), account: otherThan(from.account, to.account, undefined) },
    problems: fromStack === toStack ? [] : [
      ...comparisonProblems('copyTo', fromStack, toStack),
      ...isKnown(facts.name) ? [] : [new Problem('vault-token', `'copyTo' must name a vault whose name is known at synthesis, got a token for the vault ${facts.label}. Give that vault a literal name.`)],
      ...copyProblems('copyTo', from, { ...to, vaultName: facts.name }),
    ],
    warnings: ownVaultWarnings(COPY_SHOULD_NAME, resource === origin.vault.resource, facts.label).map(warningOf('copyIntoOwnVault')),
    connect: () => {
      if (resource.stack === Stack.of(origin.plan)) { return resource.attrBackupVaultArn; }
      deployAfterDestination(origin.plan, resource);
      if (isKnown(from.account) && isKnown(to.account) && from.account !== to.account) { admit(facts, from.account, origin); }
      shareKey(origin, from, to);
      return literalArn(toStack, resource.backupVaultName);
    },
  };
}

function isSame(one: NamedPlace, other: NamedPlace): boolean {
  return (['account', 'region', 'vaultName'] as const).every((part) => isKnown(one[part]) && one[part] === other[part]);
}

/** @param bothUnknown the result for two unknown places */
function otherThan(from: Value<string>, to: Value<string>, bothUnknown: typeof UNKNOWN | undefined): Value<string> {
  if (!isKnown(from) && !isKnown(to)) { return bothUnknown; }
  return isKnown(from) && isKnown(to) && from === to ? undefined : isKnown(from) ? to : UNKNOWN;
}

function admit(destination: VaultFacts, account: string, origin: CopyOrigin): void {
  const source = CopySource.account(account);
  if (destination.vault instanceof CompliantVault) {
    destination.vault.allowCopiesFrom(source);
  } else if (destination.vault instanceof BackupVault) {
    destination.vault.addToAccessPolicy(source._statement());
  } else {
    warn(origin.plan, 'copyIntoNotAllowed', `Copies to the vault ${destination.label} fail unless its access policy allows backup:CopyIntoBackupVault to the `
      + `account '${account}'. The library cannot change the policy of a CfnBackupVault. Add the statement there, or use a CompliantVault.`);
  }
}

function shareKey(origin: CopyOrigin, from: Place, to: Place): void {
  if (!isKnown(from.account) || !isKnown(to.account) || from.account === to.account) { return; }
  if (origin.vault.vault instanceof CompliantVault) {
    origin.vault.vault.shareKeyWith(to.account);
  } else {
    warn(origin.plan, 'keyNotShared', `The library cannot share the key of the vault ${origin.vault.label} with the account '${to.account}'. Copies of recovery points that the key `
      + 'encrypts fail. Share the key with the AWSServiceRoleForBackup of that account, or use a CompliantVault.');
  }
}
