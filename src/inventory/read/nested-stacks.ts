import { expanded } from './expanded';
import { Resource } from './resources';
import { entity } from './vaults';
import type { Value } from '../../values/unknown';
import type { UnreadStack } from '../entities';
import { isTemplateObject } from '../resolve/json';
import { NESTED_STACK_TYPES, templateProperty } from '../resolve/nested-stacks';
import { scopesOf } from '../resolve/scope';
import type { TemplateSource } from '../template-source';

/** A nested stack of a template, whether or not its own template is there. */
export interface NestedStack {
  readonly sourceId: string;
  readonly logicalId: string;
  /** The path or URL of its template. */
  readonly location: Value<string>;
}

/** The nested stacks of templates, including those that a condition leaves out, so that their templates can be read. */
export function nestedStacksOf(sources: readonly TemplateSource[]): NestedStack[] {
  return expanded(scopesOf(sources)).flatMap((scope) => Object.entries(scope.resources).flatMap(([logicalId, raw]) => {
    const property = isTemplateObject(raw) && typeof raw.Type === 'string' ? templateProperty(raw.Type) : undefined;
    if (property === undefined || !isTemplateObject(raw)) { return []; }
    const { properties } = new Resource(scope, logicalId, String(raw.Type), raw, true);
    return [{ sourceId: scope.source.id, logicalId, location: properties.get(property).string() }];
  }));
}

export function unreadStacksIn(byType: ReadonlyMap<string, readonly Resource[]>): UnreadStack[] {
  const all = NESTED_STACK_TYPES.flatMap((type) => byType.get(type) ?? []);
  return all.filter(({ scope, address }) => !scope.nested.has(address.logicalId)).map((resource) => {
    const { address: { cfnType, logicalId }, properties, scope: { source } } = resource;
    const property = templateProperty(cfnType)!;
    return { ...entity(resource), property, location: properties.get(property), reason: source.unread?.get(logicalId) };
  });
}
