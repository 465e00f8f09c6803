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
import type { Problem } from '../values/problem';
import { UNKNOWN } from '../values/unknown';

/** Why AWS Backup would reject the selection. */
export function selectionProblems({ props, selections, place, plan }: SelectionFacts): (string | Problem)[] {
  const { conditions = [], anyOf = [], resourceTypes = [], resources = [], exclude = [] } = props;
  return [
    ...conditions.length + anyOf.length + resourceTypes.length + resources.length === 0
      ? ['\'conditions\', \'anyOf\', \'resourceTypes\' or \'resources\' must name something to back up, got none: '
        + 'AWS Backup refuses a selection without, so give one of them']
      : [],
    ...placeProblems(props, place),
    ...props.selectionName === undefined ? [] : selections.flatMap(({ name }) => nameProblems('selectionName', knownOf(name), NAMES.selection)),
    ...rangeProblems('conditions', conditions.length + (resourceTypes.length > 0 && anyOf.length > 0 ? 1 : 0), LIMITS.conditionsPerSelection),
    ...rangeProblems('anyOf', anyOf.length, LIMITS.tagsPerSelection),
    ...conditions.flatMap((condition) => keyProblems('conditions', condition)),
    ...anyOf.flatMap((condition) => keyProblems('anyOf', condition)),
    ...anyOf.filter((condition) => condition._operator !== 'StringEquals').map((condition) =>
      `'anyOf' takes TagCondition.equalTo only, got ${condition._operator} on '${condition.key}': put it into 'conditions', of which all must hold`),
    ...Token.isUnresolved(resources) && resourceTypes.length > 0
      ? ['\'resources\' is a list that only the deployment knows, which cannot be joined with \'resourceTypes\': make a selection of its own for it']
      : [],
    ...resourceArnProblems('resources', [...resourceTypes.map((type) => readableText(type.selectionArn)), ...resources.map(readableText)]),
    ...resourceArnProblems('exclude', exclude.map(readableText)),
    ...plan?._quotaProblems(selections.map(({ usesTags }) => usesTags)) ?? [],
  ];
}

function placeProblems({ plan, role }: TagBasedSelectionProps, place: SelectionFacts['place']): string[] {
  const ofPlan = elsewhere(place, { account: knownOf(plan.env.account), region: knownOf(plan.env.region) });
  const ofRole = role && elsewhere({ account: place.account, region: UNKNOWN }, { account: knownOf(role.env.account), region: UNKNOWN });
  return [
    ...ofPlan
      ? [`'plan' must be in the ${ofPlan.part} of the selection ('${ofPlan.here}'), got a plan of '${ofPlan.there}': `
        + 'a selection names its plan without account and Region, so make it beside the plan']
      : [],
    ...ofRole
      ? [`'role' must be in the account of the selection ('${ofRole.here}'), got a role of '${ofRole.there}': AWS Backup takes no role of another account, so give one of this account`]
      : [],
  ];
}

function keyProblems(property: string, condition: TagCondition): string[] {
  const key = knownOf(condition.key);
  if (key === '') { return [`'${property}' must name a tag, got the empty key: write its key`]; }
  return typeof key === 'string' && key.startsWith(RESOURCE_TAG_PREFIX)
    ? [`'${property}' takes the bare tag key, got '${key}': write '${key.slice(RESOURCE_TAG_PREFIX.length)}'`]
    : [];
}
