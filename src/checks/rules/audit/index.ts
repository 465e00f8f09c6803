import { controlScope } from './control-scope';
import { controlScopeTypes } from './control-scope-types';
import { frameworkControls } from './framework-controls';
import { frameworkName } from './framework-name';
import { frameworkQuotas } from './framework-quotas';
import { reportBucketPolicy } from './report-bucket-policy';
import { reportBucketPublic } from './report-bucket-public';
import { reportPlanFormat } from './report-plan-format';
import type { Rule } from '../../rule';

export const AUDIT_RULES: readonly Rule[] = [
  controlScope,
  controlScopeTypes,
  frameworkControls,
  frameworkName,
  frameworkQuotas,
  reportBucketPolicy,
  reportBucketPublic,
  reportPlanFormat,
];
