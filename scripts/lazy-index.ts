import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..');
const SOURCE = join(ROOT, 'src', 'index.ts');

/** The modules that the index exports. */
export function modulesOf(source: string): string[] {
  return source.split('\n').filter((line) => line !== '').map((line) => {
    const [, module] = /^export \* from '(\.\/[^']+)';$/.exec(line) ?? [];
    if (module === undefined) { throw new Error(`src/index.ts must hold lines like "export * from './vault/vault-lock';" only, got "${line}"`); }
    return module;
  });
}

/** The exports of a compiled module, without types. */
function namesIn(lib: string, module: string): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the modules to load are in a list
  return Object.keys(require(join(lib, module)) as object);
}

/**
 * An index that loads a module when one of its exports is first read. `require` of the package then costs almost nothing, and a construct
 * does not load the rules.
 *
 * Node.js finds the names that an ES module can import by `exports.X = …`, without running the file. When an ES module imports one, Node.js reads
 * all of them, and a getter that throws yields `undefined`. So the error of a module that cannot be loaded is thrown when its export is used.
 */
function lazyIndex(exported: readonly (readonly [module: string, names: readonly string[]])[]): string {
  return `"use strict";
// Written by scripts/lazy-index.ts
Object.defineProperty(exports, "__esModule", { value: true });
${exported.flatMap(([, names]) => names.map((name) => `exports.${name} = `)).join('')}void 0;
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
${exported.map(([module, names]) => `lazily(${JSON.stringify(names)}, () => require(${JSON.stringify(module)}));`).join('\n')}
`;
}

/** Replaces the index of jsii, which loads all modules. */
function writeLazyIndex(lib: string): void {
  const exported = modulesOf(readFileSync(SOURCE, 'utf8')).map((module) => [module, namesIn(lib, module)] as const).filter(([, names]) => names.length > 0);
  const names = exported.flatMap(([, each]) => each);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) { throw new Error(`modules of src/index.ts must not export the same name, got ${twice.join(', ')}`); }
  writeFileSync(join(lib, 'index.js'), lazyIndex(exported));
}

if (require.main === module) { writeLazyIndex(process.argv[2] ?? join(ROOT, 'lib')); }
