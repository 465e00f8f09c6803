import type { IAspect } from 'aws-cdk-lib';
import { Aspects, CfnResource, TagManager } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ResourceTypeCapability } from '../capabilities/resource-types';
import { rowsOfCfnType } from '../capabilities/resource-types';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { propertiesOf } from '../cdk/resource-properties';
import type { Place } from '../validation/plan/copies';
import { isOfRow, missingRequirement, valueAt } from '../validation/selection/protectable';
import type { TagTest } from '../validation/selection/tag-conditions';

/** Which tags are set on which resources. */
export interface ProtectionPlan {
  readonly tags: { readonly [key: string]: string };
  /** The rows of the types that the selection names. */
  readonly rows: readonly ResourceTypeCapability[];
  readonly conditions: readonly TagTest[];
  /** The account and Region of the selection. It selects only there. */
  readonly place: Place;
}

/** The priority of `Tags.of(…).add(…)`. */
export const TAG_PRIORITY = 100;

/** Tags the resources that a selection can select, and no others. */
export class ProtectionAspect implements IAspect {
  constructor(public readonly plan: ProtectionPlan) {}

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node) || !this.reaches(node)) { return; }
    for (const [key, value] of Object.entries(this.plan.tags)) { tagsOf(node)!.setTag(key, value, TAG_PRIORITY); }
  }

  public reaches(resource: CfnResource): boolean {
    return this.cannotTag(resource) === undefined;
  }

  /** Why a protectable resource gets no tag. */
  public cannotTag(resource: CfnResource): string | undefined {
    if (!mayBeOf(resource, this.plan.rows)) { return 'the selection names other resource types only'; }
    const difference = elsewhere(this.plan.place, placeOf(topLevelStack(resource)));
    if (difference) { return `it is in the ${difference.part} '${difference.there}', and the selection selects only in '${difference.here}'`; }
    if (!tagsOf(resource)) { return 'CloudFormation cannot tag the resource. Name its ARN in \'resources\'.'; }
    return unmetRequirement(resource);
  }
}

/** Without it, backups fail although the tag suggests that they work. */
function unmetRequirement(resource: CfnResource): string | undefined {
  const row = rowsOfCfnType(resource.cfnResourceType).find(({ requirement }) => requirement);
  return row && missingRequirement(row, propertiesOf(resource));
}

/** The tags that earlier calls set on the same scope with another value. The last call takes precedence. */
export function contradictions(scope: IConstruct, tags: { readonly [key: string]: string }): string[] {
  return Aspects.of(scope).all.filter((aspect) => aspect instanceof ProtectionAspect)
    .flatMap((aspect) => Object.entries(aspect.plan.tags))
    .filter(([key, value]) => tags[key] !== undefined && tags[key] !== value)
    .map(([key, value]) => `'${key}' is '${value}' by an earlier call and '${tags[key]}' by this one`);
}

export function mayBeOf(resource: CfnResource, rows: readonly ResourceTypeCapability[]): boolean {
  const ofType = rows.filter((row) => row.cfnTypes.includes(resource.cfnResourceType));
  if (ofType.length === 0) { return false; }
  const properties = ofType.some((row) => row.when) ? propertiesOf(resource) : {};
  return ofType.some((row) => isOfRow(row, (path) => valueAt(properties, path)) !== false);
}

/** Of the resource, or of the L2 that renders its tags, as `TableV2` does for its replicas. */
export function tagsOf(resource: CfnResource): TagManager | undefined {
  const parent = resource.node.scope;
  return TagManager.of(resource) ?? (parent?.node.defaultChild === resource ? TagManager.of(parent) : undefined);
}
