import type { IAspect } from 'aws-cdk-lib';
import { AspectPriority, Aspects, CfnResource, TagManager } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { LeftOutResource, ProtectedResource, Protection } from './protection';
import type { ResourceTypeCapability } from '../capabilities/resource-types';
import { propertiesOf } from '../private/cdk/resource-properties';
import { isOfRow } from '../private/protectable';
import type { TagTest } from '../private/tag-conditions';
import { passes } from '../private/tag-conditions';

/** What is put on which resources. */
export interface ProtectionPlan {
  readonly tags: { readonly [key: string]: string };
  /** The rows that the selection is limited to. */
  readonly rows: readonly ResourceTypeCapability[];
  readonly conditions: readonly TagTest[];
}

/** Tags what is protectable below a scope, now and whatever is added to it later. */
export function protect(scope: IConstruct, allRows: readonly ResourceTypeCapability[], plan: ProtectionPlan): Protection {
  const tagged: ProtectedResource[] = [];
  const leftOut: LeftOutResource[] = [];
  for (const resource of scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))) {
    const found = { path: resource.node.path, cfnType: resource.cfnResourceType };
    if (!mayBeOf(resource, allRows)) { continue; }
    const reason = whyNot(resource, plan);
    if (reason === undefined) { tagged.push(found); } else { leftOut.push({ ...found, reason }); }
  }
  Aspects.of(scope).add(new ProtectionTags(plan), { priority: AspectPriority.MUTATING });
  return { tagged, leftOut };
}

function whyNot(resource: CfnResource, plan: ProtectionPlan): string | undefined {
  if (!mayBeOf(resource, plan.rows)) { return 'the selection takes other resource types only'; }
  const manager = tagsOf(resource);
  if (!manager) { return 'the resource has no tags of its own in CloudFormation: name its ARN in \'resources\''; }
  const tags: { [key: string]: string | undefined } = { ...manager.tagValues(), ...plan.tags };
  const failed = plan.conditions.find((condition) => passes(condition, tags[condition.key]) === false);
  return failed && `the condition on the tag '${failed.key}' leaves it out, got '${tags[failed.key]}'`;
}

function mayBeOf(resource: CfnResource, rows: readonly ResourceTypeCapability[]): boolean {
  const ofType = rows.filter((row) => row.cfnTypes.includes(resource.cfnResourceType));
  if (ofType.length === 0) { return false; }
  const properties = ofType.some((row) => row.when) ? propertiesOf(resource) : {};
  return ofType.some((row) => isOfRow(row, properties) !== false);
}

/** Of the resource, or of the L2 that renders its tags for it, as `TableV2` does for its replicas. */
function tagsOf(resource: CfnResource): TagManager | undefined {
  const parent = resource.node.scope;
  return TagManager.of(resource) ?? (parent?.node.defaultChild === resource ? TagManager.of(parent) : undefined);
}

class ProtectionTags implements IAspect {
  constructor(private readonly plan: ProtectionPlan) {}

  public visit(node: IConstruct): void {
    const manager = CfnResource.isCfnResource(node) && mayBeOf(node, this.plan.rows) ? tagsOf(node) : undefined;
    if (!manager) { return; }
    for (const [key, value] of Object.entries(this.plan.tags)) { manager.setTag(key, value, TAG_PRIORITY); }
  }
}

/** The priority of `Tags.of(…).add(…)`, so that what is said nearer to a resource wins. */
const TAG_PRIORITY = 100;
