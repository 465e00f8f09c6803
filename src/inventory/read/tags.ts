import { type Value, UNKNOWN, isKnown } from '../../values/unknown';
import type { Tags } from '../entities';
import { LocatedProperty } from '../located-property';
import type { Property } from '../property';
import { objectOf } from '../resolve/json';
import { type Scope, once } from '../resolve/scope';

/** Resource types use different properties for tags. */
const NAMES = ['Tags', 'FileSystemTags', 'BackupVaultTags', 'BackupPlanTags', 'FrameworkTags', 'ReportPlanTags'];

const NONE: Tags = { values: new Map(), complete: true };

/** The tags of a resource and of its stack. Tags of the resource have priority. */
export function tagsOf(properties: Property, scope: Scope): Tags {
  const name = NAMES.find((each) => properties.get(each).given !== false);
  return over(name === undefined ? NONE : tagsIn(properties.get(name)), tagsOfStack(scope));
}

/** A nested stack has the tags of its parent and of its resource. */
export function tagsOfStack(scope: Scope): Tags {
  return once(scope, 'tags of the stack', NONE, () => {
    const { source: { tags = {}, tagsIncomplete }, parent } = scope;
    const own: Tags = { values: new Map(Object.entries(tags)), complete: tagsIncomplete !== true };
    if (!parent) { return own; }
    const { Properties: raw } = objectOf(parent.scope.resources[parent.logicalId]);
    const given = tagsIn(new LocatedProperty({ scope: parent.scope, raw, path: '' }).get('Tags'));
    return over(given, over(own, tagsOfStack(parent.scope)));
  });
}

/** @param far the tags that a tag with unknown priority might replace */
export function over(near: Tags, far: Tags): Tags {
  if (far.values.size === 0 && far.complete) { return near; }
  const inherited = [...far.values].map(([key, value]) => [key, near.complete ? value : UNKNOWN] as const);
  return { values: new Map<string, Value<string>>([...inherited, ...near.values]), complete: near.complete && far.complete };
}

/** A list of keys and values, or a map. */
export function tagsIn(property: Property): Tags {
  const items = property.items();
  if (items === undefined) { return NONE; }
  return items === UNKNOWN ? tagsOfMap(property) : tagsOfList(items);
}

function tagsOfList(items: readonly Property[]): Tags {
  const values = new Map<string, Value<string>>();
  let complete = true;
  for (const item of items) {
    const key = item.get('Key').string();
    if (isKnown(key)) { values.set(key, item.get('Value').string() ?? UNKNOWN); } else { complete = false; }
  }
  return { values, complete };
}

function tagsOfMap(property: Property): Tags {
  const names = property.names();
  return isKnown(names)
    ? { values: new Map(names.map((name) => [name, property.get(name).string()])), complete: true }
    : { values: new Map(), complete: false };
}
