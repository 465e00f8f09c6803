import type { Snippet } from './snippets';

/** A name that TypeScript imports, and the module that it comes from. */
export interface Import {
  readonly name: string;
  readonly module: string;
  /** Whether the name stands for the whole module. */
  readonly isModule: boolean;
}

const NAMED = /^import \{([^}]*)\} from '([^']+)';$/gm;
const WHOLE = /^import \* as (\w+) from '([^']+)';$/gm;

export function importsIn(code: string): Import[] {
  return [
    ...[...code.matchAll(NAMED)].flatMap(([, names, module]) => names.split(',').map((name) => name.trim()).filter((name) => name !== '')
      .map((name) => ({ name, module, isModule: false }))),
    ...[...code.matchAll(WHOLE)].map(([, name, module]) => ({ name, module, isModule: true })),
  ];
}

/** Whether code uses an imported name outside of its imports, comments, and strings. */
export function uses(code: string, { name, isModule }: Import): boolean {
  const plain = code.replace(NAMED, '').replace(WHOLE, '').replace(/\/\/.*$|#.*$|'[^']*'|"[^"]*"/gm, '');
  return new RegExp(`\\b${name}\\b${isModule ? '\\.' : ''}`).test(plain);
}

/** The imports of a fixture, without those that a snippet shows itself. */
export function withoutImportsOf(fixture: string, snippet: string): string {
  const shown = new Set(importsIn(snippet).map(({ name }) => name));
  return fixture
    .replace(NAMED, (_, names: string, module: string) => {
      const rest = names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !shown.has(name));
      return `import { ${rest.join(', ')} } from '${module}';`;
    })
    .replace(WHOLE, (line, name: string) => (shown.has(name) ? '' : line));
}

/**
 * Imports that a page does not show before it uses them, and imports that it shows and does not use.
 *
 * @param snippets of one page, in their order
 */
export function importProblems(snippets: readonly Snippet[], readFixture: (name: string) => string): string[] {
  const shown = new Set<string>();
  return snippets.flatMap(({ page, line, code, fixture }, index) => {
    const own = importsIn(code);
    for (const { name } of own) { shown.add(name); }
    const missing = importsIn(readFixture(fixture)).filter((each) => !shown.has(each.name) && uses(code, each));
    const rest = snippets.slice(index).map((snippet) => snippet.code).join('\n');
    return [
      ...missing.map(({ name, module }) => `${page}:${line}: the snippet must import '${name}' of '${module}', because the page does not import it before`),
      ...own.filter((each) => !uses(rest, each)).map(({ name }) => `${page}:${line}: the snippet must not import '${name}', which the page does not use`),
    ];
  });
}
