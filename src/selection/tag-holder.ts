import { CfnResource, Stack, TagManager } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The tags of a resource, or of the L2 that renders them, as `TableV2` does for its replicas. */
export function tagManagerOf(resource: CfnResource): TagManager | undefined {
  const parent = resource.node.scope;
  return TagManager.of(resource) ?? (parent && rendersTagsOf(parent, resource) ? TagManager.of(parent) : undefined);
}

/** The resources whose tags a construct has. The CDK tags a construct when it visits it, so nearer tags come later only if others do the same. */
export function taggedWith(construct: IConstruct): CfnResource[] {
  if (CfnResource.isCfnResource(construct)) { return TagManager.of(construct) || !tagManagerOf(construct) ? [construct] : []; }
  const resource = Stack.isStack(construct) ? undefined : construct.node.defaultChild;
  return CfnResource.isCfnResource(resource) && TagManager.of(construct) && !TagManager.of(resource) ? [resource] : [];
}

function rendersTagsOf(parent: IConstruct, resource: CfnResource): boolean {
  return !Stack.isStack(parent) && parent.node.defaultChild === resource;
}
