import { IndexByKey } from './index-by-key';
import { ResourceEntity } from './resource-entity';
import type { Resource } from './resources';
import { entity } from './vaults';
import { DEFAULT_KEY_POLICY, ROTATABLE_KEY } from '../../capabilities/keys';
import { readDocument } from '../../iam';
import { type Answer, allOf } from '../../values/answer';
import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import type { Entity, Key } from '../entities';
import { type Environment, accountPart, partitionPart } from '../environment';
import type { Property } from '../property';
import { arnOf, physicalId } from '../resolve/names';
import { Arn } from '../text/arn';
import { Text } from '../text/text';

const KEY_TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

interface Alias extends Entity {
  readonly arn: Text;
  readonly name: Text;
  readonly target: Value<Text>;
}

/** The keys by the names that resources use: an ARN, an ID, or an alias. */
export class Keys {
  public readonly all: readonly Key[];
  private readonly byArn: IndexByKey<Key>;
  private readonly byId: IndexByKey<Key>;
  private readonly aliasesByArn: IndexByKey<Alias>;
  private readonly aliasesByName: IndexByKey<Alias>;

  constructor(byType: ReadonlyMap<string, readonly Resource[]>) {
    const resources = KEY_TYPES.flatMap((type) => byType.get(type) ?? []);
    this.all = resources.map((resource) => new KeyResource(resource));
    const ids = new Map(this.all.map((key, index) => [key, physicalId(key.address.logicalId, resources[index].frame).key]));
    const aliases = (byType.get('AWS::KMS::Alias') ?? []).map(aliasOf);
    this.byArn = new IndexByKey(this.all, ({ arn }) => new Arn(arn).key);
    this.byId = new IndexByKey(this.all, (key) => ids.get(key));
    this.aliasesByArn = new IndexByKey(aliases, ({ arn }) => new Arn(arn).key);
    this.aliasesByName = new IndexByKey(aliases, ({ name }) => name.key);
  }

  /** `UNKNOWN` if it is not in the templates, `undefined` if it is left out. */
  public named(text: Value<Text>, near: Environment): Value<Key> {
    if (!isKnown(text)) { return text; }
    return this.itself(text) ?? this.behindAlias(text, near) ?? UNKNOWN;
  }

  /** AWS KMS chooses the ids of keys, so they are unique. */
  private itself(text: Text): Key | undefined {
    return this.byArn.named(new Arn(text).key)[0] ?? this.byId.named(text.key)[0];
  }

  private behindAlias(text: Text, near: Environment): Key | undefined {
    const here = (index: IndexByKey<Alias>, key: string | undefined) => index.candidates(key, near, true);
    const [alias, ...others] = [...here(this.aliasesByArn, new Arn(text).key), ...here(this.aliasesByName, text.key)];
    return alias?.certain && others.length === 0 && isKnown(alias.target) ? this.itself(alias.target) : undefined;
  }
}

class KeyResource extends ResourceEntity implements Key {
  private document?: Key['policy'];

  public get arn(): Text {
    return arnOf(this.address.logicalId, this.resource.frame)!;
  }

  public get policy(): Key['policy'] {
    return this.document ??= this.readPolicy();
  }

  public get enabled(): Answer {
    return this.properties.get('Enabled').boolean() ?? true;
  }

  public get canRotate(): Answer {
    return allOf([
      this.address.cfnType !== 'AWS::KMS::ReplicaKey',
      isOrLeftOut(this.properties.get('KeySpec'), ROTATABLE_KEY.keySpec),
      isOrLeftOut(this.properties.get('Origin'), ROTATABLE_KEY.origin),
    ]);
  }

  public get rotates(): Answer {
    return this.properties.get('EnableKeyRotation').boolean() ?? false;
  }

  public get deletionWindow(): Value<number> {
    return this.properties.get('PendingWindowInDays').number();
  }

  public get retained(): Answer {
    return this.resource.retained;
  }

  private readPolicy(): Key['policy'] {
    const policy = this.properties.get('KeyPolicy');
    return policy.isPresent === false
      ? readDocument({ Statement: { Effect: 'Allow', Principal: { AWS: rootOf(this.resource) }, Action: DEFAULT_KEY_POLICY.actions, Resource: '*' } })
      : readDocument(policy.json(), policy.effort);
  }
}

function rootOf({ environment, scope }: Resource): Text {
  return Text.of('arn:', partitionPart(environment, scope.partition), ':iam::', accountPart(environment), ':root');
}

function isOrLeftOut(property: Property, value: string): Answer {
  const given = property.string() ?? value;
  return given === UNKNOWN ? UNKNOWN : given === value;
}

function aliasOf(resource: Resource): Alias {
  const { address: { logicalId }, frame, properties } = resource;
  return { ...entity(resource), arn: arnOf(logicalId, frame)!, name: physicalId(logicalId, frame), target: properties.get('TargetKeyId').text() };
}
