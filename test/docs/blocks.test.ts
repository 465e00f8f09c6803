import { withBlocks } from '../../scripts/docs/blocks';
import { messageOf } from '../../scripts/docs/messages';
import { docsPages, readPage } from '../../scripts/docs/site';

const FILE = 'package main\n\n// region: one\n\tfirst()\n\n\t\tsecond()\n// end: one\n# region: two\nthird()\n# end: two\n';

function refreshed(markdown: string): string {
  return withBlocks(markdown, { read: (path) => `${path}\n${FILE}`, message: (name) => `${name} ${'word '.repeat(30)}\n  - ${'item '.repeat(30)}` });
}

test('a whole file', () => {
  expect(refreshed('text\n\n<!-- example: x.go -->\n```go\nold\n```\n\ntext\n')).toBe(`text\n\n<!-- example: x.go -->\n\`\`\`go\nx.go\n${FILE}\`\`\`\n\ntext\n`);
});

test('a region of a file, not indented', () => {
  expect(refreshed('<!-- example: x.go one -->\n```go\nold\n```\n')).toBe('<!-- example: x.go one -->\n```go\nfirst()\n\n\tsecond()\n```\n');
  expect(refreshed('<!-- example: x.go two -->\n```go\n```\n')).toBe('<!-- example: x.go two -->\n```go\nthird()\n```\n');
});

test('a missing region', () => {
  expect(() => refreshed('<!-- example: x.go three -->\n```go\n```\n')).toThrow('\'x.go\' must have the comments \'region: three\' and \'end: three\'');
});

test('a message, in lines of 120 characters', () => {
  const lineOf = (word: string, count: number) => Array<string>(count).fill(word).join(' ');
  expect(refreshed('<!-- message: fault -->\n```text\n```\n')).toBe([
    '<!-- message: fault -->', '```text',
    `fault ${lineOf('word', 23)}`, lineOf('word', 7),
    `  - ${lineOf('item', 23)}`, `    ${lineOf('item', 7)}`,
    '```', '',
  ].join('\n'));
});

test('an unknown message', () => {
  expect(() => messageOf('nothing')).toThrow('Unknown mistake \'nothing\'. Choose one of ');
});

test('other blocks stay as they are', () => {
  const markdown = '<!-- note -->\n```text\nold\n```\n\n```text\nold\n```\n';
  expect(refreshed(markdown)).toBe(markdown);
});

test.each(['README.md', ...docsPages()])('%s shows the messages and programs as they are now: otherwise run "npm run docs:blocks"', (page) => {
  expect(readPage(page)).toBe(withBlocks(readPage(page), { read: readPage, message: messageOf }));
});

test('the README is short', () => {
  expect(Buffer.byteLength(readPage('README.md'))).toBeLessThanOrEqual(9_000);
});
