import { bucketKeyPolicy } from './bucket-key-policy';
import { copyDestinationKey } from './copy-destination-key';
import { copySourceKey } from './copy-source-key';
import type { Rule } from '../../rule';

export const ENCRYPTION_RULES: readonly Rule[] = [
  bucketKeyPolicy,
  copyDestinationKey,
  copySourceKey,
];
