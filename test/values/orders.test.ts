import { type Order, impossibleOrders } from '../../src/values/orders';

const nodes = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { name }]));
type Node = typeof nodes[string];

/** As in `a after b`. */
function order(text: string, necessary = false): Order<Node> {
  const [after, before] = text.split(' after ').map((names) => names.split('+').map((name) => nodes[name]));
  return { after, before, necessary };
}

/** The orders that edges such as `a → b` make impossible, and their paths. */
function impossible(orders: Order<Node>[], ...edges: string[]): string[] {
  const pairs = edges.map((edge) => edge.split(' → '));
  const found = impossibleOrders(orders, (node) => pairs.filter(([from]) => nodes[from] === node).map(([, to]) => nodes[to]));
  const text = (list: readonly Node[]) => list.map(({ name }) => name).join('+');
  return [...found].map(([{ after, before }, path]) => `${text(after)} after ${text(before)}: ${path.map(({ name }) => name).join(' → ')}`);
}

test.each<[string, string[], string[]]>([
  ['none', ['a after b'], []],
  ['one that follows the edges', ['a after b'], ['a → b']],
  ['two that go round another way', ['a after b', 'c after b'], ['a → c']],
])('possible: %s', (_, orders, edges) => {
  expect(impossible(orders.map((each) => order(each)), ...edges)).toEqual([]);
});

test.each<[string, string[], string[], string[]]>([
  ['against an edge', ['a after b'], ['b → a'], ['a after b: b → a']],
  ['against a way', ['a after b'], ['b → c', 'c → d', 'd → a', 'c → b'], ['a after b: b → c → d → a']],
  ['against another order: the second of two', ['a after b', 'b after a'], [], ['b after a: a → b']],
  ['against a way with an order in it', ['a after b', 'b after c', 'c after a'], [], ['c after a: a → b → c']],
  ['of several ends, where one is against an edge', ['a+b after c+d'], ['d → b'], ['a+b after c+d: d → b']],
  ['itself, and no other', ['a after b', 'c after b', 'd after c'], ['b → a'], ['a after b: b → a']],
  ['of the user\'s own circle, nothing', ['a after b'], ['b → c', 'c → b'], []],
])('impossible: %s', (_, orders, edges, expected) => {
  expect(impossible(orders.map((each) => order(each)), ...edges)).toEqual(expected);
});

test('necessary orders have priority over others', () => {
  expect(impossible([order('a after b'), order('b after a', true)])).toEqual(['a after b: b → a']);
  expect(impossible([order('a after b', true), order('b after a', true)])).toEqual(['b after a: a → b']);
  expect(impossible([order('a after b'), order('b after c', true), order('c after a', true)])).toEqual(['a after b: b → c → a']);
});
