import type { BackupInventory, Entity, Property, Text } from '../../../inventory';
import { literalVariableWarnings } from '../../../validation/environment/literal-variables';
import { UNKNOWN, elementsOf } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const literalVariables: Rule = {
  id: RuleId.LITERAL_VARIABLES,
  packs: ['ValidityChecks'],
  level: 'warning',
  what: 'Resources of AWS Backup contain ${…} only within Fn::Sub.',
  why: 'CloudFormation replaces ${…} only within Fn::Sub. Elsewhere, AWS Backup receives the text as it is. It rejects such names and ARNs, and uses such tags unchanged.',
  fix: 'Write the value with Fn::Sub.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
  evaluate: (inventory: BackupInventory) => inventory.cfnTypes.filter((type) => type.startsWith('AWS::Backup::'))
    .flatMap((type) => inventory.ofType(type)).flatMap((resource) => outcomesIn(resource, resource.properties)),
};

/** The policies of vaults have variables of IAM. */
const POLICIES = ['AccessPolicy'];

function outcomesIn(resource: Entity, property: Property): Outcome[] {
  if (POLICIES.includes(property.path)) { return []; }
  const [items, names] = [itemsIn(property), elementsOf(property.names())];
  if (items.length > 0) { return items.flatMap((item) => outcomesIn(resource, item)); }
  if (names.length > 0) { return names.flatMap((name) => outcomesIn(resource, property.get(name))); }
  const place = at(resource.address, property);
  const value = property.text();
  if (value === undefined) { return []; }
  if (value !== UNKNOWN) { return faults(place, literalVariableWarnings(property.path, literalParts(value))); }
  return property.isPresent === UNKNOWN ? [unknown(place, `Whether '${property.path}' has a variable outside of Fn::Sub is unknown.`)] : [];
}

function literalParts({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
}
