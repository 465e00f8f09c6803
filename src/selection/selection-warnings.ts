import type { TagBasedSelectionProps } from './tag-based-selection-props';
import { sharingArnForm } from '../capabilities/resource-types';
import { readableText, withoutTokens } from '../cdk/measures';
import { type Warning, warningOf } from '../cdk/warnings';
import { anyServiceWarnings, partitionWarnings, resourceArnWarnings, unionWarnings, unprotectedArnWarnings } from '../validation/selection/resource-arns';
import { contradictionOf, literalWildcardWarnings } from '../validation/selection/tag-conditions';

const UNION_NAMES = { resources: 'resources', tags: 'anyOf', fix: 'To require both, use \'resourceTypes\' or \'conditions\'.' };

/**
 * What AWS Backup accepts and users rarely intend.
 *
 * @param partition to which the plan is deployed; `undefined` if it is unknown
 */
export function selectionWarnings(props: TagBasedSelectionProps, partition: string | undefined): Warning[] {
  const { anyOf = [], resources = [], exclude = [] } = props;
  const lists = [{ name: 'resources', arns: resources.map(readableText) }, { name: 'exclude', arns: exclude.map(readableText) }];
  return [
    ...(anyOf.length > 0 ? unionWarnings(UNION_NAMES, lists[0].arns) : []).map(warningOf('wildcardMeetsTags')),
    ...lists.flatMap(({ name, arns }) => [...resourceArnWarnings(name, arns), ...anyServiceWarnings(name, arns)]).map(warningOf('innerWildcard')),
    ...lists.flatMap(({ name, arns }) => [...unprotectedArnWarnings(name, arns), ...partitionWarnings(name, arns, partition)]).map(warningOf('unprotectedArn')),
    ...literalWildcards(props),
    ...contradictoryConditions(props),
    ...sharedArnForms(props),
  ];
}

function literalWildcards({ conditions = [], anyOf = [] }: TagBasedSelectionProps): Warning[] {
  return [
    ...conditions.flatMap(({ _test: test }) => (
      literalWildcardWarnings('conditions', test, test.operator === 'StringEquals' ? 'TagCondition.like(…)' : 'TagCondition.notLike(…)'))),
    ...anyOf.flatMap(({ _test: test }) => literalWildcardWarnings('anyOf', test, 'TagCondition.like(…) in \'conditions\'')),
  ].map(warningOf('literalWildcard'));
}

const FACTORIES = { StringEquals: 'equalTo', StringNotEquals: 'notEquals', StringLike: 'like', StringNotLike: 'notLike' } as const;

function contradictoryConditions({ conditions = [] }: TagBasedSelectionProps): Warning[] {
  const contradiction = contradictionOf(conditions.map((condition) => condition._test));
  if (!contradiction) { return []; }
  const [one, other] = contradiction.map(({ operator, key, value }) => `TagCondition.${FACTORIES[operator]}('${key}', '${String(value)}')`);
  return [{ id: 'neverSelects', message: `'conditions' should not exclude each other, got ${one} and ${other}. No resource meets both, so the selection selects nothing. Remove one of them.` }];
}

function sharedArnForms({ resourceTypes = [] }: TagBasedSelectionProps): Warning[] {
  const chosen = resourceTypes.flatMap((type) => type._rows);
  return resourceTypes.flatMap((type) => {
    const alsoSelected = type._rows.flatMap((row) => sharingArnForm(row)).filter((row) => !chosen.includes(row));
    return alsoSelected.length === 0 ? [] : [{
      id: 'sharedArnForm',
      message: `'resourceTypes' contains ${type.resourceType}. Its ARN form '${String(withoutTokens(type.selectionArn, 'aws'))}' also `
        + `selects ${[...new Set(alsoSelected.map((row) => row.title))].join(', ')}. To select them, add their types. Otherwise, use different tags for them, or name `
        + 'them in \'exclude\'.',
    }];
  });
}
