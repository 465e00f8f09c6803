/** What a node waits for. */
export type Edges<N> = (node: N) => Iterable<N>;

interface Visit<N> {
  readonly node: N;
  readonly next: Iterator<N>;
  readonly index: number;
  low: number;
}

/**
 * The groups of nodes that wait for each other, among all nodes that can be reached from the given nodes. A single node is a group if it waits for
 * itself. This is Tarjan's algorithm without recursion, whose time is proportional to nodes and edges.
 */
export function circularGroups<N>(starts: Iterable<N>, edges: Edges<N>): N[][] {
  const groups: N[][] = [];
  const indices = new Map<N, number>();
  const open = new Set<N>();
  const stack: N[] = [];
  const path: Visit<N>[] = [];
  const waitForThemselves = new Set<N>();
  const enter = (node: N) => {
    const index = indices.size;
    indices.set(node, index);
    open.add(node);
    stack.push(node);
    path.push({ node, next: edges(node)[Symbol.iterator](), index, low: index });
  };
  const leave = ({ node, index, low }: Visit<N>) => {
    const around = path.at(-1);
    if (around) { around.low = Math.min(around.low, low); }
    if (low !== index) { return; }
    const group = stack.splice(stack.lastIndexOf(node));
    for (const each of group) { open.delete(each); }
    if (group.length > 1 || waitForThemselves.has(node)) { groups.push(group); }
  };

  for (const start of starts) {
    if (!indices.has(start)) { enter(start); }
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const step = visit.next.next();
      if (step.done) {
        path.pop();
        leave(visit);
        continue;
      }
      if (step.value === visit.node) { waitForThemselves.add(visit.node); }
      if (!indices.has(step.value)) {
        enter(step.value);
      } else if (open.has(step.value)) {
        visit.low = Math.min(visit.low, indices.get(step.value)!);
      }
    }
  }
  return groups;
}

/** The shortest path from some nodes to a goal, or undefined if there is none. */
export function shortestPath<N>(starts: Iterable<N>, isGoal: (node: N) => boolean, edges: Edges<N>): N[] | undefined {
  const reachedFrom = new Map<N, N | undefined>();
  for (const start of starts) { reachedFrom.set(start, undefined); }
  for (const node of reachedFrom.keys()) { // the loop also visits the nodes that it adds
    if (isGoal(node)) { return pathTo(node, reachedFrom); }
    for (const next of edges(node)) { if (!reachedFrom.has(next)) { reachedFrom.set(next, node); } }
  }
  return undefined;
}

function pathTo<N>(goal: N, reachedFrom: ReadonlyMap<N, N | undefined>): N[] {
  const path: N[] = [];
  for (let node: N | undefined = goal; node !== undefined; node = reachedFrom.get(node)) { path.push(node); }
  return path.reverse();
}

/** The shortest cycle through a node, which is its first and last element, or undefined if there is none. */
export function shortestCircle<N>(node: N, edges: Edges<N>): N[] | undefined {
  const path = shortestPath(edges(node), (each) => each === node, edges);
  return path && [node, ...path];
}
