import type { CfnResource, IAspect, TagManager, TagProps } from 'aws-cdk-lib';
import { Aspects, Stage } from 'aws-cdk-lib';
import { ProtectionAspect, TAG_PRIORITY, tagsOf } from './protection-aspect';
import { topLevelStack } from '../cdk/physical-name';

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
export function effectiveTags(resource: CfnResource): { readonly [key: string]: string | undefined } {
  const manager = tagsOf(resource);
  if (!manager) { return {}; }
  // CloudFormation propagates the tags of a stack to its resources
  const tags: { [key: string]: string | undefined } = { ...topLevelStack(resource).tags.tagValues(), ...manager.tagValues() };
  const priorities: { [key: string]: number } = {};
  const { scopes } = resource.node;
  // Aspects do not apply inside a nested Stage
  const stage = Stage.of(resource);
  const reaching = scopes.slice(stage ? stage.node.scopes.length - 1 : 0);
  const aspects = reaching.flatMap((scope) => Aspects.of(scope).all);
  for (const { key, value, priority } of aspects.flatMap((aspect) => settingsOf(aspect, resource, manager))) {
    if (priority < (priorities[key] ?? 0)) { continue; }
    priorities[key] = priority;
    tags[key] = value;
  }
  return tags;
}

function settingsOf(aspect: IAspect, resource: CfnResource, manager: TagManager): Setting[] {
  if (aspect instanceof ProtectionAspect) {
    return aspect.reaches(resource) ? Object.entries(aspect.plan.tags).map(([key, value]) => ({ key, value, priority: TAG_PRIORITY })) : [];
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
