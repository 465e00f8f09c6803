import { Aws, Stack } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { CopyOrigin } from './copy-destination';
import type { DestinationFacts, NewDestination, OwnedDestination } from './destination-facts';
import { SupportStack } from './support-stack';
import { deployAfterDestination } from './vault-orders';
import { topLevelStack } from '../cdk/physical-name';
import { type VaultFacts, vaultFacts } from '../cdk/vault-facts';
import { warn } from '../cdk/warnings';
import type { Place } from '../validation/plan/copies';
import { isKnown } from '../values/unknown';
import { CompliantVault } from '../vault/compliant-vault';
import { CopySource } from '../vault/copy-source';

/** Creates what a copy needs, and returns the ARN of its destination. Called once, when the whole plan is valid. */
export function connectCopy(destination: DestinationFacts): string {
  switch (destination.kind) {
    case 'foreign':
      shareKey(destination);
      return destination.arn;
    case 'owned': return connectOwned(destination);
    case 'new': return createVault(destination);
  }
}

function connectOwned(destination: OwnedDestination): string {
  const { origin, vault, resource, from, to } = destination;
  if (resource.stack === Stack.of(origin.plan)) { return resource.attrBackupVaultArn; }
  deployAfterDestination(origin.plan, resource);
  if (isKnown(from.account) && isKnown(to.account) && from.account !== to.account) { admit(vault, from.account, origin); }
  shareKey(destination);
  return literalArn(topLevelStack(resource), resource.backupVaultName);
}

function createVault({ origin, newVault: { region, stackName, source, lock, guard } }: NewDestination): string {
  const vault = SupportStack.findOrCreate(origin.plan, region, stackName).vaultFor(source, { lock, guard });
  const resource = vaultFacts(vault).resource!;
  deployAfterDestination(origin.plan, resource);
  return literalArn(vault.stack, resource.backupVaultName);
}

/** The same literal in every stack, so that no export and no custom resource is needed. */
function literalArn(stack: Stack, vaultName: string): string {
  return `arn:${Aws.PARTITION}:backup:${stack.region}:${stack.account}:backup-vault:${vaultName}`;
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

function shareKey({ origin, from, to }: { readonly origin: CopyOrigin; readonly from: Place; readonly to: Place }): void {
  if (!isKnown(from.account) || !isKnown(to.account) || from.account === to.account) { return; }
  if (origin.vault.vault instanceof CompliantVault) {
    origin.vault.vault.shareKeyWith(to.account);
  } else {
    warn(origin.plan, 'keyNotShared', `The library cannot share the key of the vault ${origin.vault.label} with the account '${to.account}'. Copies of recovery points that the key `
      + 'encrypts fail. Share the key with the AWSServiceRoleForBackup of that account, or use a CompliantVault.');
  }
}
