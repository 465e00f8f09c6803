import type { Stack } from 'aws-cdk-lib';
import { Stage } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { topLevelStack } from './physical-name';

/**
 * Deploys a stack that holds a vault before the stack of what uses the vault, as far as CloudFormation can order them: stacks
 * of two Stages cannot be ordered, and where the vault's stack needs the other one itself, that comes first.
 *
 * The dependency is added when the app is complete, since only then all other dependencies are known. A copy looks for
 * its vault only when it runs, so that the order is a convenience.
 */
export function deployAfter(dependent: Construct, dependency: IConstruct, reason: string): void {
  const [from, to] = [topLevelStack(dependent), topLevelStack(dependency)];
  if (from === to || Stage.of(from) !== Stage.of(to)) { return; }
  dependent.node.addValidation({
    validate: () => {
      if (!reaches(to, from)) { from.addStackDependency(to, `${dependent.node.path} ${reason} ${dependency.node.path}`); }
      return [];
    },
  });
}

function reaches(start: Stack, goal: Stack, seen = new Set<Stack>()): boolean {
  if (start === goal) { return true; }
  if (seen.has(start)) { return false; }
  seen.add(start);
  return start.dependencies.some((next) => reaches(next, goal, seen));
}
