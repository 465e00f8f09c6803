import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { type TypeScriptSnippet, BatchSnippetTranslator, PythonVisitor } from 'jsii-rosetta';
import ts from 'typescript';
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
    const codes = programs.flatMap(({ snippet }, index) => snippet.page === page ? [translated[index]] : []);
    const blocks = [importsOf(codes), ...codes.map(withoutImports)].map((code) => `\`\`\`python\n${code.trim()}\n\`\`\``);
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
      const code = translator.renderUsing(new PythonVisitor());
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

const IMPORT = /^from \S+ import (.*)\n/gm;

function withoutImports(code: string): string {
  return code.replace(IMPORT, '');
}

/** Everything that the fixture imports in TypeScript and that the snippets use. */
function importsOf(codes: readonly string[]): string {
  const code = codes.join('\n').replace(/#.*$|"[^"]*"/gm, '');
  const isUsed = (name: string, after = '') => new RegExp(`\\b${name}\\b${after}`).test(code);
  const fixture = readFixture('default');
  const named = (module: string) => new RegExp(`^import \\{([^}]*)\\} from '${module}';$`, 'm').exec(fixture)![1].split(',').map((name) => name.trim())
    .filter((name) => name !== '' && isUsed(name)).sort();
  const modules = [...fixture.matchAll(/^import \* as (\w+) from 'aws-cdk-lib\/([\w-]+)';$/gm)].filter(([, alias]) => isUsed(alias, '\\.'))
    .map(([, alias, module]) => [module.replace(/-/g, '_'), alias]);
  const line = (module: string, names: readonly string[]) => names.length === 0 ? [] : [fitting(`from ${module} import `, names)];
  return [
    ...line('aws_cdk', named('aws-cdk-lib')),
    ...modules.map(([module, alias]) => module === alias ? `from aws_cdk import ${module}` : `from aws_cdk import ${module} as ${alias}`),
    ...line('cdk_compliant_backup', named('cdk-compliant-backup')),
  ].join('\n');
}

const WIDTH = 120;

function fitting(start: string, names: readonly string[]): string {
  const line = start + names.join(', ');
  return line.length <= WIDTH ? line : `${start}(\n${names.map((name) => `    ${name},\n`).join('')})`;
}
