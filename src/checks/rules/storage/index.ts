import { accessPoint } from './access-point';
import { legalHold } from './legal-hold';
import { tieringConfiguration } from './tiering-configuration';
import type { Rule } from '../../rule';

export const STORAGE_RULES: readonly Rule[] = [
  accessPoint,
  legalHold,
  tieringConfiguration,
];
