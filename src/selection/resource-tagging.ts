import { AspectPriority, Aspects, CfnResource, FeatureFlags, Stage } from 'aws-cdk-lib';
import * as cxapi from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { effectiveTags, reachingScopes } from './effective-tags';
import { Neighbors } from './neighbors';
import { type Omission, type ProtectionPlan, ProtectionAspect, SettlingAspect, mayBeOf, protectionsOf } from './protection-aspect';
import { tagManagerOf } from './tag-holder';
import type { ResourceTypeCapability } from '../capabilities/resource-types';
import { type UnsupportedVariant, UNSUPPORTED_VARIANTS } from '../capabilities/unsupported-variants';
import { knownOf } from '../cdk/measures';
import { propertiesOf } from '../cdk/resource-properties';
import { isOfRow, valueAt } from '../validation/selection/protectable';
import { passes } from '../validation/selection/tag-conditions';
import { UNKNOWN } from '../values/unknown';

/** A protectable resource under the scope of a call of `protect`. */
export interface Found {
  readonly resource: CfnResource;
  /** `undefined` if it is tagged. */
  readonly omission: Omission | undefined;
}

/** A call of `protect`. */
export class ScopeProtection {
  private readonly aspect: ProtectionAspect;

  /**
   * Tags the protectable resources under a scope, now and later.
   *
   * @param protectable the rows of all types that can be protected, whether the selection names them or not
   * @param onTagged called when the Aspects are applied
   */
  constructor(
    public readonly scope: IConstruct,
    private readonly protectable: readonly ResourceTypeCapability[],
    public readonly plan: ProtectionPlan,
    onTagged?: (resource: CfnResource, neighbors: Neighbors) => void,
  ) {
    this.aspect = new ProtectionAspect(plan, {
      neighbors: new Neighbors(scope.node.root),
      isSelected: (resource, neighbors) => mayBeOf(resource, plan.rows) && this.omission(resource, neighbors) === undefined,
      onTagged,
    });
    // The CDK does not apply Aspects inside a nested Stage
    for (const root of [scope, ...stagesBelow(scope)]) {
      Aspects.of(root).add(this.aspect, { priority: priorityOfTags(root) });
      Aspects.of(root).add(new SettlingAspect(), { priority: AspectPriority.READONLY });
    }
  }

  /** The protectable resources under the scope, as the app stands now. */
  public read(neighbors: Neighbors): Found[] {
    return this.scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct)).flatMap((resource): Found[] => {
      if (mayBeOf(resource, this.protectable)) { return [{ resource, omission: this.omission(resource, neighbors) }]; }
      const omission = unsupported(resource);
      return omission ? [{ resource, omission }] : [];
    });
  }

  /** Whether something else in the app backs up a resource that this call leaves out. */
  public isProtectedElsewhere(resource: CfnResource, neighbors: Neighbors): boolean {
    return neighbors.isNamed(resource)
      || protectionsOf(reachingScopes(resource)).some((other) => other !== this.aspect && !other.omission(resource, neighbors));
  }

  /** Stages that were created after the call, which do not get its tags. */
  public unreachedStages(): IConstruct[] {
    const isWorthIt = (stage: IConstruct) => stage.node.findAll().some((each) => CfnResource.isCfnResource(each) && mayBeOf(each, this.plan.rows));
    return stagesBelow(this.scope).filter((stage) => !this.isReached(stage) && isWorthIt(stage));
  }

  private isReached(stage: IConstruct): boolean {
    return protectionsOf([stage]).includes(this.aspect);
  }

  private omission(resource: CfnResource, neighbors: Neighbors): Omission | undefined {
    const { scopes } = resource.node;
    if (scopes.slice(scopes.indexOf(this.scope) + 1).some((each) => Stage.isStage(each) && !this.isReached(each))) { return CREATED_LATER; }
    return this.aspect.omission(resource, neighbors) ?? omissionByTags(resource, this.plan, neighbors);
  }
}

/** A warning of its own names the Stage. */
const CREATED_LATER: Omission = { reason: 'Its Stage was created after the call. Call protect after you create the Stage.', intended: true };

function unsupported(resource: CfnResource): Omission | undefined {
  const variant = unsupportedVariant(resource);
  return variant && { reason: `${variant.label} ${variant.fix}`, intended: false };
}

/** The kind of the resource, if AWS Backup certainly does not back it up although it protects others of the type. */
export function unsupportedVariant(resource: CfnResource): UnsupportedVariant | undefined {
  const candidates = UNSUPPORTED_VARIANTS.filter(({ cfnType }) => cfnType === resource.cfnResourceType);
  const properties = candidates.length > 0 ? propertiesOf(resource) : {};
  return candidates.find((each) => isOfRow(each, (path) => valueAt(properties, path)) === true);
}

function omissionByTags(resource: CfnResource, plan: ProtectionPlan, neighbors: Neighbors): Omission | undefined {
  const tags = effectiveTags(resource, neighbors);
  const overruled = Object.keys(plan.tags).find((key) => tags[key] !== plan.tags[key] && knownOf(tags[key]) !== UNKNOWN);
  if (overruled !== undefined && !tagManagerOf(resource)) {
    return { reason: 'CloudFormation cannot tag it from outside. Set its tags where you create it, or name its ARN in \'resources\'.', intended: false };
  }
  if (overruled !== undefined) {
    const how = tags[overruled] === undefined ? `removes '${overruled}'` : `sets '${overruled}' to '${tags[overruled]}'`;
    return { reason: `A tag nearer to it ${how}. Change that tag.`, intended: true };
  }
  const failed = plan.conditions.find((condition) => passes(condition, knownOf(tags[condition.key])) === false);
  return failed && { reason: `The condition on the tag '${failed.key}' excludes it, got '${tags[failed.key]}'. Change that tag.`, intended: true };
}

function stagesBelow(scope: IConstruct): IConstruct[] {
  return scope.node.findAll().filter((construct) => construct !== scope && Stage.isStage(construct));
}

/** The priority of `Tags.of(…)`, so that of all tags the one nearest to a resource takes precedence. */
function priorityOfTags(scope: IConstruct): number {
  return FeatureFlags.of(scope).isEnabled(cxapi.ASPECT_PRIORITIES_MUTATING) ? AspectPriority.MUTATING : AspectPriority.DEFAULT;
}
