import {
  type CfnResource, type IPostProcessor, type IResolvable, type IResolveContext, CfnDeletionPolicy, DefaultTokenResolver, Reference,
  StringConcat, Tokenization,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The path of the construct whose default child is the resource, if there is one, otherwise of the resource. */
export function pathOf(resource: IConstruct): string {
  const { scope } = resource.node;
  return (scope?.node.defaultChild === resource ? scope : resource).node.path;
}

/** The constructs of the app that a property refers to, directly or in the items of a list. */
export function referredTo(resource: CfnResource, property: string): IConstruct[] {
  return targetsOf(resource, [propertiesOf(resource)[property]].flat());
}

/** The constructs of the app that values in a resource refer to. */
export function targetsOf(resource: CfnResource, values: readonly unknown[]): IConstruct[] {
  const items = values.filter((value) => value !== undefined).map((item) => JSON.stringify(item));
  if (items.length === 0) { return []; }
  const isItem = (reference: Reference) => items.includes(JSON.stringify(resource.stack.resolve(reference)));
  return [...referencesIn(resource)].filter(isItem).map(({ target }) => target);
}

function referencesIn(resource: CfnResource): ReadonlySet<Reference> {
  const resolver = new ReferenceCollector();
  try {
    Tokenization.resolve(templateOf(resource), { scope: resource, resolver });
  } catch {
    // a value that cannot be resolved yet has no known references
  }
  return resolver.found;
}

/** Also collects the references of overrides. */
class ReferenceCollector extends DefaultTokenResolver {
  public readonly found = new Set<Reference>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) { this.found.add(token); }
    return super.resolveToken(token, context, postProcessor) as unknown;
  }
}

interface Rendered {
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: unknown;
}

/** The properties of a resource as the template would contain them now, or none if they cannot be resolved yet. */
export function propertiesOf(resource: CfnResource): Readonly<Record<string, unknown>> {
  return rendered(resource).Properties ?? {};
}

/** Whether a resource is retained when its stack is deleted, by its removal policy, an override, or an Aspect. */
export function isRetained(resource: CfnResource): boolean {
  const { DeletionPolicy: policy } = rendered(resource);
  return policy === CfnDeletionPolicy.RETAIN || policy === CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE;
}

function rendered(resource: CfnResource): Rendered {
  try {
    const fragment = resource.stack.resolve(templateOf(resource)) as { Resources?: Record<string, Rendered> };
    return Object.values(fragment.Resources ?? {})[0] ?? {};
  } catch {
    return {};
  }
}

/** With unresolved tokens. */
function templateOf(resource: CfnResource): object {
  return (resource as unknown as { _toCloudFormation(): object })._toCloudFormation();
}
