import {
  type ListShape, type MapShape, type ObjectShape, type Shape, CLOSED_SCHEMAS, RESOURCE_PROPERTIES, isText,
} from '../../../capabilities/resource-properties';
import type { Entity, Property } from '../../../inventory';
import { Problem } from '../../../values/problem';
import { UNKNOWN, elementsOf, isKnown } from '../../../values/unknown';
import { at } from '../../at';
import { itemsIn } from '../../properties';
import { type Outcome, type Rule, fault, unknown } from '../../rule';
import { RuleId } from '../../rule-id';

export const resourceProperties: Rule = {
  id: RuleId.RESOURCE_PROPERTIES,
  packs: ['ValidityChecks'],
  level: 'error',
  what: 'A resource of AWS Backup has a type that exists, and its properties match the CloudFormation template reference.',
  why: 'CloudFormation rejects the resource, and the deployment fails. A type that this library does not know is a warning, because it might be newer.',
  fix: 'Write the properties as in the template reference. If a property is newer than this library, acknowledge the finding.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Backup.html',
  evaluate: (inventory) => [
    ...[...RESOURCE_PROPERTIES].flatMap(([type, shape]) => inventory.ofType(type).flatMap((resource) => ofResource(resource, shape))),
    ...inventory.cfnTypes.filter((type) => /^AWS::Backup::/i.test(type) && !RESOURCE_PROPERTIES.has(type))
      .flatMap((type) => inventory.ofType(type).map((resource) => ofUnknownType(resource, type))),
  ],
};

/** A type can be newer than this library, but no two types differ only in uppercase and lowercase letters. */
function ofUnknownType({ address }: Entity, type: string): Outcome {
  const meant = [...RESOURCE_PROPERTIES.keys()].find((known) => known.toLowerCase() === type.toLowerCase());
  return meant === undefined
    ? fault(address, new Problem('unknown-type', `'Type' should be a type of AWS Backup that this library knows, got '${type}'. CloudFormation rejects it, unless it is newer. `
      + 'Check the spelling.'), 'warning')
    : fault(address, new Problem('type-case', `'Type' must be '${meant}', got '${type}'. Types are case-sensitive. Write it exactly as shown.`));
}

/** The certain values of a template. Rules that need other values report them as unknown. */
type Found = 'list' | 'object' | 'null' | { readonly text: string } | typeof UNKNOWN;

function foundAt(property: Property): Found {
  if (property.items() !== UNKNOWN) { return 'list'; }
  if (property.names() !== UNKNOWN) { return 'object'; }
  const text = property.text();
  if (isKnown(text)) { return text.literal === undefined ? UNKNOWN : { text: text.literal }; }
  return property.json() === null ? 'null' : UNKNOWN;
}

function ofResource(resource: Entity, shape: ObjectShape): Outcome[] {
  const { properties } = resource;
  return properties.isPresent === true ? ofShape(resource, properties, shape) : ofObject(resource, properties, shape);
}

function ofShape(resource: Entity, property: Property, shape: Shape): Outcome[] {
  const found = property.isPresent === true ? foundAt(property) : UNKNOWN;
  if (found === UNKNOWN) { return []; }
  if (!fits(found, shape)) { return [fault(at(resource.address, property), new Problem('shape', `${inQuotes(property)} must be ${label(shape)}, got ${gotLabel(found)}. Change it to ${label(shape)}.`))]; }
  if (isList(shape)) { return itemsIn(property).flatMap((item) => ofShape(resource, item, shape.of)); }
  if (isMap(shape)) { return namesOf(property).flatMap((name) => ofShape(resource, property.get(name), shape.values)); }
  return typeof shape === 'object' ? ofObject(resource, property, shape) : [];
}

function ofObject(resource: Entity, holder: Property, { properties, required }: ObjectShape): Outcome[] {
  return [
    ...required.flatMap((name) => ofRequired(resource, holder.get(name))),
    ...Object.entries(properties).flatMap(([name, shape]) => ofShape(resource, holder.get(name), shape)),
    ...namesOf(holder).filter((name) => !Object.hasOwn(properties, name)).map((name) => notKnown(resource, holder.get(name))),
  ];
}

function notKnown(resource: Entity, property: Property): Outcome {
  const { cfnType } = resource.address;
  return fault(at(resource.address, property), new Problem('unknown-property', `${inQuotes(property)} is not a property of ${cfnType}, and CloudFormation rejects it. `
    + 'Check the spelling and the place.'), CLOSED_SCHEMAS.has(cfnType) ? 'error' : 'warning');
}

function ofRequired(resource: Entity, property: Property): Outcome[] {
  if (property.isPresent === false) { return [fault(at(resource.address, property), new Problem('missing', `${inQuotes(property)} must be set, got none. CloudFormation requires it. Set it.`))]; }
  return property.isPresent === UNKNOWN ? [unknown(at(resource.address, property), `${inQuotes(property)}: whether it is set is unknown.`)] : [];
}

function fits(found: Exclude<Found, typeof UNKNOWN>, shape: Shape): boolean {
  if (isList(shape)) { return found === 'list'; }
  if (typeof shape === 'object') { return found === 'object'; }
  if (shape === 'json') { return found === 'object' || typeof found === 'object'; }
  return typeof found === 'object' && (isText(shape) || SCALARS[shape](found.text));
}

/** CloudFormation accepts numbers and booleans as strings as well, and YAML has several words for a boolean. */
const SCALARS: Readonly<Record<'number' | 'wholeNumber' | 'boolean', (text: string) => boolean>> = {
  number: (text) => text.trim() !== '' && Number.isFinite(Number(text)),
  wholeNumber: (text) => text.trim() !== '' && Number.isInteger(Number(text)),
  boolean: (text) => /^(?:true|false|yes|no|on|off|0|1)$/i.test(text),
};

function label(shape: Shape): string {
  if (isList(shape)) { return 'a list'; }
  if (isMap(shape)) { return 'an object with string values'; }
  if (isText(shape)) { return 'a text'; }
  switch (shape) {
    case 'wholeNumber': return 'a whole number';
    case 'boolean': return 'true or false';
    case 'json': return 'an object';
    default: return typeof shape === 'object' ? 'an object' : `a ${shape}`;
  }
}

function gotLabel(found: Exclude<Found, typeof UNKNOWN>): string {
  if (typeof found === 'object') { return `'${found.text}'`; }
  return found === 'null' ? 'null' : `${found === 'list' ? 'a' : 'an'} ${found}`;
}

function isList(shape: Shape): shape is ListShape {
  return typeof shape === 'object' && 'of' in shape;
}

function isMap(shape: Shape): shape is MapShape {
  return typeof shape === 'object' && 'names' in shape;
}

function inQuotes({ path }: Property): string {
  return `'${path === '' ? 'Properties' : path}'`;
}

function namesOf(object: Property): readonly string[] {
  const names = object.names();
  return elementsOf(names);
}
