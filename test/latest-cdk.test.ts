import { existsSync, readFileSync } from 'fs';
import { dirname, join, relative } from 'path';

const ROOT = join(__dirname, '..');
const { testPathIgnorePatterns } = JSON.parse(readFileSync(join(ROOT, 'test', 'jest.latest.json'), 'utf8')) as { readonly testPathIgnorePatterns: string[] };
const LEFT_OUT = testPathIgnorePatterns.filter((pattern) => pattern.startsWith('<rootDir>/')).map((pattern) => pattern.replace('<rootDir>/', ''));

/** A static import, a re-export, or a module that is loaded by a call; types are not loaded. */
const LOADS = /(?:^|\n)(?:import|export)(?! type)[^;]*? from '([^']+)'|\b(?:require|requireActual|import)(?:<[^(]*>)?\('([^']+)'\)/g;

/** The CDK modules and the files that a file loads, each with its position. */
function modulesOfCdk(file: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(file)) { return []; }
  seen.add(file);
  const loaded = [...readFileSync(file, 'utf8').matchAll(LOADS)].map(([, imported, called]) => imported ?? called);
  return loaded.flatMap((name) => {
    if (/^(?:aws-cdk-lib|constructs|cdk-nag|cdk-compliant-backup|@aws-cdk)\b/.test(name)) { return [`${name} in ${relative(ROOT, file)}`]; }
    const path = join(dirname(file), name);
    const next = name.startsWith('.') ? [`${path}.ts`, join(path, 'index.ts')].find((each) => existsSync(each)) : undefined;
    return next === undefined ? [] : modulesOfCdk(next, seen);
  });
}

test('some suites run on one version of the CDK only', () => {
  expect(LEFT_OUT).not.toEqual([]);
  expect(LEFT_OUT.filter((suite) => !existsSync(join(ROOT, suite)))).toEqual([]);
});

test.each(LEFT_OUT)('%s loads no module of the CDK', (suite) => {
  expect(modulesOfCdk(join(ROOT, suite))).toEqual([]);
});

test('a suite that loads the CDK is detected', () => {
  expect(modulesOfCdk(join(__dirname, 'schedule', 'any-day.test.ts'))).not.toEqual([]);
  expect(modulesOfCdk(join(__dirname, 'plan', 'backup-tier.test.ts'))).not.toEqual([]);
});
