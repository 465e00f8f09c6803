import { isObject as isAnyObject } from '../../values/is-object';
import { Text } from '../text/text';

export type TemplateObject = Readonly<Record<string, unknown>>;

export function isTemplateObject(value: unknown): value is TemplateObject {
  return isAnyObject(value) && !(value instanceof Text);
}

/** The object, or an empty object if the value is not one. */
export function templateObject(value: unknown): TemplateObject {
  return isTemplateObject(value) ? value : {};
}

/** Names in templates can be `constructor` or `__proto__`. */
export function own(holder: TemplateObject, name: string): unknown {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
