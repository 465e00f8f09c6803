import { readdirSync } from 'fs';
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
