import { type Edges, circularGroups, shortestPath } from './graph';

/** Some nodes must wait for others. */
export interface Order<N> {
  readonly after: readonly N[];
  readonly before: readonly N[];
  /** Necessary orders are kept before optional ones. */
  readonly necessary: boolean;
}

/**
 * The orders that would close a cycle with the existing edges and the orders before them. Necessary orders come first, then the others, in the
 * order of the list. For each impossible order, the result contains the path on which the first waits for the second.
 */
export function impossibleOrders<N extends object>(orders: readonly Order<N>[], edges: Edges<N>): Map<Order<N>, N[]> {
  const graph = new OrderedGraph(orders, edges);
  const impossible = new Map<Order<N>, N[]>();
  const groupOf = new Map<object, ReadonlySet<N | Order<N>>>();
  for (const group of circularGroups<N | Order<N>>(orders, graph.edges)) {
    const members = new Set(group);
    for (const member of group) { groupOf.set(member, members); }
  }
  const doubtful = orders.flatMap((order) => {
    const group = groupOf.get(order);
    return group ? [{ order, group }] : [];
  });
  for (const { order } of doubtful) { graph.kept.delete(order); }
  for (const { order, group } of [true, false].flatMap((necessary) => doubtful.filter((each) => each.order.necessary === necessary))) {
    const goals = new Set<N | Order<N>>(order.after);
    const edgesWithin = (node: N | Order<N>) => [...graph.edges(node)].filter((next) => group.has(next));
    const path = shortestPath<N | Order<N>>(order.before, (node) => goals.has(node), edgesWithin);
    if (path) { impossible.set(order, path.filter((node): node is N => !graph.isOrder(node))); } else { graph.kept.add(order); }
  }
  return impossible;
}

/** An order is a node between those that wait and those that they wait for, so that its number of edges is linear. */
class OrderedGraph<N extends object> {
  public readonly kept: Set<Order<N>>;
  private readonly all: ReadonlySet<object>;
  private readonly ordersAfter = new Map<N, Order<N>[]>();

  constructor(orders: readonly Order<N>[], private readonly given: Edges<N>) {
    this.all = new Set(orders);
    this.kept = new Set(orders);
    for (const order of orders) {
      for (const node of order.after) {
        const others = this.ordersAfter.get(node);
        if (others) { others.push(order); } else { this.ordersAfter.set(node, [order]); }
      }
    }
  }

  public isOrder(node: N | Order<N>): node is Order<N> {
    return this.all.has(node);
  }

  public readonly edges = (node: N | Order<N>): Iterable<N | Order<N>> => {
    if (this.isOrder(node)) { return node.before; }
    return [...this.given(node), ...(this.ordersAfter.get(node) ?? []).filter((order) => this.kept.has(order))];
  };
}
