import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { basename, dirname, join } from 'path';
import { buildSync, transformSync } from 'esbuild';

const ROOT = join(__dirname, '..');
const SOURCE = join(ROOT, 'src', 'index.ts');

/** The folder of the code that several bundles share, below `lib`. */
const SHARED = 'shared';

/** A module of the index with the names that it exports, without types. */
interface ExportedModule {
  readonly folder: string;
  readonly module: string;
  readonly names: readonly string[];
}

/** The modules that the index exports, such as `vault/vault-lock`. */
export function modulesOf(source: string): string[] {
  return source.split('\n').filter((line) => line !== '').map((line) => {
    const [, module] = /^export \* from '\.\/([^'/]+\/[^'/]+)';$/.exec(line) ?? [];
    if (module === undefined) { throw new Error(`src/index.ts must hold lines like "export * from './vault/vault-lock';" only, got "${line}"`); }
    return module;
  });
}

/** Only types leave no names. */
function exportedModules(lib: string): ExportedModule[] {
  const modules = modulesOf(readFileSync(SOURCE, 'utf8')).map((path) => ({
    folder: dirname(path),
    module: basename(path),
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the modules to load are in a list
    names: Object.keys(require(join(lib, path)) as object),
  })).filter(({ names }) => names.length > 0);
  const names = modules.flatMap((each) => each.names);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) { throw new Error(`modules of src/index.ts must not export the same name, got ${twice.join(', ')}`); }
  return modules;
}

/** The source of a bundle: a function that loads each exported module of a folder. */
function bundleSource(lib: string, modules: readonly ExportedModule[]): string {
  return `module.exports = {${modules.map(({ folder, module }) => `${JSON.stringify(module)}: () => require(${JSON.stringify(join(lib, folder, module))})`).join()}};`;
}

/**
 * Writes the compiled modules into one file for each folder of the index, such as `vault.js`, and into files that several of those share. Node.js
 * would otherwise spend most of the time locating hundreds of files. A module still runs only when it is first required.
 */
function writeBundles(lib: string, modules: readonly ExportedModule[]): void {
  const sources = mkdtempSync(join(tmpdir(), 'bundles-'));
  const folders = [...new Set(modules.map(({ folder }) => folder))];
  for (const folder of folders) { writeFileSync(join(sources, `${folder}.js`), bundleSource(lib, modules.filter((each) => each.folder === folder))); }
  const { outputFiles } = buildSync({
    entryPoints: Object.fromEntries(folders.map((folder) => [folder, join(sources, `${folder}.js`)])),
    outdir: lib,
    chunkNames: `${SHARED}/[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm', // esbuild splits only ES modules
    platform: 'node',
    target: 'node20',
    packages: 'external',
    keepNames: true, // of classes that refer to themselves
    write: false,
    logLevel: 'error',
  });
  rmSync(sources, { recursive: true });
  rmSync(join(lib, SHARED), { recursive: true, force: true });
  mkdirSync(join(lib, SHARED), { recursive: true });
  for (const { path, text } of outputFiles) {
    const { code } = transformSync(text, { format: 'cjs', platform: 'node', target: 'node20' });
    writeFileSync(path, code);
  }
}

/**
 * An index that loads a module when one of its exports is first read. `require` of the package then costs almost nothing, and a construct
 * does not load the rules.
 *
 * Node.js finds the names that an ES module can import by `exports.X = …`, without running the file. When an ES module imports one, Node.js reads
 * all of them, and a getter that throws yields `undefined`. So the error of a module that cannot be loaded is thrown when its export is used.
 */
function lazyIndex(modules: readonly ExportedModule[]): string {
  return `"use strict";
// Written by scripts/bundle-library.ts
Object.defineProperty(exports, "__esModule", { value: true });
${modules.flatMap(({ names }) => names.map((name) => `exports.${name} = `)).join('')}void 0;
function failing(error) {
    const fail = () => { throw error; };
    return new Proxy(function () { }, { apply: fail, construct: fail, get: fail, set: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, defineProperty: fail });
}
function lazily(names, load) {
    for (const name of names) {
        Object.defineProperty(exports, name, {
            enumerable: true,
            configurable: true,
            get() {
                let value;
                try {
                    value = load()[name];
                }
                catch (error) {
                    return failing(error);
                }
                Object.defineProperty(exports, name, { enumerable: true, configurable: true, value });
                return value;
            },
        });
    }
}
${modules.map(({ folder, module, names }) => `lazily(${JSON.stringify(names)}, () => require("./${folder}.js").default[${JSON.stringify(module)}]());`).join('\n')}
`;
}

/** Replaces the index of jsii, which loads all modules. */
function bundleLibrary(lib: string): void {
  const modules = exportedModules(lib);
  writeBundles(lib, modules);
  writeFileSync(join(lib, 'index.js'), lazyIndex(modules));
}

if (require.main === module) { bundleLibrary(process.argv[2] ?? join(ROOT, 'lib')); }
