import { AT_BUCKETS } from './buckets';
import { AT_KEYS } from './keys';
import { AT_ROLES } from './roles';
import { AT_TOPICS } from './topics';
import { AT_VAULTS } from './vaults';
import type { Attempt } from '../attempt';

/** Who tries what, and what is to come of it: a row for each. */
export const ATTEMPTS: readonly Attempt[] = [...AT_VAULTS, ...AT_KEYS, ...AT_TOPICS, ...AT_ROLES, ...AT_BUCKETS];
