import { AspectPriority, Aspects, CfnResource, FeatureFlags, Stage } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { effectiveTags } from './effective-tags';
import type { LeftOutResource, ProtectedResource, Protection } from './protection';
import type { ProtectionPlan } from './protection-aspect';
import { ProtectionAspect, mayBeOf } from './protection-aspect';
import type { ResourceTypeCapability } from '../capabilities/resource-types';
import { rowsOfCfnType } from '../capabilities/resource-types';
import { propertiesOf } from '../private/cdk/resource-properties';
import { missingRequirement } from '../private/protectable';
import { passes } from '../private/tag-conditions';

/** Tags what is protectable below a scope, now and whatever is added to it later; tells what came of it so far. */
export function protect(scope: IConstruct, protectable: readonly ResourceTypeCapability[], plan: ProtectionPlan): Protection {
  const aspect = new ProtectionAspect(plan);
  // CDK does not carry aspects into a Stage, which is an app of its own.
  const stages = scope.node.findAll().filter((construct) => construct !== scope && Stage.isStage(construct));
  for (const root of [scope, ...stages]) { Aspects.of(root).add(aspect, { priority: priorityOfTags(root) }); }

  const tagged: ProtectedResource[] = [];
  const leftOut: LeftOutResource[] = [];
  for (const resource of scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))) {
    if (!mayBeOf(resource, protectable)) { continue; }
    const found = { path: resource.node.path, cfnType: resource.cfnResourceType };
    const reason = aspect.cannotTag(resource) ?? isNotSelected(resource, plan) ?? unmetRequirement(resource);
    if (reason === undefined) { tagged.push(found); } else { leftOut.push({ ...found, reason }); }
  }
  return { tagged, leftOut };
}

function isNotSelected(resource: CfnResource, plan: ProtectionPlan): string | undefined {
  const tags = effectiveTags(resource);
  const overruled = Object.keys(plan.tags).find((key) => tags[key] !== plan.tags[key]);
  if (overruled !== undefined) {
    return `a tag nearer to it says '${overruled}' is ${tags[overruled] === undefined ? 'removed' : `'${tags[overruled]}'`}`;
  }
  const failed = plan.conditions.find((condition) => passes(condition, tags[condition.key]) === false);
  return failed && `the condition on the tag '${failed.key}' leaves it out, got '${tags[failed.key]}'`;
}

function unmetRequirement(resource: CfnResource): string | undefined {
  const row = rowsOfCfnType(resource.cfnResourceType).find(({ requirement }) => requirement);
  return row && missingRequirement(row, propertiesOf(resource));
}

/** That of `Tags.of(…)`, so that among all tags the one nearest to a resource wins. */
function priorityOfTags(scope: IConstruct): number {
  return FeatureFlags.of(scope).isEnabled(cxapi.ASPECT_PRIORITIES_MUTATING) ? AspectPriority.MUTATING : AspectPriority.DEFAULT;
}
