import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { TemplateSource } from '../template-source';

/** A stack of an app as the inventory reads it. Its id is the construct path. */
export interface StackSource extends TemplateSource {
  readonly stack: Stack;
  /** The path of the template, for findings. Absent before synthesis. */
  readonly templatePath?: string;
}

/**
 * The stacks under a construct, including nested stacks, in the order of the tree.
 *
 * @param visit receives every construct on the way, so that other searches need no second walk
 */
export function stacksBelow(scope: IConstruct, visit?: (construct: IConstruct) => void): Stack[] {
  const stacks: Stack[] = [];
  const pending = [scope];
  for (let construct = pending.pop(); construct; construct = pending.pop()) {
    if (Stack.isStack(construct)) { stacks.push(construct); }
    visit?.(construct);
    const { children } = construct.node;
    for (let index = children.length - 1; index >= 0; index--) { pending.push(children[index]); }
  }
  return stacks;
}

/** The known facts about a stack in addition to its template. */
export function describe(stack: Stack): Omit<StackSource, 'template'> {
  const { account, region, nestedStackParent, nestedStackResource } = stack;
  const tags = Object.entries(outermost(stack).tags.tagValues());
  return {
    id: stack.node.path,
    stack,
    stackName: known(stack.stackName),
    account: known(account),
    region: known(region),
    application: Stage.of(stack)?.node.path ?? '',
    deployedBy: executionRole(outermost(stack)),
    tags: Object.fromEntries(tags.filter(([, value]) => !Token.isUnresolved(value))),
    tagsIncomplete: tags.some(([, value]) => Token.isUnresolved(value)),
    parent: nestedStackParent && nestedStackResource && {
      id: nestedStackParent.node.path,
      logicalId: String(nestedStackParent.resolve((nestedStackResource as unknown as { logicalId: string }).logicalId)),
    },
  };
}

/** CloudFormation passes the tags of a stack to its nested stacks. */
function outermost(stack: Stack): Stack {
  return stack.nestedStackParent ? outermost(stack.nestedStackParent) : stack;
}

/** Not part of IStackSynthesizer: with some synthesizers, CloudFormation uses the permissions of its caller. */
function executionRole({ synthesizer }: Stack): string | undefined {
  const { cloudFormationExecutionRole: arn = '' } = synthesizer as { readonly cloudFormationExecutionRole?: string };
  return arn === '' ? undefined : known(arn);
}

function known(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
