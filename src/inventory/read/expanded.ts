import { isObject, objectOf } from '../resolve/json';
import { type Entry, entriesOf } from '../resolve/loops';
import { frameOf } from '../resolve/resolve';
import type { Scope } from '../resolve/scope';

/** These only add what they say: resources of the Serverless Application Model, and what loops and functions create. */
const READABLE_TRANSFORMS = ['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31', 'AWS::SecretsManager-2020-07-23', 'AWS::SecretsManager-2024-09-16', 'AWS::CodeDeployBlueGreen'];

/** The scopes with the loops of their templates expanded. */
export function expanded(scopes: readonly Scope[]): readonly Scope[] {
  for (const scope of scopes) { expand(scope); }
  return scopes;
}

function expand(scope: Scope) {
  const frame = frameOf(scope);
  const { entries, complete } = entriesOf(scope.resources, frame);
  Object.assign(scope, {
    resources: named(entries),
    origins: new Map(entries.filter(({ steps }) => steps.length > 1).map(({ name, steps }) => [name, steps])),
    mayHaveMore: !complete || entries.some(mayAddResources) || hasMacro(scope),
    conditions: named(entriesOf(scope.conditions, frame).entries),
    outputs: named(entriesOf(scope.outputs, frame).entries),
  });
}

function named(entries: readonly Entry[]) {
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

/** A module, or an include or macro among the resources. */
function mayAddResources({ name, value }: Entry): boolean {
  return name === 'Fn::Transform' || (isObject(value) && typeof value.Type === 'string' && value.Type.endsWith('::MODULE'));
}

function hasMacro({ source }: Scope): boolean {
  const { Transform: transform } = objectOf(source.template);
  return [transform ?? []].flat().some((each) => typeof each !== 'string' || !READABLE_TRANSFORMS.includes(each));
}
