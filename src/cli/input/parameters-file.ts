import { LARGEST_SETTINGS, readText } from './read-text';
import { documentOf } from './template-file';
import { isTemplateObject } from '../../inventory/resolve/json';
import { InputError } from '../input-error';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * The values of parameters, in a format of `aws cloudformation` (a list of `ParameterKey` and `ParameterValue`, or of `Key=Value`), in the
 * format of CodePipeline (`Parameters`), or as a map.
 *
 * @throws InputError if the file has another format
 */
export function readParameters(path: string, name: string): Parameters {
  const text = readText(path, name, LARGEST_SETTINGS);
  const { value } = documentOf(text, name, () => () => text);
  const pairs = Array.isArray(value) ? value.map((item) => pairOf(item, name)) : Object.entries(mapOf(value, name));
  const wrong = pairs.find(([, each]) => !isScalar(each) && !(Array.isArray(each) && each.every(isScalar)));
  if (wrong) { throw new InputError(`'${name}' must have a string, a number, or a boolean for '${wrong[0]}', or a list of them, got something else.`); }
  return Object.fromEntries(pairs);
}

function pairOf(item: unknown, name: string): [string, unknown] {
  const [, key, text] = (typeof item === 'string' && /^([^=]+)=(.*)$/s.exec(item)) || [];
  if (key !== undefined) { return [key, text]; }
  if (isTemplateObject(item) && typeof item.ParameterKey === 'string' && item.ParameterValue !== undefined) { return [item.ParameterKey, item.ParameterValue]; }
  // CloudFormation keeps the deployed value, which no file contains
  if (isTemplateObject(item) && typeof item.ParameterKey === 'string' && item.UsePreviousValue === true) {
    throw new InputError(`'${name}' must have a value for '${item.ParameterKey}', got UsePreviousValue. Write the value, or leave the parameter out.`);
  }
  throw noParameters(name);
}

function mapOf(value: unknown, name: string): Parameters {
  if (!isTemplateObject(value)) { throw noParameters(name); }
  return isTemplateObject(value.Parameters) ? value.Parameters : value;
}

function noParameters(name: string): InputError {
  return new InputError(`'${name}' must be a list of ParameterKey and ParameterValue, an object with 'Parameters', or a map, got something else.`);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
