import { AspectPriority, Aspects, CfnResource, FeatureFlags, Stage } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { effectiveTags } from './effective-tags';
import type { LeftOutResource, ProtectedResource, Protection } from './protection';
import type { ProtectionPlan } from './protection-aspect';
import { ProtectionAspect, mayBeOf } from './protection-aspect';
import type { ResourceTypeCapability } from '../capabilities/resource-types';
import { knownOf } from '../cdk/measures';
import { passes } from '../validation/selection/tag-conditions';
import { UNKNOWN } from '../values/unknown';

/** Tags the protectable resources under a scope, now and later, and returns the result for the app as it stands. */
export function protect(scope: IConstruct, protectable: readonly ResourceTypeCapability[], plan: ProtectionPlan): Protection {
  const aspect = new ProtectionAspect(plan);
  // The CDK does not apply Aspects inside a nested Stage
  for (const root of [scope, ...stagesBelow(scope)]) { Aspects.of(root).add(aspect, { priority: priorityOfTags(root) }); }

  const tagged: ProtectedResource[] = [];
  const leftOut: LeftOutResource[] = [];
  for (const resource of scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))) {
    if (!mayBeOf(resource, protectable)) { continue; }
    const found = { path: resource.node.path, cfnType: resource.cfnResourceType };
    const reason = aspect.cannotTag(resource) ?? isNotSelected(resource, plan);
    if (reason === undefined) { tagged.push(found); } else { leftOut.push({ ...found, reason }); }
  }
  return { tagged, leftOut };
}

/** Stages that were created after `protect`, which do not get its tags. */
export function unreachedStages(scope: IConstruct, plan: ProtectionPlan): IConstruct[] {
  const isReached = (stage: IConstruct) => Aspects.of(stage).all.some((aspect) => aspect instanceof ProtectionAspect && aspect.plan === plan);
  const isWorthIt = (stage: IConstruct) => stage.node.findAll().some((each) => CfnResource.isCfnResource(each) && mayBeOf(each, plan.rows));
  return stagesBelow(scope).filter((stage) => !isReached(stage) && isWorthIt(stage));
}

function stagesBelow(scope: IConstruct): IConstruct[] {
  return scope.node.findAll().filter((construct) => construct !== scope && Stage.isStage(construct));
}

function isNotSelected(resource: CfnResource, plan: ProtectionPlan): string | undefined {
  const tags = effectiveTags(resource);
  const overruled = Object.keys(plan.tags).find((key) => tags[key] !== plan.tags[key] && knownOf(tags[key]) !== UNKNOWN);
  if (overruled !== undefined) {
    return `a tag nearer to it ${tags[overruled] === undefined ? `removes '${overruled}'` : `sets '${overruled}' to '${tags[overruled]}'`}`;
  }
  const failed = plan.conditions.find((condition) => passes(condition, knownOf(tags[condition.key])) === false);
  return failed && `the condition on the tag '${failed.key}' excludes it, got '${tags[failed.key]}'`;
}

/** The priority of `Tags.of(…)`, so that of all tags the one nearest to a resource takes precedence. */
function priorityOfTags(scope: IConstruct): number {
  return FeatureFlags.of(scope).isEnabled(cxapi.ASPECT_PRIORITIES_MUTATING) ? AspectPriority.MUTATING : AspectPriority.DEFAULT;
}
