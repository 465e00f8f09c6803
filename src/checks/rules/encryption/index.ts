import { bucketKeyPolicy } from './bucket-key-policy';
import { copyDestinationKey } from './copy-destination-key';
import { copySourceKey } from './copy-source-key';
import { resourceKeyDeletionWindow } from './resource-key-deletion-window';
import { resourceKeyRetained } from './resource-key-retained';
import { resourceKeyRotation } from './resource-key-rotation';
import type { Rule } from '../../rule';

export const ENCRYPTION_RULES: readonly Rule[] = [
  bucketKeyPolicy,
  copyDestinationKey,
  copySourceKey,
  resourceKeyDeletionWindow,
  resourceKeyRetained,
  resourceKeyRotation,
];
