import type { IndexByKey } from './index-by-key';
import { each } from './plans';
import type { Resource } from './resources';
import { roleMeantBy } from './roles';
import { entity, label } from './vaults';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../../values/unknown';
import type { Plan, Role, SelectedTag, Selection, SelectionCondition } from '../entities';
import type { Property } from '../property';

const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'] as const;

export function selectionOf(resource: Resource, plans: IndexByKey<Plan>, roles: IndexByKey<Role>): Selection {
  const { environment, properties } = resource;
  const content = properties.get('BackupSelection');
  const name = content.get('SelectionName').string();
  const planId = properties.get('BackupPlanId').text();
  return {
    ...entity(resource),
    name,
    plan: isKnown(planId) ? plans.find(planId.key, environment) ?? UNKNOWN : planId,
    role: roleMeantBy(content.get('IamRoleArn'), roles, environment),
    resources: each(content.get('Resources'), (arn) => arn.text()),
    notResources: each(content.get('NotResources'), (arn) => arn.text()),
    listOfTags: each(content.get('ListOfTags'), (tag) => ({
      type: tag.get('ConditionType').string(),
      key: tag.get('ConditionKey').string(),
      ...valueOf(tag.get('ConditionValue')),
      path: tag.path,
    })),
    conditions: conditionsIn(content.get('Conditions')),
    label: label(name, resource.address.logicalId),
  };
}

function conditionsIn(conditions: Property): Value<readonly SelectionCondition[]> {
  const names = conditions.names();
  if (!isKnown(names)) { return names; }
  const lists = OPERATORS.map((operator) => each(conditions.get(operator), (condition): SelectionCondition => ({
    operator,
    key: condition.get('ConditionKey').string(),
    ...valueOf(condition.get('ConditionValue')),
    path: condition.path,
  })));
  return lists.includes(UNKNOWN) ? UNKNOWN : lists.flatMap((list) => elementsOf(list));
}

function valueOf(property: Property): Pick<SelectedTag, 'value' | 'choices'> {
  const value = property.string();
  return { value, ...value === UNKNOWN && { choices: property.choices() } };
}
