import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { type TypeScriptSnippet, BatchSnippetTranslator, PythonVisitor } from 'jsii-rosetta';
import ts from 'typescript';
import { importsIn, uses } from './imports';
import { docsPages, readFixture, readPage, ROOT } from './site';
import { type Program, programOf, snippetsOf } from './snippets';

/** The markers around the translations in `docs/python.md`. */
const PLACE = /(?<=^<!-- snippets -->\n)[^]*?(?=^<!-- end of snippets -->$)/m;

/** The page about Python, with the translated snippets of the other pages. */
export function withPythonSnippets(markdown: string): string {
  const snippets = pagesInOrder().flatMap((page) => snippetsOf(page, readPage(page))).filter(({ untranslated }) => !untranslated);
  const programs = snippets.map((snippet) => programOf(snippet, readFixture));
  const translated = translate(programs);
  const pages = [...new Set(programs.map(({ snippet }) => snippet.page))];
  return markdown.replace(PLACE, () => pages.map((page) => {
    const [, title] = /^# (.*)$/m.exec(readPage(page))!;
    const codes = programs.flatMap(({ snippet }, index) => snippet.page === page ? [withoutImports(translated[index])] : []);
    const blocks = [importsOf(codes), ...codes].map((code) => `\`\`\`python\n${code.trim()}\n\`\`\``);
    return `\n### [${title}](${page.replace('docs/', '')})\n\n${blocks.join('\n\n')}\n`;
  }).join('').concat('\n'));
}

/** The fixture of the README. */
function pagesInOrder(): string[] {
  const readme = readPage('README.md');
  return [...docsPages()].sort((one, other) => readme.indexOf(one) - readme.indexOf(other));
}

/**
 * Translates with jsii-rosetta, as for the README.
 *
 * @throws an error if the package is not compiled
 */
function translate(programs: readonly Program[]): string[] {
  if (!existsSync(join(ROOT, 'lib', 'index.d.ts'))) { throw new Error('the package must be compiled: run "npm run compile" first'); }
  // As in the app of a user, the package is resolved by its name, with the names that jsii assigns
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
    for (const name of ['aws-cdk-lib', 'constructs', 'cdk-nag', '@types/node']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    }
    symlinkSync(ROOT, join(folder, 'node_modules', 'cdk-compliant-backup'));
    const snippets = programs.map(({ source }, index): TypeScriptSnippet =>
      ({ visibleSource: source, location: { api: { api: 'file', fileName: `snippet${index}` } }, strict: true }));
    const translators = [...new BatchSnippetTranslator(snippets, { compilationDirectory: folder, includeCompilerDiagnostics: true })];
    return translators.map(([, translator], index) => {
      const code = translator.renderUsing(new PythonVisitor()).replace(ENUM_KEY, '$1.value:');
      const [problem] = translator.diagnostics;
      if (problem) {
        const { page, line } = programs[index].snippet;
        throw new Error(`${page}:${line}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
      }
      return code;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** jsii-rosetta writes a member of an enum that is the key of a map as a string. */
const ENUM_KEY = /"([A-Z]\w*\.[A-Z_]+)":/g;

const IMPORT = /^(?:from \S+ import .*|import \S+ as \w+)\n/gm;

function withoutImports(code: string): string {
  return code.replace(IMPORT, '');
}

/** Everything that the fixture imports in TypeScript and that the snippets use. */
function importsOf(codes: readonly string[]): string {
  const used = importsIn(readFixture('default')).filter((each) => uses(codes.join('\n'), each));
  const line = (module: string, from: string) => {
    const names = used.filter((each) => each.module === from && !each.isModule).map(({ name }) => name).sort();
    return names.length === 0 ? [] : [fitting(`from ${module} import `, names)];
  };
  const modules = used.filter(({ isModule }) => isModule).map(({ name, module }) => [module.replace('aws-cdk-lib/', '').replace(/-/g, '_'), name]);
  return [
    ...line('aws_cdk', 'aws-cdk-lib'),
    ...modules.map(([module, alias]) => module === alias ? `from aws_cdk import ${module}` : `from aws_cdk import ${module} as ${alias}`),
    ...line('cdk_compliant_backup', 'cdk-compliant-backup'),
  ].join('\n');
}

const WIDTH = 120;

function fitting(start: string, names: readonly string[]): string {
  const line = start + names.join(', ');
  return line.length <= WIDTH ? line : `${start}(\n${names.map((name) => `    ${name},\n`).join('')})`;
}
