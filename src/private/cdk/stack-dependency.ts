import { Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { topLevelStack } from './physical-name';

/**
 * Deploys what is depended on first, as far as CloudFormation can order it: stacks of two Stages cannot be ordered, and two
 * stacks that copy into each other's vaults need not be, since a copy looks for its vault only when it runs.
 */
export function dependOn(dependent: IConstruct, dependency: IConstruct): void {
  const [from, to] = [topLevelStack(dependent), topLevelStack(dependency)];
  if (from === to) {
    dependent.node.addDependency(dependency);
  } else if (Stage.of(from) === Stage.of(to) && !reaches(to, from)) {
    from.addStackDependency(to, `${dependent.node.path} copies to ${dependency.node.path}`);
  }
}

function reaches(start: Stack, goal: Stack, seen = new Set<Stack>()): boolean {
  if (start === goal) { return true; }
  if (seen.has(start)) { return false; }
  seen.add(start);
  return start.dependencies.some((next) => reaches(next, goal, seen));
}
