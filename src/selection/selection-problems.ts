import { Token } from 'aws-cdk-lib';
import type { SelectionFacts } from './selection-facts';
import type { TagBasedSelectionProps } from './tag-based-selection-props';
import type { TagCondition } from './tag-condition';
import { LIMITS, NAMES } from '../capabilities/limits';
import { knownOf, readableText } from '../cdk/measures';
import { elsewhere } from '../cdk/place';
import { nameProblems, rangeProblems } from '../validation/ranges';
import { resourceArnProblems } from '../validation/selection/resource-arns';
import { RESOURCE_TAG_PREFIX } from '../validation/selection/tag-conditions';
import { Problem } from '../values/problem';
import { UNKNOWN } from '../values/unknown';

/** Why AWS Backup would reject the selection. */
export function selectionProblems({ props, selections, place, plan }: SelectionFacts): Problem[] {
  const { conditions = [], anyOf = [], resourceTypes = [], resources = [], exclude = [], role, attachPolicies, permissionsBoundary } = props;
  return [
    ...conditions.length + anyOf.length + resourceTypes.length + resources.length === 0
      ? [new Problem('empty', '\'conditions\', \'anyOf\', \'resourceTypes\' or \'resources\' must name something to back up, got none. '
        + 'Set one of them. AWS Backup rejects an empty selection.')]
      : [],
    ...placeProblems(props, place),
    ...role === undefined && attachPolicies === false
      ? [new Problem('no-role', '\'attachPolicies\' must be used with \'role\', got no role. Pass a role that has its policies, or leave \'attachPolicies\' out.')]
      : [],
    ...role !== undefined && permissionsBoundary !== undefined
      ? [new Problem('boundary', `'permissionsBoundary' must not be used with 'role', got the role '${role.node.path}'. Set the boundary of that role.`)]
      : [],
    ...props.selectionName === undefined ? [] : selections.flatMap(({ name }) => nameProblems('selectionName', knownOf(name), NAMES.selection)),
    ...rangeProblems('conditions', conditions.length + (resourceTypes.length > 0 && anyOf.length > 0 ? 1 : 0), LIMITS.conditionsPerSelection),
    ...rangeProblems('anyOf', anyOf.length, LIMITS.tagsPerSelection),
    ...conditions.flatMap((condition) => tagKeyProblemsOf('conditions', condition)),
    ...anyOf.flatMap((condition) => tagKeyProblemsOf('anyOf', condition)),
    ...anyOf.filter((condition) => condition._operator !== 'StringEquals').map((condition) =>
      new Problem('any-of', `'anyOf' must contain only TagCondition.equalTo, got ${condition._operator} on '${condition.key}'. Move it to 'conditions', which must all be true.`)),
    ...Token.isUnresolved(resources) && resourceTypes.length > 0
      ? [new Problem('resources-token', '\'resources\' must be known at synthesis to be combined with \'resourceTypes\', got a token. Create a separate selection for it.')]
      : [],
    ...resourceArnProblems('resources', [...resourceTypes.map((type) => readableText(type.selectionArn)), ...resources.map(readableText)]),
    ...resourceArnProblems('exclude', exclude.map(readableText)),
    ...plan?._quotaProblems(selections.map(({ usesTags }) => usesTags)) ?? [],
  ];
}

function placeProblems({ plan, role }: TagBasedSelectionProps, place: SelectionFacts['place']): Problem[] {
  const ofPlan = elsewhere(place, { account: knownOf(plan.env.account), region: knownOf(plan.env.region) });
  const ofRole = role && elsewhere({ account: place.account, region: UNKNOWN }, { account: knownOf(role.env.account), region: UNKNOWN });
  return [
    ...ofPlan
      ? [new Problem('plan-elsewhere', `'plan' must be in the ${ofPlan.part} of the selection ('${ofPlan.here}'), got a plan of '${ofPlan.there}'. `
        + 'Create the selection in the account and Region of its plan.')]
      : [],
    ...ofRole
      ? [new Problem('role-elsewhere', `'role' must be in the account of the selection ('${ofRole.here}'), got a role of '${ofRole.there}'. `
        + 'AWS Backup accepts no role of another account. Use a role of this account.')]
      : [],
  ];
}

function tagKeyProblemsOf(property: string, condition: TagCondition): Problem[] {
  const key = knownOf(condition.key);
  if (key === '') { return [new Problem('empty-key', `'${property}' must name a tag, got an empty key. Write its key.`)]; }
  return typeof key === 'string' && key.startsWith(RESOURCE_TAG_PREFIX)
    ? [new Problem('prefix', `'${property}' must be a tag key without prefix, got '${key}'. Write '${key.slice(RESOURCE_TAG_PREFIX.length)}'.`)]
    : [];
}
