import { existence } from './resources';
import type { Frame } from '../resolve/frame';
import { type TemplateObject, isTemplateObject, templateObject } from '../resolve/json';
import { type Entry, entriesOf, isLoop } from '../resolve/loops';
import { templateProperty } from '../resolve/nested-stacks';
import { frameOf } from '../resolve/resolve';
import type { Scope } from '../resolve/scope';

/** These only add what they say: resources of the Serverless Application Model, and what loops and functions create. */
const READABLE_TRANSFORMS = ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31', 'AWS::SecretsManager-2020-07-23', 'AWS::SecretsManager-2024-09-16', 'AWS::CodeDeployBlueGreen'];

/** The scopes with the loops of their templates expanded. */
export function expanded(scopes: readonly Scope[]): readonly Scope[] {
  const done = new Set<Scope>();
  for (const scope of scopes) { expandOnce(scope, done); }
  for (const scope of scopes) { Object.assign(scope, { mayHaveMore: scope.mayHaveMore || hasPlaceForMore(scope) }); }
  return scopes;
}

/** Parents first, because loops of a nested stack can depend on the parameters that its parent passes. */
function expandOnce(scope: Scope, done: Set<Scope>) {
  if (done.has(scope)) { return; }
  done.add(scope);
  if (scope.parent) { expandOnce(scope.parent.scope, done); }
  expand(scope);
}

function expand(scope: Scope) {
  const frame = frameOf(scope);
  const resources = withoutLoops(scope.resources, frame);
  Object.assign(scope, {
    resources: resources.object,
    origins: new Map(resources.expanded.filter(({ steps }) => steps.length > 1).map(({ name, steps }) => [name, steps])),
    mayHaveMore: !resources.complete || hasMacro(scope),
    conditions: withoutLoops(scope.conditions, frame).object,
    outputs: withoutLoops(scope.outputs, frame).object,
  });
}

interface Expanded {
  readonly object: TemplateObject;
  readonly expanded: readonly Entry[];
  readonly complete: boolean;
}

/** Most objects have no loops, and stay the same. */
function withoutLoops(object: TemplateObject, frame: Frame): Expanded {
  if (!Object.keys(object).some(isLoop)) { return { object, expanded: [], complete: true }; }
  const { entries, complete } = entriesOf(object, frame);
  return { object: Object.fromEntries(entries.map(({ name, value }) => [name, value])), expanded: entries, complete };
}

/** A module, an include or macro among the resources, or a nested stack whose template is not there. */
function hasPlaceForMore(scope: Scope): boolean {
  return Object.entries(scope.resources).some(([name, resource]) => {
    if (name === 'Fn::Transform') { return true; }
    if (!isTemplateObject(resource) || typeof resource.Type !== 'string') { return false; }
    return (resource.Type.endsWith('::MODULE') || (templateProperty(resource.Type) !== undefined && !scope.nested.has(name))) && existence(resource.Condition, scope) !== false;
  });
}

function hasMacro({ source }: Scope): boolean {
  const { Transform: transform } = templateObject(source.template);
  return [transform ?? []].flat().some((each) => typeof each !== 'string' || !READABLE_TRANSFORMS.includes(each));
}
