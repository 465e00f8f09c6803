import type { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { CopyDestination, CopyOrigin, NewVaultOptions } from './copy-destination';
import { type SupportVaultProps, supportStackName } from './support-stack';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { placeOf } from '../cdk/place';
import { type VaultFacts, vaultFacts } from '../cdk/vault-facts';
import type { Place } from '../validation/plan/copies';
import type { LockDays } from '../validation/vault/vault-lock';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { VaultLock } from '../vault/vault-lock';

export interface NamedPlace extends Place {
  readonly vaultName: Value<string>;
}

interface AnyDestination {
  readonly origin: CopyOrigin;
  readonly from: Place;
  readonly to: NamedPlace;
  readonly lock: LockDays | undefined;
  readonly vaultLabel: string;
  /** The Region and account of the destination. `undefined` if it is that of the plan. */
  readonly leavesFor: Place;
}

/** A vault that the app does not own. */
export interface ForeignDestination extends AnyDestination {
  readonly kind: 'foreign';
  readonly arn: string;
}

/** A vault of the app. */
export interface OwnedDestination extends AnyDestination {
  readonly kind: 'owned';
  readonly vault: VaultFacts;
  readonly resource: CfnBackupVault;
}

/** A vault that the library creates in another Region. */
export interface NewDestination extends AnyDestination {
  readonly kind: 'new';
  readonly options: NewVaultOptions;
  readonly newVault: NewVault;
}

/** The destination of a copy as it is checked, before anything is created for it. */
export type DestinationFacts = ForeignDestination | OwnedDestination | NewDestination;

/** The vault that all copies of one vault to another Region share. */
export interface NewVault extends SupportVaultProps {
  readonly region: string;
  readonly source: VaultFacts;
  /** The name of its stack. */
  readonly stackName: string;
}

export function readDestination(destination: CopyDestination, origin: CopyOrigin): DestinationFacts {
  switch (destination.kind) {
    case 'arn': return foreign(destination.arn, undefined, origin);
    case 'region': return inRegion(destination.region, destination.options, origin);
    case 'vault': {
      const vault = vaultFacts(destination.vault);
      return vault.resource ? owned(vault, vault.resource, origin) : foreign(vault.vault.backupVaultRef.backupVaultArn, vault, origin);
    }
  }
}

function foreign(arn: string, vault: VaultFacts | undefined, origin: CopyOrigin): ForeignDestination {
  // A token contains no colon, so an ARN with a token for its account still has a readable Region.
  const [,,, region, account,, name] = arn.split(':').map((part) => knownOf(part));
  const from = placeOf(topLevelStack(origin.plan));
  const to: NamedPlace = { account: account ?? UNKNOWN, region: region ?? UNKNOWN, vaultName: name ?? UNKNOWN };
  return {
    kind: 'foreign',
    arn,
    origin,
    from,
    to,
    lock: vault?.lock,
    vaultLabel: vault?.label ?? `'${arn}'`,
    leavesFor: { region: otherThan(from.region, to.region, UNKNOWN), account: otherThan(from.account, to.account, UNKNOWN) },
  };
}

function owned(vault: VaultFacts, resource: CfnBackupVault, origin: CopyOrigin): OwnedDestination {
  const [from, to] = [origin.plan, resource].map((construct) => placeOf(topLevelStack(construct)));
  return {
    kind: 'owned',
    vault,
    resource,
    origin,
    from,
    to: { ...to, vaultName: vault.name },
    lock: vault.lock,
    vaultLabel: vault.label,
    leavesFor: { region: otherThan(from.region, to.region, undefined), account: otherThan(from.account, to.account, undefined) },
  };
}

function inRegion(region: string, options: NewVaultOptions, origin: CopyOrigin): NewDestination {
  const stack = topLevelStack(origin.plan);
  const from = placeOf(stack);
  const lock = options.lock ?? mirroredLock(origin.vault);
  return {
    kind: 'new',
    options,
    newVault: { region, source: origin.vault, lock, guard: options.guard, stackName: options.stackName ?? supportStackName(stack, region) },
    origin,
    from,
    to: { account: from.account, region: knownOf(region), vaultName: UNKNOWN },
    lock: lock?._read().days,
    vaultLabel: `in '${region}'`,
    leavesFor: { region: knownOf(region), account: undefined },
  };
}

/** The lock that a vault in another Region has by default: that of its source, if the library can copy it. */
function mirroredLock(source: VaultFacts): VaultLock | undefined {
  if (source.lock === undefined) { return undefined; }
  if (hasLiteralLock(source)) { return source.vault.lock; }
  return source.lock.changeableFor === undefined ? VaultLock._of(source.lock) : undefined;
}

/** Whether the lock is that of a `CompliantVault`, without tokens. */
export function hasLiteralLock(source: VaultFacts): source is VaultFacts & { readonly vault: CompliantVault } {
  return source.vault instanceof CompliantVault && source.lock !== undefined && !Object.values(source.lock).includes(UNKNOWN);
}

/** @param bothUnknown the result for two unknown places */
function otherThan(from: Value<string>, to: Value<string>, bothUnknown: typeof UNKNOWN | undefined): Value<string> {
  if (!isKnown(from) && !isKnown(to)) { return bothUnknown; }
  return isKnown(from) && isKnown(to) && from === to ? undefined : isKnown(from) ? to : UNKNOWN;
}
