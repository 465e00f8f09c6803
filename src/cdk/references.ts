import type { CfnElement, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { CfnResource, DefaultTokenResolver, Reference, Tokenization } from 'aws-cdk-lib';
import { intrinsicsIn, namesIn } from '../values/template-references';

/** What an element of a template refers to. */
export interface References {
  /** In whichever stack they are. */
  readonly resources: readonly CfnResource[];
  /** Logical ids of the same template, as they are written; some may be parameters. */
  readonly ids: readonly string[];
}

/** Also before the CDK has decided how a reference gets from one stack to another. What cannot be resolved ends the search. */
export function readReferences(element: CfnElement): References {
  const finder = new ReferenceFinder();
  let rendered: unknown;
  try {
    const { _toCloudFormation: render } = element as unknown as { _toCloudFormation(): unknown };
    rendered = Tokenization.resolve(render.call(element), { scope: element, resolver: finder, preparing: true });
  } catch {
    rendered = {}; // the CDK tells why
  }
  const { Resources: resources = {} } = rendered as { readonly Resources?: Readonly<Record<string, { readonly DependsOn?: string | string[] }>> };
  const dependsOn = Object.values(resources).flatMap(({ DependsOn: ids = [] }) => ids);
  return { resources: [...finder.found], ids: [...new Set([...dependsOn, ...intrinsicsIn(rendered).flatMap(namesIn)])] };
}

class ReferenceFinder extends DefaultTokenResolver {
  public readonly found = new Set<CfnResource>();

  constructor() {
    super({ join: (left: unknown, right: unknown) => ({ 'Fn::Join': ['', [left, right]] }) });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    // a reference whose strength is given stands around the reference itself
    const reference = [token, (token as { readonly reference?: unknown }).reference].find((each) => Reference.isReference(each));
    if (!reference) { return super.resolveToken(token, context, postProcessor) as unknown; }
    const { target } = reference as Reference;
    if (CfnResource.isCfnResource(target)) { this.found.add(target); }
    return FOUND;
  }
}

/** In place of a reference that has been found: a function, so that no property is taken for a wrong one. */
const FOUND = { Ref: 'AWS::NoValue' };
