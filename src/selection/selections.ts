import type { CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import type { TagBasedSelectionProps } from './tag-based-selection-props';
import type { TagCondition } from './tag-condition';
import { RESOURCE_TAG_PREFIX } from '../validation/selection/tag-conditions';

/** The properties of a selection in CloudFormation, without name and role. */
export type SelectionContent = Omit<CfnBackupSelection.BackupSelectionResourceTypeProperty, 'selectionName' | 'iamRoleArn'>;

/**
 * AWS Backup unites `Resources` and `ListOfTags`, and filters the result by `Conditions`. To require one of several tags and one of several types,
 * the construct therefore creates a selection for each tag, with the types as resources and the tag as a condition.
 */
export function selectionContents(props: TagBasedSelectionProps): SelectionContent[] {
  const { conditions = [], anyOf = [], resources = [], exclude = [] } = props;
  // Aurora, Neptune, and others share one ARN form
  const types = [...new Set((props.resourceTypes ?? []).map((type) => type.selectionArn))];
  const common = { notResources: optional(exclude) };

  if (anyOf.length > 0 && types.length > 0) {
    return [
      ...anyOf.map((tag) => ({ ...common, resources: types, conditions: renderConditions([...conditions, tag]) })),
      ...resources.length > 0 ? [{ ...common, resources, conditions: renderConditions(conditions) }] : [],
    ];
  }
  if (anyOf.length > 0) {
    return [{ ...common, resources: optional(resources), listOfTags: anyOf.map(renderTag), conditions: renderConditions(conditions) }];
  }
  const named = [...types, ...resources];
  // AWS Backup has rejected conditions without resources, so they filter all resources
  return [{ ...common, resources: named.length > 0 ? named : ['*'], conditions: renderConditions(conditions) }];
}

function renderTag(condition: TagCondition): CfnBackupSelection.ConditionResourceTypeProperty {
  return { conditionType: 'STRINGEQUALS', conditionKey: condition.key, conditionValue: condition.value };
}

function renderConditions(conditions: TagCondition[]): SelectionContent['conditions'] {
  if (conditions.length === 0) { return undefined; }
  const byOperator: { [operator: string]: { ConditionKey: string; ConditionValue: string }[] } = {};
  for (const { _operator: operator, key, value } of conditions) {
    (byOperator[operator] ??= []).push({ ConditionKey: `${RESOURCE_TAG_PREFIX}${key}`, ConditionValue: value });
  }
  return byOperator;
}

function optional<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
