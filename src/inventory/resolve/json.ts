import { isObject as isAnyObject } from '../../values/is-object';
import { Text } from '../text/text';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return isAnyObject(value) && !(value instanceof Text);
}

/** The object, or an empty object if the value is not one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Names in templates can be `constructor` or `__proto__`. */
export function own(holder: JsonObject, name: string): unknown {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
