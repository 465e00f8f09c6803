import { createHash } from 'crypto';
import { Names, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const HASH_LENGTH = 8;

/**
 * A name that is known at synthesis: a readable part, and a hash of the full construct path. The path includes the Stage, so that the names of
 * two Stages in one account and Region differ.
 */
export function physicalName(scope: Construct, id: string, maxLength: number, separator = '-'): string {
  const stack = topLevelStack(scope);
  const stackName = Token.isUnresolved(stack.stackName) ? Names.uniqueId(stack) : stack.stackName;
  const below = [...scope.node.scopes.slice(stack.node.scopes.length).map((construct) => construct.node.id), id];
  const hash = createHash('sha256').update(`${stackName}|${scope.node.path}/${id}`).digest('hex').slice(0, HASH_LENGTH);

  const room = maxLength - HASH_LENGTH - separator.length;
  return `${shorten(readable(stackName, separator), readable(below.join(separator), separator), room, separator)}${separator}${hash}`;
}

/** The stack that is not nested. Its environment and synthesizer also apply to the stacks that are nested in it. */
export function topLevelStack(scope: Construct): Stack {
  const stack = Stack.of(scope);
  return stack.nestedStackParent ? topLevelStack(stack.nestedStackParent) : stack;
}

function readable(text: string, separator: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, separator).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** The stack name and the last ids are the most useful parts. Each keeps at least half of the room. */
function shorten(stack: string, below: string, room: number, separator: string): string {
  const kept = below.slice(-Math.max(Math.floor(room / 2), room - stack.length - separator.length));
  const head = stack.slice(0, room - kept.length - separator.length);
  return [head, kept].map((part) => readable(part, separator)).join(separator);
}
