import { PLAN_RULES } from './plan';
import type { Rule } from '../rule';

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...PLAN_RULES,
];
