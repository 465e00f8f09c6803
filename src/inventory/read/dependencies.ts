import { existence, stackExists } from './resources';
import { intrinsicsIn, namesIn } from '../../values/template-references';
import { conditionNamed } from '../resolve/conditions';
import { REFERENCE_TO_ANOTHER_STACK, outputMeant } from '../resolve/cross-stack';
import { isTemplateObject, templateObject } from '../resolve/json';
import { frameOf } from '../resolve/resolve';
import type { Scope } from '../resolve/scope';

/** The dependencies of the resources of a template. */
export interface Dependencies {
  /** For each resource that might exist, the resources that it depends on, and whether that is certain. */
  readonly waitFor: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
  /** The templates that resources import from. */
  readonly imports: readonly { readonly logicalId: string; readonly from: Scope }[];
}

/** By `DependsOn` and by references in properties. A transform might create other resources from them. */
export function dependenciesIn(scope: Scope): Dependencies {
  const stack = stackExists(scope);
  const waitFor = new Map<string, Map<string, boolean>>();
  const imports: { readonly logicalId: string; readonly from: Scope }[] = [];
  if (stack === false) { return { waitFor, imports }; }
  const frame = frameOf(scope);
  const options = { holds: (condition: string) => conditionNamed(condition, frame), foreign: [REFERENCE_TO_ANOTHER_STACK] };
  const isWritten = templateObject(scope.source.template).Transform === undefined;
  const certainlyThere = new Set<string>();
  for (const [logicalId, raw] of Object.entries(scope.resources)) {
    if (!isTemplateObject(raw) || typeof raw.Type !== 'string') { continue; }
    const exists = existence(raw.Condition, scope);
    if (exists === false) { continue; }
    if (isWritten && stack === true && exists === true) { certainlyThere.add(logicalId); }
    const others = new Map<string, boolean>();
    const intrinsics = intrinsicsIn(raw.Properties, options);
    // A macro can remove a reference
    const isExpanded = !intrinsics.some(({ name }) => name === 'Fn::Transform');
    for (const id of [raw.DependsOn].flat()) { if (typeof id === 'string') { others.set(id, true); } }
    for (const intrinsic of intrinsics) {
      for (const id of namesIn(intrinsic)) { others.set(id, (isExpanded && intrinsic.certain) || others.get(id) === true); }
      const output = intrinsic.certain && certainlyThere.has(logicalId) ? outputMeant(intrinsic.name, intrinsic.argument, frame) : undefined;
      if (output) { imports.push({ logicalId, from: output.scope }); }
    }
    waitFor.set(logicalId, others);
  }
  for (const [logicalId, others] of waitFor) {
    for (const [id, certain] of others) {
      if (waitFor.has(id)) { others.set(id, certain && certainlyThere.has(logicalId) && certainlyThere.has(id)); } else { others.delete(id); }
    }
  }
  return { waitFor, imports };
}
