import { bucketEvents } from './bucket-events';
import { bucketLifecycle } from './bucket-lifecycle';
import { bucketVersioned } from './bucket-versioned';
import { resourceInPlan } from './resource-in-plan';
import type { Rule } from '../../rule';

export const COVERAGE_RULES: readonly Rule[] = [
  bucketEvents,
  bucketLifecycle,
  bucketVersioned,
  resourceInPlan,
];
