import { writeFileSync } from 'fs';
import { join } from 'path';
import { withPythonSnippets } from './python';
import { readPage, ROOT } from './site';

const PAGE = 'docs/python.md';

try {
  writeFileSync(join(ROOT, PAGE), withPythonSnippets(readPage(PAGE)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
