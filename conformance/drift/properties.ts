import type { Schema } from './aws/schemas';
import { type Shape, RESOURCE_PROPERTIES, isText } from '../../src/capabilities/resource-properties';

export interface Compared {
  readonly compared: number;
  readonly differences: readonly string[];
}

const STATES_FORM: readonly (keyof Schema)[] = ['pattern', 'enum', 'enum_case_insensitive', 'format', 'min_length', 'max_length', 'pattern_properties'];

/** Properties whose schemas state a form, and that the table calls any text. */
export function compareForms(schemas: Readonly<Record<string, Schema>>, reviewed: readonly string[]): Compared {
  const formless = [...RESOURCE_PROPERTIES].flatMap(([type, shape]) => formlessIn(type, shape));
  const stated = Object.entries(schemas).flatMap(([type, schema]) => statedIn(type, schema, schema));
  return {
    compared: stated.length,
    differences: [
      ...stated.filter((path) => formless.includes(path) && !reviewed.includes(path))
        .map((path) => `the schema states a form of ${path}. Name it, or the rule that judges it, in RESOURCE_PROPERTIES.`),
      ...reviewed.filter((path) => !stated.includes(path) || !formless.includes(path)).map((path) => `${path} has a form now, or the schema states none. Remove it from conformance/drift/reviewed.ts.`),
    ],
  };
}

function formlessIn(path: string, shape: Shape): string[] {
  if (typeof shape === 'string') { return shape === 'anyText' ? [path] : []; }
  if ('of' in shape) { return formlessIn(`${path}[]`, shape.of); }
  if ('names' in shape) { return formlessIn(path, shape.names); }
  return Object.entries(shape.properties).flatMap(([name, below]) => formlessIn(`${path}.${name}`, below));
}

function statedIn(path: string, schema: Schema, root: Schema): string[] {
  const { items, properties, ref_name: reference } = schema;
  if (reference !== undefined) { return statedIn(path, root.definitions![reference], root); }
  if (items) { return statedIn(`${path}[]`, items, root); }
  if (properties) { return Object.entries(properties).flatMap(([name, below]) => statedIn(`${path}.${name}`, below, root)); }
  return STATES_FORM.some((each) => each in schema) ? [path] : [];
}

/** Compares the table of properties with the schemas of AWS Backup, at every level and in both directions. */
export function compareProperties(schemas: Readonly<Record<string, Schema>>, withoutSchema: readonly string[]): Compared {
  const ours = [...RESOURCE_PROPERTIES].filter(([type]) => !withoutSchema.includes(type)).flatMap(([type, shape]) => ofShape(type, shape));
  const theirs = Object.entries(schemas).flatMap(([type, schema]) => ofSchema(type, schema, schema));
  return {
    compared: new Set([...ours, ...theirs]).size,
    differences: [
      ...ours.filter((line) => !theirs.includes(line)).map((line) => `RESOURCE_PROPERTIES has a property that the schema does not have: ${line}`),
      ...theirs.filter((line) => !ours.includes(line)).map((line) => `the schema has a property that RESOURCE_PROPERTIES does not have: ${line}`),
      ...withoutSchema.filter((type) => schemas[type]).map((type) => `${type} has a schema now. Remove it from conformance/drift/reviewed.ts.`),
      ...withoutSchema.filter((type) => !RESOURCE_PROPERTIES.has(type)).map((type) => `RESOURCE_PROPERTIES does not have ${type}. Remove it from conformance/drift/reviewed.ts.`),
    ],
  };
}

/** One line for each property, and one for each that is required. */
function ofShape(path: string, shape: Shape): string[] {
  if (isText(shape)) { return [`${path}: text`]; }
  if (typeof shape === 'string') { return [`${path}: ${shape}`]; }
  if ('names' in shape) { return [`${path}: map`]; }
  if ('of' in shape) { return ofShape(`${path}[]`, shape.of); }
  return [
    `${path}: object`,
    ...shape.required.map((name) => `${path}.${name} is required`),
    ...Object.entries(shape.properties).flatMap(([name, below]) => ofShape(`${path}.${name}`, below)),
  ];
}

function ofSchema(path: string, schema: Schema, root: Schema): string[] {
  const { type, items, properties, required = [], ref_name: reference } = schema;
  if (reference !== undefined) { return ofSchema(path, root.definitions![reference], root); }
  if (items) { return ofSchema(`${path}[]`, items, root); }
  if (!properties) { return [`${path}: ${scalar(type)}`]; }
  const given = Object.entries(properties).filter(([name]) => !isReadOnly(`${path}.${name}`, root));
  return [
    `${path}: object`,
    ...required.map((name) => `${path}.${name} is required`),
    ...given.flatMap(([name, below]) => ofSchema(`${path}.${name}`, below, root)),
  ];
}

/** Read-only properties: `Arn`, or `Plan.Arn`, of a path such as `AWS::Backup::Plan.Plan.Arn`. */
function isReadOnly(path: string, { read_only_properties: names = [] }: Schema): boolean {
  return names.includes(path.slice(path.indexOf('.') + 1).replaceAll('[]', '.*'));
}

const SCALARS: Readonly<Record<string, string>> = { string: 'text', integer: 'wholeNumber', number: 'number', boolean: 'boolean', object: 'map' };

function scalar(type: Schema['type']): string {
  if (typeof type === 'string') { return SCALARS[type]; }
  return [...type ?? []].sort().join() === 'object,string' ? 'json' : `${JSON.stringify(type)}, which the test does not know`;
}
