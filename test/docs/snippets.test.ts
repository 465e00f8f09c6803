import { parse } from 'yaml';
import { compileProblems } from '../../scripts/docs/compile';
import { importProblems } from '../../scripts/docs/imports';
import { codeBlocksOf } from '../../scripts/docs/markdown';
import { docsPages, readPage } from '../../scripts/docs/site';
import { programOf, snippetsOf } from '../../scripts/docs/snippets';

const FIXTURE = 'declare const vault: { readonly name: string };\nfunction build(): void {\n  /// here\n}\n';

function problems(markdown: string, fixture = FIXTURE): string[] {
  return compileProblems(snippetsOf('docs/x.md', markdown).map((snippet) => programOf(snippet, () => fixture)));
}

test('TypeScript is a snippet, with the fixture that it names', () => {
  expect(snippetsOf('docs/x.md', '```ts\na;\n```\n\n```sh\nb\n```\n\n```ts fixture=imports\nc;\n```\n\n```ts untranslated\nd;\n```\n')).toEqual([
    { page: 'docs/x.md', line: 2, code: 'a;\n', fixture: 'default', untranslated: false },
    { page: 'docs/x.md', line: 10, code: 'c;\n', fixture: 'imports', untranslated: false },
    { page: 'docs/x.md', line: 14, code: 'd;\n', fixture: 'default', untranslated: true },
  ]);
});

test('a snippet compiles within its fixture, imports and all', () => {
  expect(problems('```ts\nimport { join } from \'path\';\n\nconst path: string = join(vault.name, \'x\');\n```\n')).toEqual([]);
});

test('every invalid snippet is reported with its page and line', () => {
  expect(problems('# X\n\n```ts\nimport { join } from \'path\';\n\nvault.name;\nvault.nam;\n```\n\n```ts\nconst x: string = 1;\n```\n')).toEqual([
    'docs/x.md:7: Property \'nam\' does not exist on type \'{ readonly name: string; }\'. Did you mean \'name\'?',
    'docs/x.md:11: Type \'number\' is not assignable to type \'string\'.',
  ]);
});

test('invalid TypeScript is reported', () => {
  expect(problems('```ts\nconst = 1;\n```\n')).toEqual(['docs/x.md:2: Variable declaration expected.']);
});

test('an error in the fixture is reported as such', () => {
  expect(problems('```ts\nvault;\n```\n', `${FIXTURE}missing;\n`)).toEqual(['docs/x.md:2: in the fixture \'default\': Cannot find name \'missing\'.']);
});

test('a fixture must say where the snippet goes', () => {
  expect(() => problems('```ts\nvault;\n```\n', 'nothing')).toThrow('the fixture \'default\' must have a line \'/// here\'');
});

test.each(docsPages())('the YAML and JSON of %s can be read', (page) => {
  for (const { code } of codeBlocksOf(readPage(page)).filter(({ info }) => /^(?:yaml|json)$/.test(info))) { expect(parse(code)).not.toBeNull(); }
});

describe('the imports of a page', () => {
  const fixture = 'import { join, resolve } from \'path\';\nimport * as os from \'os\';\ndeclare const name: string;\n/// here\n';
  const importsOf = (markdown: string) => importProblems(snippetsOf('docs/x.md', markdown), () => fixture);

  test('can be those of the fixture', () => {
    expect(problems('```ts\nimport { join } from \'path\';\nimport * as os from \'os\';\n\nresolve(join(os.tmpdir(), name));\n```\n', fixture)).toEqual([]);
  });

  test('are shown before they are used', () => {
    expect(importsOf('```ts\nimport { join } from \'path\';\n\njoin(name); // and resolve\n```\n\n```ts\njoin(\'os.tmpdir()\');\n```\n')).toEqual([]);
  });

  test('that are missing are reported', () => {
    expect(importsOf('```ts\nos.tmpdir();\n```\n\n```ts\nimport { join } from \'path\';\n\njoin(resolve(name));\n```\n')).toEqual([
      'docs/x.md:2: the snippet must import \'os\' of \'os\', because the page does not import it before',
      'docs/x.md:6: the snippet must import \'resolve\' of \'path\', because the page does not import it before',
    ]);
  });

  test('that are not used are reported', () => {
    expect(importsOf('```ts\njoin(name);\n```\n\n```ts\nimport { join, resolve } from \'path\';\n\nresolve(name);\n```\n')).toEqual([
      'docs/x.md:2: the snippet must import \'join\' of \'path\', because the page does not import it before',
      'docs/x.md:6: the snippet must not import \'join\', which the page does not use',
    ]);
  });
});
