import type { Encryption } from './encryption';
import type { TaggedEntity } from './entity';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import type { Text } from '../text/text';

/** A resource that AWS Backup can protect. A global table is a resource in the Region of each replica. */
export interface Protectable extends TaggedEntity {
  /** The resource types that it has or might have, including variants. */
  readonly rows: readonly ResourceTypeCapability[];
  /** False if an unknown property decides whether it can be protected. */
  readonly certainlyProtectable: boolean;
  readonly arn: Text;
  readonly encryption: Encryption;
}
