import type { Encryption } from './encryption';
import type { TaggedEntity } from './entity';
import type { ResourceTypeCapability } from '../../capabilities/resource-types';
import type { Text } from '../text/text';

/** A resource that AWS Backup can protect. A global table is one in each Region of a replica. */
export interface Protectable extends TaggedEntity {
  /** The rows that it has or might have, including variants. */
  readonly rows: readonly ResourceTypeCapability[];
  /** False where a property that is not known decides whether it can be protected. */
  readonly certainlyProtectable: boolean;
  readonly arn: Text;
  readonly encryption: Encryption;
}
