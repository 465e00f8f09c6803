import { AUDIT_RULES } from './audit';
import { COVERAGE_RULES } from './coverage';
import { DYNAMODB_RULES } from './dynamodb';
import { ENCRYPTION_RULES } from './encryption';
import { ENVIRONMENT_RULES } from './environment';
import { NOTIFICATION_RULES } from './notification';
import { ORGANIZATION_RULES } from './organization';
import { PLAN_RULES } from './plan';
import { RESILIENCE_RULES } from './resilience';
import { RESOURCE_RULES } from './resource';
import { RESTORE_TESTING_RULES } from './restore-testing';
import { SELECTION_RULES } from './selection';
import { STORAGE_RULES } from './storage';
import { VAULT_RULES } from './vault';
import type { Rule } from '../rule';

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...RESOURCE_RULES,
  ...VAULT_RULES,
  ...PLAN_RULES,
  ...SELECTION_RULES,
  ...COVERAGE_RULES,
  ...DYNAMODB_RULES,
  ...ENCRYPTION_RULES,
  ...RESILIENCE_RULES,
  ...NOTIFICATION_RULES,
  ...AUDIT_RULES,
  ...RESTORE_TESTING_RULES,
  ...STORAGE_RULES,
  ...ENVIRONMENT_RULES,
  ...ORGANIZATION_RULES,
];
