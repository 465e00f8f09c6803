import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { LAYERS } from '../projenrc/import-arrows';

const SOURCES = join(__dirname, '..', 'src');
const folders = LAYERS.map(({ folder }) => folder);

test('every folder of the sources is a layer, and every layer is a folder', () => {
  const found = readdirSync(SOURCES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect([...folders].sort()).toEqual(found.sort());
});

test.each(LAYERS)('$folder imports from layers before it only, and has a reason', ({ folder, imports, reason }) => {
  expect(imports.filter((each) => !folders.slice(0, folders.indexOf(folder)).includes(each))).toEqual([]);
  expect(reason).toMatch(/^[a-z].{20,}[^.]$/);
});

interface Override {
  readonly files: readonly string[];
  readonly excludedFiles?: readonly string[];
  readonly rules: { readonly '@typescript-eslint/no-restricted-imports'?: readonly [string, { readonly patterns: readonly { readonly group: readonly string[] }[] }] };
}

const [, json] = readFileSync(join(SOURCES, '..', '.eslintrc.json'), 'utf8').split(/^\/\/.*$/m);
const { overrides } = JSON.parse(json) as { readonly overrides: readonly Override[] };
const modules = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
const globs = overrides.flatMap(({ files, excludedFiles = [], rules: { '@typescript-eslint/no-restricted-imports': imports } }) => (imports
  ? [...files, ...excludedFiles, ...imports[1].patterns.flatMap(({ group }) => group.filter((each) => each.startsWith('**/')).map((each) => `${each}.ts`))]
  : []));

test.each(globs)('%s in the linter names files', (glob) => {
  const pattern = new RegExp(`^${glob.replace(/[.]/g, '\\.').replace(/\*\*\/|\*/g, (wildcard) => (wildcard === '*' ? '[^/]*' : '(?:.*/)?'))}$`);
  expect(modules.some((file) => pattern.test(file))).toBe(true);
});
