import type { DestinationFacts, ForeignDestination, NamedPlace } from './destination-facts';
import { type Warning, warningOf } from '../cdk/warnings';
import { newRegionWarnings } from '../validation/environment/region-names';
import { ownVaultWarnings } from '../validation/plan/copies';
import { isKnown } from '../values/unknown';

/** How a warning about the destination starts. */
const SHOULD_NAME = '\'copyTo\' should name';

/** What AWS Backup accepts and users rarely intend. */
export function destinationWarnings(destination: DestinationFacts): Warning[] {
  const { origin, to } = destination;
  const newRegion = () => newRegionWarnings(SHOULD_NAME, to.region).map(warningOf('newRegion'));
  const ownVault = (isOwn: boolean, label: string) => ownVaultWarnings(SHOULD_NAME, isOwn, label).map(warningOf('copyIntoOwnVault'));
  switch (destination.kind) {
    case 'foreign': return [...newRegion(), ...ownVault(namesOrigin(destination), origin.vault.label)];
    case 'owned': return ownVault(destination.resource === origin.vault.resource, destination.vaultLabel);
    case 'new': return newRegion();
  }
}

/** Whether an ARN names the vault of the backup. */
function namesOrigin({ arn, origin: { vault }, from, to }: ForeignDestination): boolean {
  return arn === vault.vault.backupVaultRef.backupVaultArn || isSame(to, { ...from, vaultName: vault.name });
}

function isSame(one: NamedPlace, other: NamedPlace): boolean {
  return (['account', 'region', 'vaultName'] as const).every((part) => isKnown(one[part]) && one[part] === other[part]);
}
