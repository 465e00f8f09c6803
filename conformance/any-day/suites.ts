import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { ROOT } from './faketime';

/** Suites of constructs and rules that evaluate or render schedules or dates. They import the whole library, or its rules. */
const AS_A_WHOLE = [
  'test/audit/audit-framework.test.ts',
  'test/checks/checklist.test.ts',
  'test/checks/rules/storage/access-point.test.ts',
  'test/checks/rules/storage/legal-hold.test.ts',
  'test/plan/backup-tier.test.ts',
  'test/plan/plan-document.test.ts',
  'test/plan/tiered-backup-plan.test.ts',
];

/** Passes the moment to the rules without reading it. Nearly all suites of rules and of the command line use it. */
const HANDS_ON = 'src/checks/evaluate.ts';

/** They use no date, and are slow. */
const LEFT_OUT = ['test/schedule/run-days.test.ts'];

const READS_SCHEDULES_OR_THE_CLOCK = /^src\/(?:schedule\/|values\/now\.ts$)/;
const OF_SCHEDULES = /^test\/(?:schedule\/|checks\/rules\/storage\/legal-hold)/;

/**
 * The suites that read schedules or dates: suites of modules in `src/` that import the schedules or the clock, suites that import such a
 * module, and suites of the library as a whole. Suites with thousands of samples run only with all tests. Snapshots are left out, because all
 * apps are compared.
 */
export const DATED: readonly string[] = datedSuites();

/** The suites that are about schedules or dates alone, and do not load the CDK. */
export const SCHEDULES: readonly string[] = DATED.filter((suite) => OF_SCHEDULES.test(suite));

function datedSuites(): string[] {
  const imports = new Map(['src', 'test'].flatMap(filesOf).map((file) => [file, importsOf(file)]));
  const files = [...imports.keys()];
  const readers = new Set(files.filter((file) => file.startsWith('src/') && file !== HANDS_ON
    && [file, ...imports.get(file)!].some((each) => READS_SCHEDULES_OR_THE_CLOCK.test(each))));
  const suites = files.filter((file) => file.endsWith('.test.ts')).filter((suite) => {
    const own = suite.replace(/^test/, 'src').replace(/\.test\.ts$/, '.ts');
    const imported = imports.get(suite)!;
    return !imported.includes('fast-check') && [own, ...imported].some((each) => readers.has(each));
  });
  return [...new Set([...suites, ...AS_A_WHOLE])].filter((suite) => !LEFT_OUT.includes(suite)).sort();
}

function filesOf(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** The files and packages that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/ from '([^']+)';/g)].map(([, from]) => from.startsWith('.') ? `${join(dirname(file), from)}.ts` : from);
}
