import {
  type CfnElement, type IPostProcessor, type IResolvable, type IResolveContext, CfnResource, DefaultTokenResolver, Reference,
  Tokenization,
} from 'aws-cdk-lib';
import { intrinsicsIn, namesIn } from '../values/template-references';

/** What an element of a template refers to. */
export interface References {
  /** In any stack. */
  readonly resources: readonly CfnResource[];
  /** Logical ids in the same template, some of which can be parameters. */
  readonly ids: readonly string[];
}

/** Also works before the CDK has decided how a reference crosses stacks. A value that cannot be resolved ends the search. */
export function readReferences(element: CfnElement): References {
  const finder = new ReferenceFinder();
  let rendered: unknown;
  try {
    const { _toCloudFormation: render } = element as unknown as { _toCloudFormation(): unknown };
    rendered = Tokenization.resolve(render.call(element), { scope: element, resolver: finder, preparing: true });
  } catch {
    rendered = {}; // the CDK reports why
  }
  const { Resources: resources = {} } = rendered as { readonly Resources?: Readonly<Record<string, { readonly DependsOn?: string | string[] }>> };
  const dependsOn = Object.values(resources).flatMap(({ DependsOn: ids = [] }) => ids);
  return { resources: [...finder.found], ids: [...new Set([...dependsOn, ...intrinsicsIn(rendered).flatMap(namesIn)])] };
}

/** The resource of the app that a text refers to, as the ARN of a table does. Undefined if it refers to none, or to a parameter. */
export function resourceIn(text: string): CfnResource | undefined {
  const [token] = Tokenization.reverseString(text).tokens;
  const target = Reference.isReference(token) ? token.target : undefined;
  return CfnResource.isCfnResource(target) ? target : undefined;
}

class ReferenceFinder extends DefaultTokenResolver {
  public readonly found = new Set<CfnResource>();

  constructor() {
    super({ join: (left: unknown, right: unknown) => ({ 'Fn::Join': ['', [left, right]] }) });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    // a reference with a strength wraps the reference itself
    const reference = [token, (token as { readonly reference?: unknown }).reference].find((each) => Reference.isReference(each));
    if (!reference) { return super.resolveToken(token, context, postProcessor) as unknown; }
    const { target } = reference as Reference;
    if (CfnResource.isCfnResource(target)) { this.found.add(target); }
    return FOUND;
  }
}

/** Replaces a reference that was found. It is a function, so that the CDK does not reject the property as invalid. */
const FOUND = { Ref: 'AWS::NoValue' };
