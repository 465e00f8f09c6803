import type { Tags } from './tags';
import type { Value } from '../../values/unknown';
import type { Property } from '../property';

/** Where a finding points to. */
export interface Address {
  readonly sourceId: string;
  readonly logicalId: string;
  readonly cfnType: string;
  /** Of the property within the resource, as in `BackupPlan.BackupPlanRule[0]`; empty for the resource. */
  readonly path: string;
}

/** An account and a Region, and whether two of them are the same: see `sameEnvironment`. */
export interface Environment {
  readonly account: Value<string>;
  readonly region: Value<string>;
  /** Environments of one application that are unknown are the same. */
  readonly application: string;
}

/** A resource of a template. */
export interface Entity {
  readonly address: Address;
  readonly environment: Environment;
  /** False if an unknown condition decides whether the resource exists. */
  readonly certain: boolean;
  readonly properties: Property;
}

export interface TaggedEntity extends Entity {
  readonly tags: Tags;
}
