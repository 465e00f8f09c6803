import * as fc from 'fast-check';
import { circularGroups, shortestCircle, shortestPath } from '../../src/values/graph';

type Graph = Readonly<Record<string, readonly string[]>>;
const edgesOf = (graph: Graph) => (node: string) => graph[node] ?? [];
const groupsIn = (graph: Graph) => circularGroups(Object.keys(graph), edgesOf(graph)).map((group) => [...group].sort());

describe('circular groups', () => {
  test.each<[string, Graph, string[][]]>([
    ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
    ['two ways', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['one and itself', { a: ['a', 'b'], b: [] }, [['a']]],
    ['a circle and what leads to it and from it', { start: ['a'], a: ['b'], b: ['c', 'end'], c: ['a'], end: [] }, [['a', 'b', 'c']]],
    ['circles that share a node', { a: ['b', 'c'], b: ['a'], c: ['a'] }, [['a', 'b', 'c']]],
    ['circles one after the other', { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] }, [['c', 'd'], ['a', 'b']]],
    ['a node that is in another one\'s circle twice', { a: ['b'], b: ['c'], c: ['b', 'a'] }, [['a', 'b', 'c']]],
  ])('%s', (_, graph, groups) => {
    expect(groupsIn(graph)).toEqual(groups);
  });

  test('are only those that can be reached', () => {
    const graph = { a: ['b'], b: [], c: ['d'], d: ['c'] };
    expect(circularGroups(['a'], edgesOf(graph))).toEqual([]);
    expect(circularGroups(['a', 'd'], edgesOf(graph))).toEqual([['d', 'c']]);
  });

  test('are exactly the nodes that reach each other', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const graph = fc.record(Object.fromEntries(nodes.map((node) => [node, fc.uniqueArray(fc.constantFrom(...nodes), { maxLength: 3 })])));
    fc.assert(fc.property(graph, (given) => {
      const edges = edgesOf(given);
      const reaches = (from: string, to: string) => shortestPath(edges(from), (node) => node === to, edges) !== undefined;
      const groupOf = (node: string) => nodes.filter((other) => reaches(node, other) && reaches(other, node)).join();
      expect(new Set(groupsIn(given).map((group) => group.join()))).toEqual(new Set(nodes.filter((node) => reaches(node, node)).map(groupOf)));
    }), { seed: 1, numRuns: 1000 });
  });

  test('of a hundred thousand nodes in a row are found without recursion', () => {
    const last = 100_000;
    expect(circularGroups([0], (node) => (node < last ? [node + 1] : [0])).map(({ length }) => length)).toEqual([last + 1]);
    expect(circularGroups([0], (node) => (node < last ? [node + 1] : []))).toEqual([]);
  });
});

describe('the shortest path', () => {
  const graph = { a: ['b', 'c'], b: ['d'], c: ['e'], d: ['f'], e: ['g'], g: ['f'], f: [] };

  test.each<[string, string[], string, string[] | undefined]>([
    ['goes the short way', ['a'], 'f', ['a', 'b', 'd', 'f']],
    ['begins at the nearest start', ['a', 'e'], 'f', ['e', 'g', 'f']],
    ['is the goal alone, where that is a start', ['a', 'f'], 'f', ['f']],
    ['is none where nothing leads there', ['b'], 'a', undefined],
  ])('%s', (_, starts, goal, path) => {
    expect(shortestPath(starts, (node) => node === goal, edgesOf(graph))).toEqual(path);
  });
});

test.each<[string, Graph, string[] | undefined]>([
  ['the shortest of two', { a: ['b', 'c'], b: ['d'], c: ['a'], d: ['a'] }, ['a', 'c', 'a']],
  ['of one', { a: ['b', 'a'], b: ['a'] }, ['a', 'a']],
  ['none', { a: ['b'], b: ['c'], c: ['b'] }, undefined],
])('the shortest cycle through a node: %s', (_, graph, circle) => {
  expect(shortestCircle('a', edgesOf(graph))).toEqual(circle);
});
