import type { Resource } from './resources';
import type { Address, Entity } from '../entities';
import type { Environment } from '../environment';
import type { Property } from '../property';
import type { Formula } from '../resolve/formula';

/** Reads a fact when it is needed. Most resources of an app need few of them. */
export abstract class ResourceEntity implements Entity {
  constructor(protected readonly resource: Resource) {}

  public get address(): Address {
    return this.resource.address;
  }

  public get environment(): Environment {
    return this.resource.environment;
  }

  public get certain(): boolean {
    return this.resource.certain;
  }

  public get existence(): Formula {
    return this.resource.existence;
  }

  public get properties(): Property {
    return this.resource.properties;
  }
}
