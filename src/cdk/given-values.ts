import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isObject } from '../values/is-object';

const LONGEST_TEXT = 80;

/** For messages: a value that can be anything. */
export function givenLabel(value: unknown): string {
  if (value === undefined) { return 'none'; }
  if (Array.isArray(value)) { return 'a list'; }
  if (typeof value === 'function') { return 'a function'; }
  if (Token.isUnresolved(value)) { return 'a token'; }
  if (typeof value === 'string') { return `the string '${value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value}'`; }
  if (typeof value !== 'object' || value === null) { return String(value); }
  if (Construct.isConstruct(value)) { return `the ${classOf(value)} '${value.node.path}'`; }
  return isPlainObject(value) ? 'an object' : withArticle(classOf(value));
}

/** An object without a class of its own, also one of another realm, as of jsii. */
export function isPlainObject(value: unknown): value is { readonly [name: string]: unknown } {
  if (!isObject(value)) { return false; }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function classOf(value: object): string {
  return value.constructor?.name || 'object';
}

function withArticle(noun: string): string {
  return `${/^[AEIOU]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
