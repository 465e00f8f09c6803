import { existsSync, readFileSync, readdirSync } from 'fs';
import { join, relative, resolve } from 'path';
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

test('a cycle is found', () => {
  expect(circleIn(new Map([['a.ts', ['b.ts', 'd.ts']], ['b.ts', ['c.ts']], ['c.ts', ['b.ts']], ['d.ts', []]]))).toEqual(['b.ts', 'c.ts', 'b.ts']);
});
