import { type Outcome, faults, unknown } from './rule';
import type { NamePattern } from '../capabilities/limits';
import type { Address, Entity, Property } from '../inventory';
import { nameProblems } from '../validation/ranges';
import type { Problem } from '../values/problem';
import { type Value, UNKNOWN, elementsOf, isKnown } from '../values/unknown';

/** For messages: the name in quotes, or the logical id if the name is unknown. */
export function nameOf({ address }: Entity, name: Value<string>): string {
  return isKnown(name) ? `'${name}'` : address.logicalId;
}

/** A fault for each problem. Without problems, an unknown outcome if a value is unknown. */
export function judged(address: Address, problems: readonly Problem[], values: readonly unknown[], doubt: string): Outcome[] {
  if (problems.length > 0) { return faults(address, problems); }
  return values.includes(UNKNOWN) ? [unknown(address, doubt)] : [];
}

/** Each item of a list as a string. Empty if the list is left out. */
export function stringsIn(list: Property): Value<readonly Value<string>[]> {
  const items = list.items();
  return isKnown(items) ? items.map((item) => item.string()) : items;
}

/** The items of a list. Empty if the list is unknown. */
export function itemsIn(list: Property): readonly Property[] {
  return elementsOf(list.items());
}

/** The elements of a list. `UNKNOWN` as the only element if the list is unknown. */
export function elementsOrUnknown<T>(list: Value<readonly Value<T>[]>): readonly Value<T>[] {
  return isKnown(list) ? list : [list];
}

/** The literal parts of an unknown name can contain characters that are not valid in any name. */
export function writtenNameProblems(name: string, property: Property, allowed: NamePattern): Problem[] {
  const text = property.text();
  if (!isKnown(text) || text.literal !== undefined) { return nameProblems(name, property.string(), allowed); }
  const characters = text.parts.filter((part) => typeof part === 'string').join('');
  return [...characters].every((character) => allowed.pattern.test(`a${character}a`)) ? [] : nameProblems(name, text.toString(), allowed);
}
