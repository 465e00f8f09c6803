import {
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext, type Stack, CfnElement, CfnResource,
  DefaultTokenResolver, Reference, Stack as CdkStack, Tokenization,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type StackSource, describe, stacksBelow } from './stack-source';
import { UNKNOWN } from '../../values/unknown';
import { REFERENCE_TO_ANOTHER_STACK } from '../resolve/cross-stack';

/**
 * The templates of all stacks of the app as they are in the tree now, because selections in other stacks count too. Before synthesis, Aspects
 * and exports are missing, so tags are incomplete and references name the other stack.
 */
export function treeSources(scope: IConstruct): StackSource[] {
  const elements = new Map<Stack, CfnElement[]>(stacksBelow(scope.node.root).map((stack) => [stack, []]));
  for (const construct of scope.node.root.node.findAll()) {
    if (CfnElement.isCfnElement(construct)) { elements.get(construct.stack)?.push(construct); }
  }
  return [...elements].map(([stack, each]) => ({ ...describe(stack), template: templateOf(stack, each), tagsIncomplete: true }));
}

function templateOf(stack: Stack, elements: readonly CfnElement[]): unknown {
  const resolver = new ReferenceResolver(stack);
  const template: Record<string, object> = {};
  for (const element of elements) {
    for (const [section, content] of Object.entries(fragmentOf(element, resolver))) {
      if (typeof content === 'object' && content !== null) { template[section] = { ...template[section], ...content }; }
    }
  }
  return template;
}

function fragmentOf(element: CfnElement, resolver: ReferenceResolver): object {
  try {
    const rendered = (element as unknown as { _toCloudFormation(): unknown })._toCloudFormation();
    return Tokenization.resolve(rendered, { scope: element, resolver, preparing: false }) as object;
  } catch { // it cannot be resolved yet, so only its type is known
    const { logicalId, stack } = element;
    return CfnResource.isCfnResource(element)
      ? { Resources: { [String(stack.resolve(logicalId))]: { Type: element.cfnResourceType, Properties: UNKNOWN } } }
      : {};
  }
}

/** Names the stack of a logical id if it is not the referring stack. */
class ReferenceResolver extends DefaultTokenResolver {
  constructor(private readonly consumer: Stack) {
    super(CONCAT);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    const producer = Reference.isReference(token) ? CdkStack.of(token.target) : this.consumer;
    return producer !== this.consumer && namesResource(resolved) ? { [REFERENCE_TO_ANOTHER_STACK]: [producer.node.path, resolved] } : resolved;
  }
}

function namesResource(resolved: unknown): boolean {
  return typeof resolved === 'object' && resolved !== null && ('Ref' in resolved || 'Fn::GetAtt' in resolved);
}

/** Joins literals and intrinsic functions, flat. */
const CONCAT: IFragmentConcatenator = {
  join: (left: unknown, right: unknown): unknown => {
    if (left === undefined || right === undefined) { return left ?? right; }
    return { 'Fn::Join': ['', [...fragmentsOf(left), ...fragmentsOf(right)]] };
  },
};

function fragmentsOf(value: unknown): unknown[] {
  const [delimiter, fragments] = (value as { readonly 'Fn::Join'?: [unknown, unknown] })['Fn::Join'] ?? [];
  return delimiter === '' && Array.isArray(fragments) ? fragments : [value];
}
