import { Token } from 'aws-cdk-lib';
import { type DestinationFacts, type ForeignDestination, type NewDestination, type OwnedDestination, hasLiteralLock } from './destination-facts';
import { guardOf } from './support-stack';
import { NAMES } from '../capabilities/limits';
import { knownOf } from '../cdk/measures';
import { topLevelStack } from '../cdk/physical-name';
import { comparisonProblems } from '../cdk/place';
import { copyProblems, vaultArnProblems } from '../validation/plan/copies';
import { nameProblems } from '../validation/ranges';
import { Problem } from '../values/problem';
import { isKnown } from '../values/unknown';

/** Reasons for which no copy could reach a destination, or the library cannot create it. */
export function destinationProblems(destination: DestinationFacts): Problem[] {
  switch (destination.kind) {
    case 'foreign': return foreignProblems(destination);
    case 'owned': return ownedProblems(destination);
    case 'new': return newProblems(destination);
  }
}

/** How to fix a retention outside of the lock, if the vault has the lock of its source. */
export function lockFixOf(destination: DestinationFacts): string | undefined {
  return destination.kind === 'new' && !destination.options.lock
    ? `Change it, or give the copy a lock with CopyTarget.region(…, { lock }). Without one, it has the lock of the vault ${destination.origin.vault.label}.`
    : undefined;
}

function foreignProblems({ arn, from, to }: ForeignDestination): Problem[] {
  const malformed = vaultArnProblems('copyTo', knownOf(arn));
  return malformed.length > 0 ? malformed : copyProblems('copyTo', from, to);
}

function ownedProblems({ origin, vault, resource, from, to }: OwnedDestination): Problem[] {
  const [fromStack, toStack] = [topLevelStack(origin.plan), topLevelStack(resource)];
  return fromStack === toStack ? [] : [
    ...comparisonProblems('copyTo', fromStack, toStack),
    ...isKnown(vault.name) ? [] : [new Problem('vault-token', `'copyTo' must name a vault whose name is known at synthesis, got a token for the vault ${vault.label}. Give that vault a literal name.`)],
    ...copyProblems('copyTo', from, to),
  ];
}

function newProblems(destination: NewDestination): Problem[] {
  const { origin, from, to, lock, options, newVault } = destination;
  return [
    ...options.lock ? [] : mirrorProblems(destination),
    ...newVault.lock?._read().problems ?? [],
    ...regionProblems(destination),
    ...stackNameProblems(options.stackName),
    ...guardOf(newVault)._problemsIn({ account: from.account, region: to.region }, origin.plan),
    ...options.lock && lock ? options.lock._missingAcknowledgment(lock) : [],
  ];
}

/** The form only, so that a Region that is newer than this library is accepted. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d+$/;

function regionProblems({ origin, from, to, newVault: { region } }: NewDestination): Problem[] {
  if (!isKnown(to.region) || !REGION.test(region)) {
    return [new Problem('region', `'copyTo' must name a Region such as 'eu-central-1', got ${isKnown(to.region) ? `'${region}'` : 'a token'}. Write the id of the Region.`)];
  }
  if (!isKnown(from.region)) {
    return [new Problem('unknown-region', `'copyTo' must copy from a stack of a known Region to '${region}', got no Region for the stack '${topLevelStack(origin.plan).node.path}'. `
      + 'Set \'env.region\' on the stack.')];
  }
  return from.region === region
    ? [new Problem('same-region', `'copyTo' must name a Region other than that of the plan, got '${region}'. Use CopyTarget.vault(…) to copy within a Region.`)]
    : copyProblems('copyTo', from, to);
}

/** The names of the vaults and the guard contain it, so it must be known. */
function stackNameProblems(stackName: string | undefined): Problem[] {
  return Token.isUnresolved(stackName)
    ? [new Problem('stack-name-token', '\'stackName\' must be known at synthesis, got a token. Write the name.')]
    : nameProblems('stackName', stackName, NAMES.stack);
}

/** Why the library does not copy the lock of the source. */
function mirrorProblems({ newVault: { lock, source } }: NewDestination): Problem[] {
  if (lock || source.lock === undefined || hasLiteralLock(source)) { return []; }
  return [source.lock.changeableFor === undefined
    ? new Problem('lock-token', `'copyTo' must have a 'lock', because the lock of the vault ${source.label} is a token. Give the copy a 'lock'.`)
    : new Problem('compliance-lock', `'copyTo' must have a 'lock', because the vault ${source.label} has a compliance lock. The library does not copy a lock that nobody can remove. `
      + 'Give the copy a \'lock\' with acknowledgeIrreversible: true.')];
}
