import { existsSync, readFileSync, readdirSync } from 'fs';
import { join, relative, resolve, sep } from 'path';
import { preProcessFile } from 'typescript';

const SOURCES = join(__dirname, '..', 'src');

/** The files of `src/` that each file imports, types included. */
function importsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(files.map((file) => {
    const { importedFiles } = preProcessFile(readFileSync(join(folder, file), 'utf8'));
    const targets = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.')).map((name) => {
      const target = resolve(folder, file, '..', name);
      return relative(folder, existsSync(`${target}.ts`) ? `${target}.ts` : join(target, 'index.ts'));
    });
    return [file, targets];
  }));
}

/** A cycle of imports, if there is one. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const from = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) { return [...path.slice(path.indexOf(file)), file]; }
    if (done.has(file)) { return []; }
    for (const target of imports.get(file) ?? []) {
      const circle = from(target, [...path, file]);
      if (circle.length > 0) { return circle; }
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = from(file, []);
    if (circle.length > 0) { return circle; }
  }
  return [];
}

test('no file imports itself through others, not even for a type', () => {
  const imports = importsIn(SOURCES);
  expect(imports.size).toBeGreaterThan(200);
  expect(circleIn(imports)).toEqual([]);
});

/** The folders whose files import files of each folder beside them. */
function siblingImports(imports: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const siblings = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    for (const target of targets) {
      const [from, to] = [file.split(sep), target.split(sep)];
      const level = from.findIndex((name, index) => name !== to[index]);
      if (level < from.length - 1 && level < to.length - 1) {
        const [folder, other] = [from, to].map((path) => join(...path.slice(0, level + 1)));
        siblings.set(folder, [...siblings.get(folder) ?? [], other]);
      }
    }
  }
  return siblings;
}

test('no folder imports itself through folders beside it, not even for a type', () => {
  const folders = siblingImports(importsIn(SOURCES));
  expect(folders.get(join('inventory', 'entities'))).toContain(join('inventory', 'resolve'));
  expect(circleIn(folders)).toEqual([]);
});

test('a cycle of folders is found', () => {
  const imports = new Map([[join('a', 'b', 'x.ts'), [join('a', 'c', 'y.ts')]], [join('a', 'c', 'z.ts'), [join('a', 'b', 'w.ts'), join('a', 'v.ts')]]]);
  expect(circleIn(siblingImports(imports))).toEqual([join('a', 'b'), join('a', 'c'), join('a', 'b')]);
});

test('a cycle is found', () => {
  expect(circleIn(new Map([['a.ts', ['b.ts', 'd.ts']], ['b.ts', ['c.ts']], ['c.ts', ['b.ts']], ['d.ts', []]]))).toEqual(['b.ts', 'c.ts', 'b.ts']);
});

test('a file names each module in one import', () => {
  const twice = ['src', 'test', 'scripts', 'conformance', 'benchmark', 'projenrc'].flatMap((folder) => {
    const files = readdirSync(join(SOURCES, '..', folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
    return files.flatMap((file) => repeatedIn(readFileSync(join(SOURCES, '..', folder, file), 'utf8')).map((name) => `${join(folder, file)}: ${name}`));
  });
  expect(twice).toEqual([]);
});

test('a namespace beside names is the same module twice', () => {
  expect(repeatedIn("import type * as kms from 'aws-kms';\nimport {\n  CfnKey,\n} from 'aws-kms';\nimport 'other';\n")).toEqual(['aws-kms']);
});

/** The modules that several `import` declarations name. */
function repeatedIn(code: string): string[] {
  const names = [...code.matchAll(/^import\b[^;]*?'([^']+)';$/gm)].map(([, name]) => name);
  return names.filter((name, index) => names.indexOf(name) < index);
}
