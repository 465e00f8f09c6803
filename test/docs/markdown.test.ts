import { anchorsOf, codeBlocksOf, linksOf } from '../../scripts/docs/markdown';

test('blocks have their info, code and line', () => {
  expect(codeBlocksOf('text\n\n```ts fixture=imports\none\ntwo\n```\n\n```sh\nthree\n```\n')).toEqual([
    { info: 'ts fixture=imports', code: 'one\ntwo\n', line: 3 },
    { info: 'sh', code: 'three\n', line: 8 },
  ]);
});

test('links have their target and line, those in code do not count', () => {
  expect(linksOf('[a](x.md), [`b` and [c]](y.md#z)\n\n`[d](no.md)`\n\n```text\n[e](no.md)\n```\n\n[f](w.md)')).toEqual([
    { target: 'x.md', line: 1 }, { target: 'y.md#z', line: 1 }, { target: 'w.md', line: 9 },
  ]);
});

test.each([
  ['# One word', 'one-word'],
  ['## `protect(scope)`, and more', 'protectscope-and-more'],
  ['### The stack of `CopyTarget.region`', 'the-stack-of-copytargetregion'],
  ['## [Vaults](vault.md) first', 'vaults-first'],
  ['## snake_case – dashes', 'snake_case--dashes'],
])('%s is an anchor', (heading, anchor) => {
  expect([...anchorsOf(heading)]).toEqual([anchor]);
});

test('equal headings are numbered, those in code do not count', () => {
  expect([...anchorsOf('# Same\n\n```sh\n# no\n```\n\n# Same\n')]).toEqual(['same', 'same-1']);
});
