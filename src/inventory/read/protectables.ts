import { encryptionOf, replicaEncryption } from './encryption';
import { ResourceEntity } from './resource-entity';
import type { Resource } from './resources';
import { over, tagsIn, tagsOf, tagsOfStack } from './tags';
import { type ResourceTypeCapability, RESOURCE_TYPES, SAM_TYPES, rowsOfCfnType } from '../../capabilities/resource-types';
import { isOfRow } from '../../validation/selection/protectable';
import { UNKNOWN, isKnown } from '../../values/unknown';
import type { Address, Encryption, Protectable, Tags } from '../entities';
import { type Environment, regionPart } from '../environment';
import { type Property, stringAt } from '../property';
import { arnOf } from '../resolve/names';
import { type Part, Text } from '../text/text';

const CFN_TYPES: readonly string[] = [...new Set(RESOURCE_TYPES.flatMap((row) => row.cfnTypes))];

/** The resources of the templates that AWS Backup can protect. */
export function protectablesIn(byType: ReadonlyMap<string, readonly Resource[]>): Protectable[] {
  return CFN_TYPES.flatMap((cfnType) => {
    const rows = rowsOfCfnType(cfnType);
    return [cfnType, ...SAM_TYPES.of[cfnType] ?? []].flatMap((type) => byType.get(type) ?? []).flatMap((resource) => protectablesOf(resource, rows));
  });
}

function protectablesOf(resource: Resource, candidates: readonly ResourceTypeCapability[]): Protectable[] {
  const { rows, certain } = rowsOf(resource.properties, candidates);
  if (rows.length === 0) { return []; }
  const replicas = resource.address.cfnType === 'AWS::DynamoDB::GlobalTable' ? resource.properties.get('Replicas').items() : [];
  if (replicas === UNKNOWN || replicas === undefined) { return [new UnknownReplica(resource, rows, false)]; }
  return replicas.length > 0
    ? replicas.map((replica) => new Replica(resource, rows, certain, replica))
    : [new ProtectableResource(resource, rows, certain)];
}

function rowsOf(properties: Property, candidates: readonly ResourceTypeCapability[]) {
  if (candidates.every((row) => row.when === undefined)) { return { rows: candidates, certain: true }; }
  const valueOf = (path: string) => stringAt(properties, path);
  const answers = candidates.map((row) => ({ row, answer: isOfRow(row, valueOf) })).filter(({ answer }) => answer !== false);
  return { rows: answers.map(({ row }) => row), certain: answers.some(({ answer }) => answer === true) };
}

class ProtectableResource extends ResourceEntity implements Protectable {
  private knownTags?: Tags;
  private knownArn?: Text;

  constructor(
    resource: Resource,
    public readonly rows: readonly ResourceTypeCapability[],
    public readonly certainlyProtectable: boolean,
  ) {
    super(resource);
  }

  public get tags(): Tags {
    return this.knownTags ??= this.readTags();
  }

  public get arn(): Text {
    return this.knownArn ??= arnOf(this.resource.address.logicalId, this.resource.frame, this.elsewhere) ?? Text.of(UNKNOWN);
  }

  public get encryption(): Encryption {
    return encryptionOf(this.address.cfnType, this.properties);
  }

  /** The Region, if it is not that of the stack. */
  protected get elsewhere(): Part | undefined {
    return undefined;
  }

  protected readTags(): Tags {
    return tagsOf(this.properties, this.resource.scope);
  }
}

/** A global table with unknown replicas must have one in its own Region. */
class UnknownReplica extends ProtectableResource {
  protected readTags(): Tags {
    return { values: new Map(), choices: new Map(), complete: false };
  }

  public get encryption(): Encryption {
    return { encrypted: true, key: UNKNOWN, keyKind: UNKNOWN };
  }
}

class Replica extends ProtectableResource {
  public readonly place: Environment;

  constructor(resource: Resource, rows: readonly ResourceTypeCapability[], certain: boolean, private readonly replica: Property) {
    super(resource, rows, certain && replica.isPresent === true);
    this.place = environmentOf(resource.environment, replica);
  }

  public get address(): Address {
    return { ...this.resource.address, path: this.replica.path };
  }

  public get environment(): Environment {
    return this.place;
  }

  public get encryption(): Encryption {
    return replicaEncryption(this.properties, this.replica);
  }

  protected get elsewhere(): Part | undefined {
    if (this.place === this.resource.environment) { return undefined; }
    return isKnown(this.place.region) ? regionPart(this.place) : UNKNOWN;
  }

  /** Whether a stack's tags reach replicas elsewhere is not documented. */
  protected readTags(): Tags {
    const stack = tagsOfStack(this.resource.scope);
    const own = tagsIn(this.replica.get('Tags'));
    const elsewhere = this.place !== this.resource.environment;
    return over(elsewhere && stack.values.size > 0 ? { ...own, complete: false } : own, stack);
  }
}

/** The environment of the stack if the replica is in its Region. An unknown Region equals no other. */
function environmentOf(stack: Environment, replica: Property): Environment {
  const region = replica.get('Region').text();
  const text = isKnown(region) ? region : Text.of(UNKNOWN);
  if (text.key !== undefined && text.key === Text.of(regionPart(stack)).key) { return stack; }
  return text.literal === undefined
    ? { ...stack, region: UNKNOWN, application: `${stack.application}?${text.toString()}` }
    : { ...stack, region: text.literal };
}
