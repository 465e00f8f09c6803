import type { Environment } from '../environment';
import type { Tags } from './tags';
import type { Property } from '../property';
import type { Formula } from '../resolve/formula';

/** The address of a finding. */
export interface Address {
  readonly sourceId: string;
  readonly logicalId: string;
  readonly cfnType: string;
  /** Where the template has the resource, if a loop creates it: names and indices below `Resources`. */
  readonly origin?: readonly string[];
  /** The path of the property in the resource, such as `BackupPlan.BackupPlanRule[0]`. Empty for the resource. */
  readonly path: string;
}

/** A resource of a template. */
export interface Entity {
  readonly address: Address;
  readonly environment: Environment;
  /** False if an unknown condition decides whether the resource exists. */
  readonly certain: boolean;
  /** When the resource exists. */
  readonly existence: Formula;
  readonly properties: Property;
}

export interface TaggedEntity extends Entity {
  readonly tags: Tags;
}
