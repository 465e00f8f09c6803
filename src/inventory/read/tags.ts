import type { Value } from '../../private/unknown';
import { UNKNOWN, isKnown } from '../../private/unknown';
import type { Tags } from '../entities';
import type { Property } from '../property';
import type { TemplateSource } from '../template-source';

/** Resource types call their tags differently. */
const NAMES = ['Tags', 'FileSystemTags', 'BackupVaultTags', 'BackupPlanTags', 'FrameworkTags', 'ReportPlanTags'];

const NONE: Tags = { values: new Map(), complete: true };

/** The tags of a resource, and those that its stack gives it; the nearer ones win. */
export function tagsOf(properties: Property, source: TemplateSource): Tags {
  const name = NAMES.find((each) => properties.get(each).given !== false);
  return withStackTags(name === undefined ? NONE : tagsIn(properties.get(name)), source);
}

export function withStackTags(own: Tags, { tags, tagsIncomplete }: TemplateSource): Tags {
  if (!tags && !tagsIncomplete) { return own; }
  const inherited = Object.entries(tags ?? {}).map(([key, value]) => [key, own.complete ? value : UNKNOWN] as const);
  return { values: new Map<string, Value<string>>([...inherited, ...own.values]), complete: own.complete && tagsIncomplete !== true };
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
