import { organizationPolicy } from './organization-policy';
import type { Rule } from '../../rule';

export const ORGANIZATION_RULES: readonly Rule[] = [
  organizationPolicy,
];
