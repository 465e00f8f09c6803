import { type ListShape, type MapShape, type Shape, RESOURCE_PROPERTIES, formOf, isText } from '../../../capabilities/resource-properties';
import type { ValueForm } from '../../../capabilities/value-forms';
import { type Entity, type Part, type Property, Text } from '../../../inventory';
import { formProblems, formWarnings, nameFormProblems } from '../../../validation/resource/value-forms';
import { UNKNOWN, elementsOf, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, faults, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const valueForm: Rule = {
  id: RuleId.VALUE_FORM,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'The ARNs, accounts, Regions, names, and tags in a resource of AWS Backup have the form that AWS requires.',
  why: 'AWS rejects a value of another form, and the deployment fails. A form that is unusual or not documented is a warning.',
  fix: 'Write the value in the form that the message states.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Backup.html',
  evaluate: (inventory) => [...RESOURCE_PROPERTIES].flatMap(([type, shape]) => (
    inventory.ofType(type).flatMap((resource) => outcomesIn(resource, resource.properties, shape))
  )),
};

function outcomesIn(resource: Entity, property: Property, shape: Shape): Outcome[] {
  if (isText(shape)) { return ofText(resource, property, formOf(shape)); }
  if (typeof shape === 'string') { return []; }
  if ('of' in shape) { return ofList(resource, property, shape); }
  if ('names' in shape) { return ofMap(resource, property, shape); }
  return Object.entries(shape.properties).flatMap(([name, inner]) => outcomesIn(resource, property.get(name), inner));
}

function ofList(resource: Entity, list: Property, { of: shape }: ListShape): Outcome[] {
  const form = isText(shape) ? formOf(shape) : undefined;
  return [
    ...form && list.isPresent === UNKNOWN ? [open(resource, list)] : [],
    ...itemsIn(list).flatMap((item) => outcomesIn(resource, item, shape)),
  ];
}

function ofMap(resource: Entity, map: Property, shape: MapShape): Outcome[] {
  const form = formOf(shape.names);
  return elementsOf(map.names()).flatMap((name) => [
    ...form ? faults(at(resource.address, map.get(name)), nameFormProblems(map.path, Text.of(name), form)) : [],
    ...outcomesIn(resource, map.get(name), shape.values),
  ]);
}

function ofText(resource: Entity, property: Property, form: ValueForm | undefined): Outcome[] {
  const text = property.text();
  if (!form || text === undefined || isNameOfResource(property, form)) { return []; }
  if (text === UNKNOWN) { return property.isPresent === UNKNOWN ? [open(resource, property)] : []; }
  const place = at(resource.address, property);
  const found = [
    ...faults(place, formProblems(property.path, text, form)),
    ...faults(place, formWarnings(property.path, text, form), 'warning'),
  ];
  return found.length === 0 && form.kind !== 'length' && text.parts.some(isOpen) ? [open(resource, property)] : found;
}

/** The name of a resource of the templates, which is judged there. */
function isNameOfResource(property: Property, form: ValueForm): boolean {
  const text = property.text();
  return property.owner !== undefined && form.kind === 'pattern' && form.like === '*' && isKnown(text) && !text.toString().startsWith('arn:');
}

/** Attributes of resources have the form that AWS gives them. */
function isOpen(part: Part): boolean {
  return part === UNKNOWN || (typeof part === 'object' && part.kind === 'parameter');
}

function open({ address }: Entity, property: Property): Outcome {
  return unknown(at(address, property), `'${property.path}': whether it has the form that AWS requires is unknown.`);
}
