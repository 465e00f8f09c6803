import { readText } from './read-text';
import { documentOf } from './template-file';
import { isObject } from '../../inventory/resolve/json';
import { InputError } from '../input-error';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * The values of parameters, as `aws cloudformation` takes them (a list of `ParameterKey` and `ParameterValue`, or of `Key=Value`), as
 * CodePipeline does (`Parameters`), or as a map.
 *
 * @throws InputError where the file is something else
 */
export function readParameters(path: string, name: string): Parameters {
  const { value } = documentOf(readText(path, name), name);
  const pairs = Array.isArray(value) ? value.map((item) => pairOf(item, name)) : Object.entries(mapOf(value, name));
  const wrong = pairs.find(([, each]) => !isScalar(each) && !(Array.isArray(each) && each.every(isScalar)));
  if (wrong) { throw new InputError(`'${name}' must give texts to parameters, '${wrong[0]}' has something else`); }
  return Object.fromEntries(pairs);
}

function pairOf(item: unknown, name: string): [string, unknown] {
  const [, key, text] = (typeof item === 'string' && /^([^=]+)=(.*)$/s.exec(item)) || [];
  if (key !== undefined) { return [key, text]; }
  if (isObject(item) && typeof item.ParameterKey === 'string' && item.ParameterValue !== undefined) { return [item.ParameterKey, item.ParameterValue]; }
  // The deployed value stays, which no file tells
  if (isObject(item) && typeof item.ParameterKey === 'string' && item.UsePreviousValue === true) {
    throw new InputError(`'${name}' must give a value to '${item.ParameterKey}', got UsePreviousValue: write the value, or leave the parameter out`);
  }
  throw noParameters(name);
}

function mapOf(value: unknown, name: string): Parameters {
  if (!isObject(value)) { throw noParameters(name); }
  return isObject(value.Parameters) ? value.Parameters : value;
}

function noParameters(name: string): InputError {
  return new InputError(`'${name}' is no file of parameters: it must be a list of ParameterKey and ParameterValue, an object with 'Parameters', or a map`);
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
