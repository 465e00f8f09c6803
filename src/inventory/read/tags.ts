import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import { type Tags, keyOfTags } from '../entities';
import { LocatedProperty } from '../located-property';
import type { Property } from '../property';
import { templateObject } from '../resolve/json';
import { type Scope, once } from '../resolve/scope';

/** Resource types use different properties for tags. */
const NAMES = ['Tags', 'FileSystemTags', 'BackupVaultTags', 'BackupPlanTags', 'FrameworkTags', 'ReportPlanTags'];

const NONE: Tags = { values: new Map(), choices: new Map(), complete: true };

/** The tags of a resource and of its stack. Tags of the resource have priority. Resources of a template with equal tags share them. */
export function tagsOf(properties: Property, scope: Scope): Tags {
  const name = NAMES.find((each) => properties.get(each).isPresent !== false);
  const tags = over(name === undefined ? NONE : tagsIn(properties.get(name)), tagsOfStack(scope));
  return once(scope, `tags ${keyOfTags(tags)}`, tags, () => tags);
}

/** A nested stack has the tags of its parent and of its resource. */
export function tagsOfStack(scope: Scope): Tags {
  return once(scope, 'tags of the stack', NONE, () => {
    const { source: { tags = {}, tagsIncomplete }, parent } = scope;
    const own: Tags = { values: new Map(Object.entries(tags)), choices: new Map(), complete: tagsIncomplete !== true };
    if (!parent) { return own; }
    const { Properties: raw } = templateObject(parent.scope.resources[parent.logicalId]);
    const given = tagsIn(new LocatedProperty({ scope: parent.scope, raw, path: '' }).get('Tags'));
    return over(given, over(own, tagsOfStack(parent.scope)));
  });
}

/** @param far the tags that a tag with unknown priority might replace */
export function over(near: Tags, far: Tags): Tags {
  if (far.values.size === 0 && far.complete) { return near; }
  const inherited = [...far.values].map(([key, value]) => [key, near.complete ? value : UNKNOWN] as const);
  const choices = near.complete ? [...far.choices].filter(([key]) => !near.values.has(key)) : [];
  return {
    values: new Map<string, Value<string>>([...inherited, ...near.values]),
    choices: new Map([...choices, ...near.choices]),
    complete: near.complete && far.complete,
  };
}

/** A list of keys and values, or a map. */
export function tagsIn(property: Property): Tags {
  const items = property.items();
  if (items === undefined) { return NONE; }
  return items === UNKNOWN ? tagsOfMap(property) : tagsOfList(items);
}

function tagsOfList(items: readonly Property[]): Tags {
  const values = new Map<string, Property>();
  let complete = true;
  for (const item of items) {
    const key = item.get('Key').string();
    if (isKnown(key)) { values.set(key, item.get('Value')); } else { complete = false; }
  }
  return { ...valuesOf(values, UNKNOWN), complete };
}

function tagsOfMap(property: Property): Tags {
  const names = property.names();
  return isKnown(names)
    ? { ...valuesOf(new Map(names.map((name) => [name, property.get(name)])), undefined), complete: true }
    : { ...NONE, complete: false };
}

/** @param leftOut the value of a tag without a value */
function valuesOf(properties: ReadonlyMap<string, Property>, leftOut: Value<string>): Pick<Tags, 'values' | 'choices'> {
  const values = new Map<string, Value<string>>([...properties].map(([key, property]) => [key, property.string() ?? leftOut]));
  const choices = [...properties].filter(([key]) => values.get(key) === UNKNOWN).map(([key, property]) => [key, property.choices()] as const);
  return { values, choices: new Map(choices.flatMap(([key, few]) => (few ? [[key, few] as const] : []))) };
}
