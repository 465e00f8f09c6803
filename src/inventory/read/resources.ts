import { type Answer, allOf } from '../../values/answer';
import { UNKNOWN } from '../../values/unknown';
import type { Address, Entity } from '../entities';
import { LocatedProperty } from '../located-property';
import type { Property } from '../property';
import { conditionNamed } from '../resolve/conditions';
import { type Formula, formulaOf } from '../resolve/formula';
import type { Frame } from '../resolve/frame';
import { type TemplateObject, isTemplateObject, templateObject, own } from '../resolve/json';
import { frameOf } from '../resolve/resolve';
import { type Scope, once } from '../resolve/scope';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
const RETAINING: readonly string[] = ['Retain', 'RetainExceptOnCreate'];

/** A resource of a template that is not resolved yet. Most resources of a template are never read. */
export class Resource implements Entity {
  private knownAddress?: Address;
  private knownProperties?: Property;

  constructor(
    public readonly scope: Scope,
    private readonly logicalId: string,
    private readonly cfnType: string,
    private readonly raw: TemplateObject,
    public readonly certain: boolean,
  ) {}

  public get address(): Address {
    return this.knownAddress ??= this.readAddress();
  }

  public get properties(): Property {
    return this.knownProperties ??= new LocatedProperty({ scope: this.scope, raw: this.raw.Properties, path: '' });
  }

  /** Whether the resource is retained when its stack is deleted. */
  public get retained(): Answer {
    const policy = new LocatedProperty({ scope: this.scope, raw: this.raw.DeletionPolicy, path: '' }).string();
    return policy === UNKNOWN ? UNKNOWN : policy !== undefined && RETAINING.includes(policy);
  }

  /** Equal for resources of one template with the same condition. */
  public get existence(): Formula {
    const { Condition: condition } = this.raw;
    return once<Formula>(this.scope, `existence ${typeof condition === 'string' ? condition : ''}`, true, () => {
      const ofResource = typeof condition === 'string' ? formulaOf(condition, this.frame) : true;
      const stack = existenceOfStack(this.scope);
      return stack === true ? ofResource : { all: [stack, ofResource] };
    });
  }

  public get environment() {
    return this.scope.environment;
  }

  public get frame(): Frame {
    return frameOf(this.scope);
  }

  private readAddress(): Address {
    const origin = this.scope.origins.get(this.logicalId);
    return { sourceId: this.scope.source.id, logicalId: this.logicalId, cfnType: this.cfnType, ...origin && { origin }, path: '' };
  }
}

/** The resources of all templates by type, in their order, without those that a condition certainly leaves out. */
export function resourcesByType(scopes: readonly Scope[]): ReadonlyMap<string, readonly Resource[]> {
  const byType = new Map<string, Resource[]>();
  for (const scope of scopes) {
    const stack = stackExists(scope);
    for (const logicalId in stack === false ? {} : scope.resources) {
      const raw = scope.resources[logicalId];
      if (!isTemplateObject(raw) || typeof raw.Type !== 'string') { continue; }
      const exists = allOf([stack, existence(raw.Condition, scope)]);
      if (exists === false) { continue; }
      const resource = new Resource(scope, logicalId, raw.Type, raw, exists === true);
      const others = byType.get(raw.Type);
      if (others) { others.push(resource); } else { byType.set(raw.Type, [resource]); }
    }
  }
  return byType;
}

/** Whether a resource exists, according to its condition. */
export function existence(condition: unknown, scope: Scope): Answer {
  if (condition === undefined) { return true; }
  return typeof condition === 'string' ? conditionNamed(condition, frameOf(scope)) : UNKNOWN;
}

/** A nested stack exists if its resource exists. */
export function stackExists(scope: Scope): Answer {
  const { parent } = scope;
  if (!parent) { return true; }
  return once<Answer>(scope, 'exists', UNKNOWN, () => {
    const resource = Object.hasOwn(parent.scope.resources, parent.logicalId) ? parent.scope.resources[parent.logicalId] : undefined;
    return allOf([stackExists(parent.scope), isTemplateObject(resource) ? existence(resource.Condition, parent.scope) : UNKNOWN]);
  });
}

function existenceOfStack({ parent }: Scope): Formula {
  if (!parent) { return true; }
  const { Condition: condition } = templateObject(own(parent.scope.resources, parent.logicalId));
  const stack = once<Formula>(parent.scope, 'existence', true, () => existenceOfStack(parent.scope));
  return typeof condition === 'string' ? { all: [stack, formulaOf(condition, frameOf(parent.scope))] } : stack;
}
