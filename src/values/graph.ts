/** What a node waits for. */
export type Edges<N> = (node: N) => Iterable<N>;

interface Visit<N> {
  readonly node: N;
  readonly next: Iterator<N>;
  readonly index: number;
  low: number;
}

/**
 * The groups of nodes that wait for each other, among all that can be reached from some nodes. A node alone is a group where it waits for
 * itself. Takes time in proportion to nodes and edges: Tarjan's algorithm, without recursion.
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

/** The shortest way from some nodes to a goal; undefined where there is none. */
export function shortestPath<N>(starts: Iterable<N>, isGoal: (node: N) => boolean, edges: Edges<N>): N[] | undefined {
  const reachedFrom = new Map<N, N | undefined>();
  for (const start of starts) { reachedFrom.set(start, undefined); }
  for (const node of reachedFrom.keys()) { // goes on to those that are added on the way
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

/** The shortest circle through a node, which it begins and ends with; undefined where there is none. */
export function shortestCircle<N>(node: N, edges: Edges<N>): N[] | undefined {
  const path = shortestPath(edges(node), (each) => each === node, edges);
  return path && [node, ...path];
}
