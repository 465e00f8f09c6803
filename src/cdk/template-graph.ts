import { CfnElement, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { type IConstruct, Dependable } from 'constructs';
import { readReferences } from './references';
import { append } from '../values/append';

/** A node of a template: a resource, or a dependency between the resources of two constructs. */
export type TemplateNode = CfnResource | Dependency;

/** Resources of a template that wait for other resources of the same template. */
export interface Dependency {
  readonly after: readonly CfnResource[];
  readonly before: readonly CfnResource[];
}

/**
 * What each resource of a stack and its nested stacks waits for within its template: by references, by `DependsOn`, and by dependencies between
 * constructs. A nested stack is a resource of its parent template, and waits for everything that its own resources wait for.
 *
 * It is used before the CDK writes references and dependencies into templates, because the CDK writes the templates of nested stacks at once.
 * Each resource is read when it is first used.
 */
export class TemplateGraph {
  private readonly elements = new Map<Stack, CfnElement[]>();
  private readonly nestedBy = new Map<CfnResource, Stack>();
  private readonly dependencies = new Map<CfnResource, Dependency[]>();
  private readonly referencesOf = new Map<CfnElement, readonly CfnResource[]>();
  private readonly waitedFor = new Map<CfnResource, readonly TemplateNode[]>();
  private readonly ids = new Map<Stack, ReadonlyMap<string, CfnResource>>();

  constructor(top: Stack) {
    for (const construct of constructsIn(top)) {
      if (Stack.isStack(construct) && construct.nestedStackResource) { this.nestedBy.set(construct.nestedStackResource, construct); }
      if (CfnElement.isCfnElement(construct)) { append(this.elements, construct.stack, construct); }
      for (const target of construct.node.dependencies.flatMap((each) => Dependable.of(each).dependencyRoots)) {
        const dependency = dependencyBetween(construct, target);
        for (const resource of dependency?.after ?? []) { append(this.dependencies, resource, dependency!); }
      }
    }
  }

  /** What a node waits for. */
  public readonly edges = (node: TemplateNode): readonly TemplateNode[] => {
    if (!CfnResource.isCfnResource(node)) { return node.before; }
    return memoized(this.waitedFor, node, () => {
      const nested = this.nestedBy.get(node);
      const referred = [node, ...nested ? this.elementsIn(nested) : []].flatMap((element) => this.references(element));
      const here = referred.flatMap((resource) => standIn(resource, node.stack) ?? []);
      return [...new Set([...here, ...this.dependencies.get(node) ?? []])].filter((each) => !(nested && each === node));
    });
  };

  /** For messages: the path of the nested stack, or of the construct that creates the resource. */
  public nameOf(resource: CfnResource): string {
    const nested = this.nestedBy.get(resource);
    const around = resource.node.scope;
    return nested?.node.path ?? (around?.node.defaultChild === resource ? around : resource).node.path;
  }

  private elementsIn(stack: Stack): CfnElement[] {
    return (this.elements.get(stack) ?? []).flatMap((element) => {
      const nested = this.nestedBy.get(element as CfnResource);
      return [element, ...nested ? this.elementsIn(nested) : []];
    });
  }

  private references(element: CfnElement): readonly CfnResource[] {
    return memoized(this.referencesOf, element, () => {
      const { resources, ids } = readReferences(element);
      return [...resources, ...ids.flatMap((id) => this.idsIn(element.stack).get(id) ?? [])];
    });
  }

  private idsIn(stack: Stack): ReadonlyMap<string, CfnResource> {
    return memoized(this.ids, stack, () => {
      const resources = (this.elements.get(stack) ?? []).filter((element) => CfnResource.isCfnResource(element));
      return new Map(resources.map((resource) => [String(stack.resolve(resource.logicalId)), resource]));
    });
  }
}

/** The dependency as the CDK would write it in the template that contains both constructs, or undefined if there is none. */
export function dependencyBetween(after: IConstruct, before: IConstruct): Dependency | undefined {
  const others = new Set(stacksAround(before));
  const stack = stacksAround(after).find((each) => others.has(each));
  return stack && { after: resourcesOf(after, stack), before: resourcesOf(before, stack) };
}

/** The stack of a construct, and the parents of that stack, from the inside out. */
function stacksAround(construct: IConstruct): Stack[] {
  const stack = Stack.of(construct);
  return stack.nestedStackParent ? [stack, ...stacksAround(stack.nestedStackParent)] : [stack];
}

/** The resources of a construct in the template of a stack. */
function resourcesOf(construct: IConstruct, stack: Stack): CfnResource[] {
  if (Stack.of(construct) !== stack) { return [standIn(Stack.of(construct).nestedStackResource!, stack)!]; }
  return construct === stack ? [] : [...constructsIn(construct, stack)].flatMap((each) => {
    if (Stack.isStack(each)) { return each.nestedStackResource ?? []; }
    return CfnResource.isCfnResource(each) ? [each] : [];
  });
}

/** A resource, or the nested stack of a template that contains it, or undefined if the template contains neither. */
function standIn(resource: CfnResource, template: Stack): CfnResource | undefined {
  let inside: CfnResource | undefined = resource;
  while (inside && inside.stack !== template) { inside = inside.stack.nestedStackResource; }
  return inside;
}

/** A construct and everything in it that is deployed with it. With a template, the contents of nested stacks are left out. */
function* constructsIn(construct: IConstruct, template?: Stack): Generator<IConstruct> {
  const pending = [construct];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next !== construct && (Stage.isStage(next) || (Stack.isStack(next) && !next.nestedStackParent))) { continue; }
    yield next;
    if (!(template && Stack.isStack(next))) { pending.push(...next.node.children.reverse()); }
  }
}

function memoized<K, V>(values: Map<K, V>, key: K, compute: () => V): V {
  let value = values.get(key);
  if (value === undefined) { values.set(key, value = compute()); }
  return value;
}
