import type { Entity } from './entity';
import type { Property } from '../property';

/** A resource that creates a nested stack from a template that is not among the sources. */
export interface UnreadStack extends Entity {
  /** The property with the path or URL of the template. */
  readonly property: string;
  readonly location: Property;
  /** Why the template is not read, in a sentence. */
  readonly reason: string | undefined;
}
