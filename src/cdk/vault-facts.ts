import { type IResolvable, Aws, Token } from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { knownOf } from './measures';
import { placeOf } from './place';
import { partitionOf } from '../capabilities/regions';
import type { LockDays } from '../validation/vault/vault-lock';
import { type VaultOwner, ownerIn } from '../validation/vault/vault-owner';
import type { Part } from '../values/fragments';
import { type Value, UNKNOWN, isKnown } from '../values/unknown';

/** What is known about a vault at synthesis: a `CompliantVault`, an L2, an L1, or an imported vault. */
export interface VaultFacts {
  readonly vault: aws_backup.IBackupVaultRef;
  /** The resource, if the app owns it. */
  readonly resource: CfnBackupVault | undefined;
  readonly name: Value<string>;
  /** `undefined` if the vault certainly has no lock, or its lock was not stated. */
  readonly lock: LockDays | undefined;
  /** For messages: the name in quotes, or the construct path if the name is a token. */
  readonly label: string;
}

const STATED_LOCK = Symbol.for('cdk-compliant-backup.StatedLock');

/** States the lock of a vault that the app does not own. */
export function stateLock(vault: IConstruct, lock: LockDays): void {
  Object.defineProperty(vault, STATED_LOCK, { value: lock });
}

export function vaultFacts(vault: aws_backup.IBackupVaultRef): VaultFacts {
  const resource = ownedResource(vault);
  const name = knownOf(resource ? resource.backupVaultName : vault.backupVaultRef.backupVaultName);
  return {
    vault,
    resource,
    name,
    lock: resource ? lockOf(resource.lockConfiguration) : (vault as unknown as { [STATED_LOCK]?: LockDays })[STATED_LOCK],
    label: typeof name === 'string' ? `'${name}'` : `at '${vault.node.path}'`,
  };
}

function ownedResource(vault: aws_backup.IBackupVaultRef): CfnBackupVault | undefined {
  return [vault, vault.node.defaultChild].find((construct) => CfnBackupVault.isCfnBackupVault(construct));
}

function lockOf(lock: IResolvable | CfnBackupVault.LockConfigurationTypeProperty | undefined): LockDays | undefined {
  if (lock === undefined) { return undefined; }
  if (Token.isUnresolved(lock)) { return { minRetention: UNKNOWN, maxRetention: UNKNOWN, changeableFor: UNKNOWN }; }
  const given = lock as CfnBackupVault.LockConfigurationTypeProperty;
  return {
    minRetention: knownOf(given.minRetentionDays),
    maxRetention: knownOf(given.maxRetentionDays),
    changeableFor: knownOf(given.changeableForDays),
  };
}

/** The ARN of a vault as a literal, if its name, account, and Region are known. It needs neither an export nor a custom resource. */
export function vaultArnIn(resource: CfnBackupVault): string | undefined {
  const { account, region } = resource.stack;
  return [resource.backupVaultName, account, region].some((part) => Token.isUnresolved(part))
    ? undefined
    : `arn:${Aws.PARTITION}:backup:${region}:${account}:backup-vault:${resource.backupVaultName}`;
}

/** Whose a vault is, for the evaluation of its policy. */
export function ownerOf({ backupVaultName, stack }: CfnBackupVault): VaultOwner {
  const { account, region } = placeOf(stack);
  const part = (name: string, value: Value<string>): Part => (isKnown(value) ? value : { kind: 'pseudo', key: name, name });
  return ownerIn({
    partition: part('AWS::Partition', isKnown(region) ? partitionOf(region) : undefined),
    account: part('AWS::AccountId', account),
    region: part('AWS::Region', region),
  }, knownOf(backupVaultName) ?? UNKNOWN);
}
