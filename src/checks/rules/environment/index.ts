import { missingInRegion } from './missing-in-region';
import { nameGivenTwice } from './name-given-twice';
import { policyWrittenTwice } from './policy-written-twice';
import type { Rule } from '../../rule';

export const ENVIRONMENT_RULES: readonly Rule[] = [
  missingInRegion,
  nameGivenTwice,
  policyWrittenTwice,
];
