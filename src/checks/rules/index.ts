import { COVERAGE_RULES } from './coverage';
import { DYNAMODB_RULES } from './dynamodb';
import { PLAN_RULES } from './plan';
import { RESILIENCE_RULES } from './resilience';
import { SELECTION_RULES } from './selection';
import { VAULT_RULES } from './vault';
import type { Rule } from '../rule';

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...VAULT_RULES,
  ...PLAN_RULES,
  ...SELECTION_RULES,
  ...COVERAGE_RULES,
  ...DYNAMODB_RULES,
  ...RESILIENCE_RULES,
];
