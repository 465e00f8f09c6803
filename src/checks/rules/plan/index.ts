import { ruleFitsVaultLock } from './rule-fits-vault-lock';
import type { Rule } from '../../rule';

export const PLAN_RULES: readonly Rule[] = [
  ruleFitsVaultLock,
];
