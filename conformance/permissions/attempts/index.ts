import { AT_BUCKETS } from './buckets';
import { AT_KEYS } from './keys';
import { AT_ROLES } from './roles';
import { AT_TOPICS } from './topics';
import { AT_VAULTS } from './vaults';
import type { Attempt } from '../attempt';

/** The attempts: caller, action, and expected verdict. */
export const ATTEMPTS: readonly Attempt[] = [...AT_VAULTS, ...AT_KEYS, ...AT_TOPICS, ...AT_ROLES, ...AT_BUCKETS];
