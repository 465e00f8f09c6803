import { keyKind } from './encryption';
import { IndexByKey, meant } from './index-by-key';
import type { Resource } from './resources';
import { tagsOf } from './tags';
import type { LockDays } from '../../validation/vault/vault-lock';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import type { Vault } from '../entities';
import { type Environment, sameEnvironment } from '../environment';
import type { Property } from '../property';
import { arnOf, physicalId } from '../resolve/names';
import { literalOf } from '../resolve/scalars';
import { Arn } from '../text/arn';
import type { Text } from '../text/text';

export function vaultOf(resource: Resource): Vault {
  const { address: { logicalId, cfnType }, properties } = resource;
  const airGapped = cfnType === 'AWS::Backup::LogicallyAirGappedBackupVault';
  const key = properties.get('EncryptionKeyArn').text();
  const name = literalOf(physicalId(logicalId, resource.frame));
  const notifications = properties.get('Notifications');
  const events = notifications.get('BackupVaultEvents').items();
  return {
    ...entity(resource),
    tags: tagsOf(properties, resource.scope),
    kind: airGapped ? 'airGapped' : 'standard',
    name,
    arn: arnOf(logicalId, resource.frame)!,
    lock: airGapped ? airGappedLock(properties) : lockIn(properties.get('LockConfiguration')),
    keyKind: keyKind(key, airGapped ? 'awsOwned' : 'awsManaged'),
    key,
    accessPolicy: properties.get('AccessPolicy'),
    topic: notifications.get('SNSTopicArn').text(),
    events: isKnown(events) ? events.map((event) => event.string()) : events,
    retained: resource.retained,
    label: label(name, logicalId),
  };
}

/** The properties that all entities have. */
export function entity({ address, environment, certain, existence, properties }: Resource) {
  return { address, environment, certain, existence, properties };
}

export function label(name: Value<string>, otherwise: string): string {
  return isKnown(name) ? `'${name}'` : otherwise;
}

function lockIn(lock: Property): Value<LockDays> {
  if (lock.isPresent === false) { return undefined; }
  if (lock.isPresent === UNKNOWN) { return UNKNOWN; }
  return {
    minRetention: lock.get('MinRetentionDays').number(),
    maxRetention: lock.get('MaxRetentionDays').number(),
    changeableFor: lock.get('ChangeableForDays').number(),
  };
}

function airGappedLock(properties: Property): LockDays {
  return {
    minRetention: properties.get('MinRetentionDays').number(),
    maxRetention: properties.get('MaxRetentionDays').number(),
    changeableFor: undefined,
  };
}

/** The vaults by the names that plans use. */
export class Vaults {
  private readonly byName: IndexByKey<Vault>;
  private readonly byArn: IndexByKey<Vault>;

  constructor(public readonly all: readonly Vault[], nameOf: (vault: Vault) => Text) {
    this.byName = new IndexByKey(all, (vault) => nameOf(vault).key);
    this.byArn = new IndexByKey(all, (vault) => new Arn(vault.arn).key);
  }

  /** The vault with a name in the environment of a rule. */
  public named(property: Property, name: Text, environment: Environment): Vault | undefined {
    return meant(property, this.byName.candidates(name.key, environment, true), environment);
  }

  /** A vault of the name, perhaps in another account or Region, or another vault. */
  public perhapsNamed(name: Text, environment: Environment): readonly Vault[] {
    return this.byName.named(name.key).filter((vault) => sameEnvironment(vault.environment, environment) !== false);
  }

  public withArn(property: Property, arn: Arn, near: Environment): Vault | undefined {
    return this.byArn.meantBy(property, arn.key, near);
  }

  public withName(name: Text): readonly Vault[] {
    return this.byName.named(name.key);
  }
}
