import { retainedRolePolicies } from './retained-role-policies';
import { rolePolicyPaths } from './role-policy-paths';
import { selectionArns } from './selection-arns';
import { selectionName } from './selection-name';
import { selectionNotEmpty } from './selection-not-empty';
import { selectionPlan } from './selection-plan';
import { selectionQuotas } from './selection-quotas';
import { selectionRole } from './selection-role';
import { selectionRoleForS3 } from './selection-role-for-s3';
import { selectionRolePermissions } from './selection-role-permissions';
import { selectionTagKeys } from './selection-tag-keys';
import { selectionTagValues } from './selection-tag-values';
import { selectionUnion } from './selection-union';
import type { Rule } from '../../rule';

export const SELECTION_RULES: readonly Rule[] = [
  retainedRolePolicies,
  rolePolicyPaths,
  selectionArns,
  selectionName,
  selectionNotEmpty,
  selectionPlan,
  selectionQuotas,
  selectionRole,
  selectionRoleForS3,
  selectionRolePermissions,
  selectionTagKeys,
  selectionTagValues,
  selectionUnion,
];
