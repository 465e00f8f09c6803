import { withoutImportsOf } from './imports';
import { codeBlocksOf } from './markdown';

/** A TypeScript snippet of a page. The code around it is in a fixture, as jsii-rosetta calls it. */
export interface Snippet {
  readonly page: string;
  /** The line of its first line of code. */
  readonly line: number;
  readonly code: string;
  readonly fixture: string;
  /** Whether the pages of other languages have their own version. */
  readonly untranslated: boolean;
}

/** A program around a snippet. */
export interface Program {
  readonly snippet: Snippet;
  readonly source: string;
  /** The line of the page for each line of the source. `undefined` for lines of the fixture. */
  readonly lines: readonly (number | undefined)[];
}

const TYPESCRIPT = /^(?:ts|typescript)\b/;
const IMPORT = /^import\b[^;]*;\n/gm;
const HERE = /^ *\/\/\/ here$/m;

/** The markers between which jsii-rosetta shows a program. */
const [SHOW, HIDE] = ['/// !show\n', '/// !hide\n'];

export function snippetsOf(page: string, markdown: string): Snippet[] {
  return codeBlocksOf(markdown).filter(({ info }) => TYPESCRIPT.test(info)).map(({ info, code, line }) => ({
    page, code, line: line + 1, fixture: /\bfixture=(\S+)/.exec(info)?.[1] ?? 'default', untranslated: /\buntranslated\b/.test(info),
  }));
}

/** Puts a snippet into its fixture, with the imports first. */
export function programOf(snippet: Snippet, readFixture: (name: string) => string): Program {
  const { code, line } = snippet;
  const fixture = withoutImportsOf(readFixture(snippet.fixture), code);
  if (!HERE.test(fixture)) { throw new Error(`the fixture '${snippet.fixture}' must have a line '/// here'`); }
  const [before, after] = fixture.split(HERE);
  const imports = code.match(IMPORT)?.join('') ?? '';
  const statements = code.replace(IMPORT, (text) => text.replace(/[^\n]/g, ''));
  const parts: [string, number | undefined][] = [
    [SHOW, undefined], [imports, line], [HIDE, undefined], [before, undefined], [SHOW, undefined], [statements, line], [HIDE, undefined],
    [after, undefined], ['export {};\n', undefined],
  ];
  return {
    snippet,
    source: parts.map(([text]) => text).join(''),
    lines: parts.flatMap(([text, first]) => text.split('\n').slice(0, -1).map((_, index) => first === undefined ? undefined : first + index)),
  };
}
