import type { ProtectOptions, TagBasedSelectionProps } from './tag-based-selection-props';
import type { TagCondition } from './tag-condition';
import { flag, listOf, mapOf, required, struct, text, valueOf } from '../cdk/kinds';
import { SCOPE_AND_ID, backupPlan, construct, managedPolicy, role } from '../cdk/kinds-of-cdk';
import { resourceType } from '../resource-type/kinds';

const tagCondition = valueOf<TagCondition>('a TagCondition', '_operator', () => 'TagCondition.equalTo(…)');

/** The arguments of the constructor of a selection. */
export const NEW_SELECTION = {
  ...SCOPE_AND_ID,
  props: required(struct<TagBasedSelectionProps>({
    plan: required(backupPlan),
    selectionName: text,
    conditions: listOf(tagCondition),
    anyOf: listOf(tagCondition),
    resourceTypes: listOf(resourceType),
    resources: listOf(text),
    exclude: listOf(text),
    role,
    allowRestores: flag,
    attachPolicies: flag,
    permissionsBoundary: managedPolicy,
  })),
};

/** The arguments of `protect`. */
export const PROTECT = {
  scope: required(construct),
  options: required(struct<ProtectOptions>({ values: mapOf(text), required: flag, shareKeys: flag })),
};
