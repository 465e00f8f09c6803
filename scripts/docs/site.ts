import { existsSync, readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import type { Site } from './links';
import { isForUsers } from '../bindings/tarball';

export const ROOT = join(__dirname, '..', '..');
export const DOCS = join(ROOT, 'docs');

/** The pages of `docs/`, by their path from the root. */
export function docsPages(): string[] {
  return readdirSync(DOCS).filter((name) => name.endsWith('.md')).sort().map((name) => `docs/${name}`);
}

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function readFixture(name: string): string {
  return readPage(`rosetta/${name}.ts-fixture`);
}

/** Every page except API.md, whose headings have their own anchors, and everything that the pages link to. */
export function wholeSite(): Site {
  const atRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md') && name !== 'API.md');
  return {
    pages: Object.fromEntries([...atRoot, ...docsPages(), 'bindings/README.md'].map((path) => [path, readPage(path)])),
    read: (path) => {
      const file = join(ROOT, path);
      if (!existsSync(file)) { return undefined; }
      return statSync(file).isDirectory() ? '' : readFileSync(file, 'utf8');
    },
    isPublished: isForUsers,
  };
}
