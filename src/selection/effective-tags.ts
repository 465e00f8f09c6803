import { type CfnResource, type IAspect, type TagManager, type TagProps, Aspects, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Neighbors } from './neighbors';
import { ProtectionAspect, TAG_PRIORITY } from './protection-aspect';
import { tagManagerOf } from './tag-holder';
import { topLevelStack } from '../cdk/physical-name';
import { propertiesOf } from '../cdk/resource-properties';
import { isObject } from '../values/is-object';

interface Setting {
  readonly key: string;
  /** `undefined` removes the tag. */
  readonly value: string | undefined;
  readonly priority: number;
}

/** The Aspects that `Tags.of(…).add(…)` and `.remove(…)` add. */
interface TagAspect extends IAspect {
  readonly key: string;
  readonly value?: string;
  readonly props: TagProps;
}

const REMOVAL_PRIORITY = 200;

/** The tags that a resource will have, as the app stands now. The highest priority takes precedence, then the Aspect nearest to the resource. */
export function effectiveTags(resource: CfnResource, neighbors: Neighbors): { readonly [key: string]: string | undefined } {
  const manager = tagManagerOf(resource);
  if (!manager) { return replicaTags(resource, {}); }
  // CloudFormation propagates the tags of a stack to its resources
  const tags: { [key: string]: string | undefined } = { ...topLevelStack(resource).tags.tagValues(), ...manager.tagValues() };
  const priorities: { [key: string]: number } = {};
  const aspects = reachingScopes(resource).flatMap((scope) => Aspects.of(scope).all);
  for (const { key, value, priority } of aspects.flatMap((aspect) => settingsOf(aspect, resource, manager, neighbors))) {
    if (priority < (priorities[key] ?? 0)) { continue; }
    priorities[key] = priority;
    tags[key] = value;
  }
  return { ...tags, ...replicaTags(resource, manager.tagValues()) };
}

/** The scopes whose Aspects apply to a construct. Aspects do not apply inside a nested Stage. */
export function reachingScopes(construct: IConstruct): IConstruct[] {
  const stage = Stage.of(construct);
  return construct.node.scopes.slice(stage ? stage.node.scopes.length - 1 : 0);
}

/** The tags of the replica of a global table in the Region of its stack. They take precedence over those that `TableV2` passes to all replicas. */
function replicaTags(resource: CfnResource, passedOn: { readonly [key: string]: string }): { [key: string]: string } {
  if (resource.cfnResourceType !== 'AWS::DynamoDB::GlobalTable') { return {}; }
  const { Replicas: replicas } = propertiesOf(resource);
  const here = JSON.stringify(resource.stack.resolve(resource.stack.region));
  const tags = (Array.isArray(replicas) ? replicas : []).filter(isObject)
    .filter(({ Region: region }) => JSON.stringify(region) === here)
    .flatMap(({ Tags: each }) => (Array.isArray(each) ? each : [])).filter(isObject)
    .map(({ Key: key, Value: value }) => [String(key), value] as const);
  return Object.fromEntries(tags.filter((tag): tag is readonly [string, string] => typeof tag[1] === 'string' && passedOn[tag[0]] !== tag[1]));
}

function settingsOf(aspect: IAspect, resource: CfnResource, manager: TagManager, neighbors: Neighbors): Setting[] {
  if (aspect instanceof ProtectionAspect) {
    if (aspect.omission(resource, neighbors)) { return []; }
    return Object.entries(aspect.plan.tags).map(([key, value]) => ({ key, value, priority: TAG_PRIORITY }));
  }
  if (!isTagAspect(aspect)) { return []; }
  const { key, value, props } = aspect;
  return manager.applyTagAspectHere(props.includeResourceTypes, props.excludeResourceTypes)
    ? [{ key, value, priority: props.priority ?? (value === undefined ? REMOVAL_PRIORITY : TAG_PRIORITY) }]
    : [];
}

function isTagAspect(aspect: IAspect): aspect is TagAspect {
  return 'props' in aspect && 'key' in aspect && typeof aspect.key === 'string';
}
