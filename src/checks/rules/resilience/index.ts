import { copyElsewhere } from './copy-elsewhere';
import { requiredCopies } from './required-copies';
import type { Rule } from '../../rule';

export const RESILIENCE_RULES: readonly Rule[] = [
  copyElsewhere,
  requiredCopies,
];
