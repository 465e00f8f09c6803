import { Aspects, type IAspect, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Neighbors } from './neighbors';
import { settleTags, tagUntilSettled } from './pending-tags';
import { tagManagerOf, taggedWith } from './tag-holder';
import { type ResourceTypeCapability, rowsOfCfnType } from '../capabilities/resource-types';
import { exemptionOf } from '../cdk/exemption';
import { topLevelStack } from '../cdk/physical-name';
import { elsewhere, placeOf } from '../cdk/place';
import { pathOf, propertiesOf } from '../cdk/resource-properties';
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

/** Why a protectable resource is left out. */
export interface Omission {
  readonly reason: string;
  /** Whether the user chose it, or the resource needs no backup of its own. */
  readonly intended: boolean;
}

/** What an Aspect cannot know by itself. */
export interface ProtectionContext {
  /** The app while its Aspects are applied. */
  readonly neighbors: Neighbors;
  /** Called for each resource that is tagged. */
  readonly onTagged?: (resource: CfnResource, neighbors: Neighbors) => void;
  /** Whether the selection selects a resource by its tags. */
  isSelected(resource: CfnResource, neighbors: Neighbors): boolean;
}

/** The priority of `Tags.of(…).add(…)`. */
export const TAG_PRIORITY = 100;

/** Tags the resources that a selection can select, and no others. */
export class ProtectionAspect implements IAspect {
  constructor(public readonly plan: ProtectionPlan, private readonly context: ProtectionContext) {}

  public visit(node: IConstruct): void {
    const { neighbors, onTagged } = this.context;
    for (const resource of taggedWith(node).filter((each) => this.lastingOmission(each, neighbors) === undefined)) {
      const tags = tagManagerOf(resource);
      if (!tags) { continue; }
      for (const [key, value] of Object.entries(this.plan.tags)) {
        // A later Aspect can still turn on what the type requires
        if (requiringRow(resource)) { tagUntilSettled(resource, key, value, TAG_PRIORITY); } else { tags.setTag(key, value, TAG_PRIORITY); }
      }
      onTagged?.(resource, neighbors);
    }
  }

  /** Why a protectable resource gets no tag, as the app stands. */
  public omission(resource: CfnResource, neighbors: Neighbors): Omission | undefined {
    const lasting = this.lastingOmission(resource, neighbors);
    const missing = lasting ? undefined : unmetRequirement(resource);
    return missing === undefined ? lasting : { reason: missing, intended: false };
  }

  /** The reason why it has no tag, regardless of later Aspects. */
  private lastingOmission(resource: CfnResource, neighbors: Neighbors): Omission | undefined {
    if (!mayBeOf(resource, this.plan.rows)) { return { reason: 'The selection names other resource types only. Add the type to \'resourceTypes\'.', intended: true }; }
    const exemption = exemptionOf(resource) ?? neighbors.exemptionOf(resource) ?? this.instanceLabel(resource, neighbors);
    if (exemption !== undefined) { return { reason: exemption, intended: true }; }
    const difference = elsewhere(this.plan.place, placeOf(topLevelStack(resource)));
    return difference && {
      reason: `The ${difference.part} is '${difference.there}', and the selection selects only in '${difference.here}'. Create a plan and a selection there.`,
      intended: false,
    };
  }

  /** The backup of an instance contains the volumes that are attached to it. */
  private instanceLabel(resource: CfnResource, neighbors: Neighbors): string | undefined {
    if (resource.cfnResourceType !== VOLUME) { return undefined; }
    const instance = neighbors.instancesOf(resource).find((each) => this.context.isSelected(each, neighbors));
    return instance && `The backup of the instance '${pathOf(instance)}' contains it. To back it up separately too, tag the volume itself.`;
  }
}

const VOLUME = 'AWS::EC2::Volume';

/** Decides about the tags of resources that lack what AWS Backup requires, when other Aspects have changed them. */
export class SettlingAspect implements IAspect {
  public visit(node: IConstruct): void {
    for (const resource of taggedWith(node)) { settleTags(resource, unmetRequirement(resource) === undefined, TAG_PRIORITY); }
  }
}

/** Without it, backups fail although the tag suggests that they work. */
function unmetRequirement(resource: CfnResource): string | undefined {
  const row = requiringRow(resource);
  return row && missingRequirement(row, propertiesOf(resource));
}

function requiringRow(resource: CfnResource): ResourceTypeCapability | undefined {
  return rowsOfCfnType(resource.cfnResourceType).find(({ requirement }) => requirement);
}

/** The Aspects of `protect` that apply to a construct, from the outside in. Aspects do not apply inside a nested Stage. */
export function protectionsOf(scopes: readonly IConstruct[]): ProtectionAspect[] {
  return scopes.flatMap((scope) => Aspects.of(scope).all).filter((aspect) => aspect instanceof ProtectionAspect);
}

/** The tags that earlier calls set on the same scope with another value. The last call takes precedence. */
export function contradictions(scope: IConstruct, tags: { readonly [key: string]: string }): string[] {
  return protectionsOf([scope])
    .flatMap((aspect) => Object.entries(aspect.plan.tags))
    .filter(([key, value]) => tags[key] !== undefined && tags[key] !== value)
    .map(([key, value]) => `'${key}' to '${value}', and this call sets it to '${tags[key]}'`);
}

export function mayBeOf(resource: CfnResource, rows: readonly ResourceTypeCapability[]): boolean {
  return rowsAmong(resource, rows).length > 0;
}

/** The rows that a resource belongs to, or might belong to. */
export function rowsAmong(resource: CfnResource, rows: readonly ResourceTypeCapability[]): ResourceTypeCapability[] {
  const ofType = rows.filter((row) => row.cfnTypes.includes(resource.cfnResourceType));
  const properties = ofType.some((row) => row.when) ? propertiesOf(resource) : {};
  return ofType.filter((row) => isOfRow(row, (path) => valueAt(properties, path)) !== false);
}
