import { type Dependencies, dependenciesIn } from './dependencies';
import { type Edges, circularGroups, shortestCircle } from '../../values/graph';
import type { Address, Circle } from '../entities';
import { type Scope, typeOf } from '../resolve/scope';

/** Circular dependencies: for each group of such resources or stacks, the shortest cycle through its first member. */
export function circlesIn(scopes: readonly Scope[]): { readonly resources: readonly Circle[]; readonly stacks: readonly Circle[] } {
  // The dependencies of one template at a time, because they need much memory
  const read = scopes.map((scope) => {
    const { waitFor, imports } = dependenciesIn(scope);
    return { scope, imports, circles: circlesOfResources(scope, waitFor) };
  });
  return { resources: read.flatMap(({ circles }) => circles), stacks: circlesOfStacks(read) };
}

function circlesOfResources(scope: Scope, waitFor: Dependencies['waitFor']): Circle[] {
  const ids = [...waitFor.keys()];
  const all: Edges<string> = (id) => waitFor.get(id)!.keys();
  const groups = circularGroups(ids, all);
  if (groups.length === 0) { return []; } // nearly always
  // reported at a resource of AWS Backup, if there is one
  const positions = positionsOf([true, false].flatMap((ofBackup) => ids.filter((id) => typeOf(scope, id)!.startsWith('AWS::Backup::') === ofBackup)));
  const certain: Edges<string> = (id) => [...waitFor.get(id)!].filter(([, isCertain]) => isCertain).map(([other]) => other);
  const found = circularGroups(ids, certain);
  const inCertain = new Set(found.flat());
  const doubtful = groups.filter((group) => !group.some((id) => inCertain.has(id)));
  return [
    ...found.map((group) => ({ group, edges: certain, isCertain: true })),
    ...doubtful.map((group) => ({ group, edges: all, isCertain: false })),
  ].map(({ group, edges, isCertain }) => {
    const path = circleIn(group, positions, edges);
    return { address: addressOf(scope, path[0]), path, certain: isCertain };
  });
}

function circlesOfStacks(read: readonly (Pick<Dependencies, 'imports'> & { readonly scope: Scope })[]): Circle[] {
  const waitFor = new Map<Scope, Map<Scope, Address>>(read.map(({ scope }) => [outermost(scope), new Map()]));
  for (const { scope, imports } of read) {
    const stack = outermost(scope);
    for (const { logicalId, from } of imports) {
      const other = outermost(from);
      const others = waitFor.get(stack)!;
      if (other !== stack && !others.has(other)) { others.set(other, addressOf(scope, logicalId)); }
    }
  }
  const edges: Edges<Scope> = (stack) => waitFor.get(stack)!.keys();
  const positions = positionsOf(waitFor.keys());
  return circularGroups(waitFor.keys(), edges).map((group) => {
    const path = circleIn(group, positions, edges);
    return { address: waitFor.get(path[0])!.get(path[1])!, path: path.map(({ source }) => source.stackName ?? source.id), certain: true };
  });
}

/** The shortest cycle through the first member of a group. */
function circleIn<N>(group: readonly N[], positions: ReadonlyMap<N, number>, edges: Edges<N>): N[] {
  const members = new Set(group);
  const first = group.reduce((one, other) => (positions.get(one)! < positions.get(other)! ? one : other));
  return shortestCircle(first, (each) => [...edges(each)].filter((next) => members.has(next)))!;
}

function positionsOf<N>(nodes: Iterable<N>): ReadonlyMap<N, number> {
  return new Map([...nodes].map((node, index) => [node, index]));
}

/** A cycle of parents ends at its start. */
function outermost(scope: Scope): Scope {
  const around = new Set([scope]);
  for (const each of around) { if (each.parent) { around.add(each.parent.scope); } }
  return [...around].at(-1)!;
}

function addressOf(scope: Scope, logicalId: string): Address {
  return { sourceId: scope.source.id, logicalId, cfnType: typeOf(scope, logicalId)!, path: '' };
}
